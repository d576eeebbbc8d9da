from contextlib import contextmanager

import numpy as np
import pytest

from hingecheck.capture import looking_round
from hingecheck.capture.looking_round import EARLY_FRAMES, EVERY_FRAMES, People
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT

PICTURE = np.zeros((8, 8, 3), dtype=np.uint8)


class _Two:
    """Finds two people in each picture; the second one stands where the frame's number says."""

    def everybody(self, frame: Frame):
        points = np.zeros((LANDMARK_COUNT, 2))
        points[0] = (4.0, 6.0)
        return [points, points + frame.index]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens to the engine."""
    told: list[str] = []

    @contextmanager
    def crowd(_model):
        told.append("opened")
        yield _Two()
        told.append("closed")

    monkeypatch.setattr(looking_round, "mediapipe_crowd", crowd)
    return told


def _passed(count: int) -> tuple[list[int], People]:
    people = People()
    frames = (Frame(index, index / 30, PICTURE) for index in range(count))
    return [frame.index for frame in people.looking_round(frames)], people


def test_all_frames_pass_and_a_few_are_looked_at(opened: list[str]) -> None:
    """Everybody in three early frames and every 120th, with its time and the edges of landmarks."""
    seen, people = _passed(EVERY_FRAMES + 1)
    assert seen == list(range(EVERY_FRAMES + 1))
    expected = [
        [at / 30, *(first + edge for edge in (0, 0, 4, 6))]
        for at in (*EARLY_FRAMES, EVERY_FRAMES)
        for first in (0, at)
    ]
    assert people.boxes is not None
    np.testing.assert_allclose(people.boxes, expected, rtol=1e-6)
    assert opened == ["opened", "closed"]


def test_a_short_clip_needs_no_second_engine(opened: list[str]) -> None:
    """Nothing is opened before the first look is due, and nothing is said about others."""
    _, people = _passed(EARLY_FRAMES[0])
    assert people.boxes is None
    assert not opened


def test_a_single_look_tells_nothing(opened: list[str]) -> None:
    """Nobody is called alone after one look, which may have been a slip."""
    _, people = _passed(EARLY_FRAMES[0] + 1)
    assert people.boxes is None
    assert opened == ["opened", "closed"]
