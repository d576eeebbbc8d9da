"""A look at everybody, several times a second."""

import numpy as np
import pytest

from hingecheck.capture.bystanders import EVERY_S, glimpse_everybody
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT

POINTS = np.zeros((LANDMARK_COUNT, 2))


class Two:
    """Finds two people in every picture, and counts the pictures."""

    def __init__(self) -> None:
        self.looked_at: list[float] = []

    def everybody(self, frame: Frame) -> list[Floats]:
        """Two people at the same place."""
        self.looked_at.append(frame.time_s)
        return [POINTS, POINTS]


@pytest.mark.parametrize("fps", [5.0, 30.0, 240.0])
def test_looks_as_often_whatever_the_frame_rate(fps: float) -> None:
    """A look about every tenth of a second, from the first frame on; every frame is told."""
    crowd, told = Two(), []
    frames = [Frame(index, index / fps, np.zeros((2, 2, 3), np.uint8)) for index in range(241)]
    glimpses = list(glimpse_everybody(frames, crowd, told.append))
    assert crowd.looked_at[0] == 0.0
    assert np.diff(crowd.looked_at).max() <= max(1 / fps, EVERY_S + 1 / fps)
    assert np.diff(crowd.looked_at).min() >= EVERY_S - 1e-9
    assert len(glimpses) == 2 * len(crowd.looked_at)
    assert len(told) == 241
