"""A split screen of two sample clips, looked at with the real model."""

from pathlib import Path

import av
import cv2
import numpy as np
import pytest

import hingecheck
from hingecheck.domain.joint import Joint
from tests.made_video import MadeVideo

SAMPLES = Path(__file__).parents[2] / "sample_clips"
PANEL, HEIGHT, FPS, FRAMES = 320, 360, 15, 70
pytestmark = pytest.mark.model


def _pictures(name: str, count: int) -> list[np.ndarray]:
    """Every second picture, its middle, as large as a panel."""
    with av.open(str(SAMPLES / name)) as source:
        whole = [
            frame.to_ndarray(format="bgr24")
            for frame, _ in zip(source.decode(video=0), range(2 * count), strict=False)
        ][::2]
    height, width = whole[0].shape[:2]
    part = min(width, round(height * PANEL / HEIGHT))
    left = (width - part) // 2
    return [cv2.resize(one[:, left : left + part], (PANEL, HEIGHT)) for one in whole]


@pytest.fixture(scope="module")
def split_screen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A swing on the left, a deadlift on the right."""
    swings = _pictures("swing_side_lean_back.mp4", FRAMES)
    lifts = _pictures("deadlift_side_squatty.mp4", FRAMES)
    both = [np.concatenate(pair, axis=1) for pair in zip(swings, lifts, strict=True)]
    path = tmp_path_factory.mktemp("split") / "split.mp4"
    return MadeVideo(size=(2 * PANEL, HEIGHT), frames=len(both), fps=FPS).write(path, both)


def test_a_region_is_one_panel_of_a_split_screen(split_screen: Path) -> None:
    """The whole walk sees one lifter only, and counts that one's lift."""
    right = hingecheck.Region(PANEL, 0, PANEL, HEIGHT)
    told = hingecheck.analyze(split_screen, model="lite", movement="deadlift", region=right)
    assert len(told.full_reps) == 1
    assert PANEL < np.nanmin(told.pose.joints_px[:, Joint.HIP, 0]) < 2 * PANEL
    assert told.settings.region == right
    assert told.film is not None
    assert not told.film.people


def test_people_are_listed_and_chosen_by_number(split_screen: Path) -> None:
    """Both are told from left to right, and the number chooses whose track it is."""
    track = hingecheck.track_recording(split_screen, model="lite", person=2, end_s=3.0)
    told = hingecheck.judge(track)
    assert told.film is not None
    assert [one.number for one in told.film.people] == [1, 2]
    assert told.film.people[0].right_px < PANEL < told.film.people[1].left_px
    assert told.film.measured == 2
    assert np.nanmin(track.image_px[..., 0]) > PANEL
