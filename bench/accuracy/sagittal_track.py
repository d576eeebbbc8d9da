"""True joints as a pose track: what a perfect model would see from exactly the side."""

from typing import Final

import numpy as np
from attrs import evolve

from bench.lifter.pose import JOINTS
from bench.lifter.rotations import Array
from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording

# Larger than the rendered lifters: nobody is too small, however short he ends his reps.
PX_PER_M: Final = 260.0
_SIZE_PX: Final = (960, 960)
_ORIGIN_PX: Final = np.array([400.0, 840.0])
# Ears lie behind the nose; only facing and body height are read off them.
_EAR_BEHIND_NOSE_M: Final = 0.10
_SIDED: Final = {
    Landmark.LEFT_SHOULDER: "shoulder",
    Landmark.LEFT_ELBOW: "elbow",
    Landmark.LEFT_WRIST: "wrist",
    Landmark.LEFT_PINKY: "hand",
    Landmark.LEFT_INDEX: "hand",
    Landmark.LEFT_THUMB: "hand",
    Landmark.LEFT_HIP: "hip",
    Landmark.LEFT_KNEE: "knee",
    Landmark.LEFT_ANKLE: "ankle",
    Landmark.LEFT_HEEL: "heel",
    Landmark.LEFT_FOOT_INDEX: "toe",
}
_HIPS: Final = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]
_MOVED: Final = [*_HIPS, Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]
_ROUNDS: Final = 10
_EARS: Final = [Landmark.LEFT_EAR, Landmark.RIGHT_EAR]


def landmarks_m(joints_m: Array) -> Array:
    """Return (T, K, 3) landmarks of (T, J, 3) joints: forward, left, up; metres."""
    nose = joints_m[:, JOINTS.index("nose")]
    landmarks = np.repeat(nose[:, None], LANDMARK_COUNT, axis=1)
    landmarks[:, _EARS, 0] -= _EAR_BEHIND_NOSE_M
    for left, joint in _SIDED.items():
        landmarks[:, left] = joints_m[:, JOINTS.index(f"left_{joint}")]
        landmarks[:, left + 1] = joints_m[:, JOINTS.index(f"right_{joint}")]
    return landmarks


def middles_m(landmarks: Array) -> Array:
    """Return (T, K, 2) forward and up, both sides of a pair in their common middle."""
    seen = landmarks[..., [0, 2]].copy()
    lefts = [*_SIDED, Landmark.LEFT_EAR]
    for left in lefts:
        seen[:, left] = seen[:, left + 1] = (seen[:, left] + seen[:, left + 1]) / 2
    return seen


def sagittal_track(
    joints_m: Array, time_s: Array, error_m: Array | float = 0.0, turned_deg: float = 0.0
) -> PoseTrack:
    """Return the track of a lifter who faces right in the picture.

    Args:
        joints_m: (T, J, 3) true joints, forward, left, up.
        time_s: (T,) frame times.
        error_m: (T, K, 2) added to the landmarks, forward and up.
        turned_deg: How wrongly the world landmarks are turned about the vertical.
    """
    landmarks = landmarks_m(joints_m)
    flat = middles_m(landmarks) + error_m
    return PoseTrack(
        time_s=time_s,
        image_px=_ORIGIN_PX + flat * PX_PER_M * [1.0, -1.0],
        world_m=_world(landmarks, turned_deg),
        visibility=np.ones(landmarks.shape[:2]),
        outline=Outline.from_polygons([np.empty((0, 2))] * len(time_s)),
        cuts=np.empty(0, dtype=np.int64),
        recording=_recording(time_s),
        model="none",
        engine="true joints",
    )


def perfect_track(joints_m: Array, time_s: Array) -> PoseTrack:
    """Return the track that the program reads as exactly these joints.

    The program moves hips and shoulders from where the pose model sees them into the joints; here
    they lie as far off as it will move them back.
    """
    track = sagittal_track(joints_m, time_s)
    wanted = track.image_px[:, _MOVED]
    image = track.image_px.copy()
    for _ in range(_ROUNDS):
        moved = centre_shoulders(centre_hips(evolve(track, image_px=image))).image_px[:, _MOVED]
        image[:, _MOVED] += wanted - moved
    return evolve(track, image_px=image)


def _world(landmarks: Array, turned_deg: float) -> Array:
    """Return (T, K, 3) right, down and away from the camera, about the hips."""
    hips = landmarks[:, _HIPS].mean(axis=1, keepdims=True)
    forward, left, up = np.moveaxis(landmarks - hips, -1, 0)
    angle = np.radians(turned_deg)
    right = np.cos(angle) * forward + np.sin(angle) * left
    away = np.cos(angle) * left - np.sin(angle) * forward
    return np.stack([right, -up, away], axis=-1)


def _recording(time_s: Array) -> Recording:
    period_s = float(np.median(np.diff(time_s)))
    return Recording(
        name="true joints",
        sha256="",
        width_px=_SIZE_PX[0],
        height_px=_SIZE_PX[1],
        rotation_deg=0,
        fps=1 / period_s,
        frame_count=len(time_s),
        duration_s=float(time_s[-1] - time_s[0]) + period_s,
        codec="none",
    )
