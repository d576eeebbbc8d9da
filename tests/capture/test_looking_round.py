from contextlib import contextmanager

import numpy as np
import pytest

from hingecheck.capture import looking_round
from hingecheck.capture.looking_round import EVERY_FRAMES, FIRST_FRAME, People
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
    """Everybody in every 120th frame, with its time and the edges of their landmarks."""
    seen, people = _passed(FIRST_FRAME + EVERY_FRAMES + 1)
    assert seen == list(range(FIRST_FRAME + EVERY_FRAMES + 1))
    later = FIRST_FRAME + EVERY_FRAMES
    expected = [
        [FIRST_FRAME / 30, 0, 0, 4, 6],
        [FIRST_FRAME / 30, *(FIRST_FRAME + edge for edge in (0, 0, 4, 6))],
        [later / 30, 0, 0, 4, 6],
        [later / 30, *(later + edge for edge in (0, 0, 4, 6))],
    ]
    np.testing.assert_allclose(people.boxes, expected, rtol=1e-6)
    assert opened == ["opened", "closed"]


def test_a_short_clip_needs_no_second_engine(opened: list[str]) -> None:
    """Nothing is opened before the first look is due; nobody was found then."""
    _, people = _passed(FIRST_FRAME)
    assert people.boxes.shape == (0, 5)
    assert not opened
