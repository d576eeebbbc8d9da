"""A small pose track for tests, with a frame in which nobody is seen."""

import numpy as np

from hingecheck.domain.landmark import LANDMARK_COUNT
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording
from hingecheck.domain.region import Region

UNSEEN = 2  # the frame without a person

RECORDING = Recording(
    name="swing \N{WEIGHT LIFTER}.mp4",
    sha256="0" * 64,
    width_px=540,
    height_px=960,
    rotation_deg=90,
    fps=29.97,
    frame_count=6,
    duration_s=0.2,
    codec="h264",
    warnings=("a warning", "another"),
)


def made_track(frames: int = 6) -> PoseTrack:
    """Random landmarks at the precision of the file, a cut before frame 4."""
    rng = np.random.default_rng(7)
    image = rng.uniform(0, 900, (frames, LANDMARK_COUNT, 2)).astype(np.float32)
    world = rng.normal(size=(frames, LANDMARK_COUNT, 3)).astype(np.float32)
    visibility = rng.random((frames, LANDMARK_COUNT)).astype(np.float32)
    polygons = [
        rng.integers(0, 500, (5 + frame, 2)).astype(np.float32) + np.float32(0.5)
        for frame in range(frames)
    ]
    for array in (image, world, visibility):
        array[UNSEEN] = np.nan
    polygons[UNSEEN] = np.empty((0, 2), dtype=np.float32)
    return PoseTrack(
        time_s=np.arange(frames) / 29.97,
        image_px=image,
        world_m=world,
        visibility=visibility,
        outline=Outline.from_polygons(polygons),
        cuts=np.array([4]),
        recording=RECORDING,
        model="full",
        engine="mediapipe 0.10.33",
        start_s=1.25,
        region=Region(10, 20, 300, 400),
        people=np.array([[0.5, 1.0, 2.0, 3.0, 4.0]]),
    )


def require_same(found: PoseTrack, expected: PoseTrack) -> None:
    """Fails unless two tracks hold the same values, NaN for NaN."""
    for name in ("time_s", "image_px", "world_m", "visibility", "cuts", "people", "looked"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name), strict=True)
    np.testing.assert_array_equal(found.outline.points_px, expected.outline.points_px, strict=True)
    np.testing.assert_array_equal(found.outline.start, expected.outline.start, strict=True)
    for name in ("recording", "model", "engine", "start_s", "end_s", "blur_faces", "region"):
        assert getattr(found, name) == getattr(expected, name), name
