"""Everybody in a picture, looked for in overlapping parts of it: small and far people too."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import evolve

from hingecheck.capture.landmarker import Crowd
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame

# Squares of this share of the shorter side, half over each other: whoever is too small for the
# whole picture is at least twice as large in one of them.
_SIDE: Final = 0.6


class TiledCrowd:
    """Looks for everybody in the tiles of each picture; the same person may be found twice."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    def everybody(self, frame: Frame) -> list[Floats]:
        """(K, 2) landmarks of each find, in pixels of the frame's picture."""
        found: list[Floats] = []
        for left, top, side in _tiles(*frame.picture.shape[:2]):
            part = np.ascontiguousarray(frame.picture[top : top + side, left : left + side])
            corner = np.array([left, top], dtype=np.float64)
            found += [one + corner for one in self._crowd.everybody(evolve(frame, picture=part))]
        return found


def _tiles(height: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Left, top and side of each."""
    side = max(1, round(_SIDE * min(height, width)))
    for top in _starts(height, side):
        for left in _starts(width, side):
            yield left, top, side


def _starts(length: int, side: int) -> list[int]:
    count = max(2, 1 + int(np.ceil((length - side) / (side / 2))))
    return [round(start) for start in np.linspace(0, length - side, count).tolist()]
