"""Which part of the picture to look at to see one person only, as that person moves about."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from hingecheck.capture.looking_within import Piece
from hingecheck.domain.array import Floats
from hingecheck.domain.region import MIN_SIDE_PX, Region

# Left free around the person, in heights: arms and quick moves between two looks.
_MARGIN: Final = 0.2
# A region changes where it would grow beyond this many heights: an engine that looks at the same
# place all the time sees best, one that looks at half a room sees everybody.
_WIDEST: Final = 1.3


def pieces_around(own: Floats, size_px: tuple[int, int]) -> tuple[Piece, ...]:
    """The regions that hold a person, each from some time on.

    Args:
        own: (n, 5) the person's seconds, left, top, right, bottom, in time order; n at least 1.
        size_px: width and height of the picture.
    """
    height = float(np.percentile(own[:, 4] - own[:, 2], 90))
    pieces: list[Piece] = []
    last_s = -np.inf
    for rows in _held_together(own, _WIDEST * height):
        # in the middle between two looks, the first one from the very beginning
        start_s = 0.0 if not pieces else float(last_s + rows[0, 0]) / 2
        pieces.append(Piece(start_s, _region(rows, _MARGIN * height, size_px)))
        last_s = rows[-1, 0]
    return tuple(pieces)


def _held_together(own: Floats, most_px: float) -> Iterator[Floats]:
    """The boxes in runs that one region of a bearable size holds."""
    start = 0
    for stop in range(1, len(own) + 1):
        low, high = own[start : stop + 1, 1:3].min(axis=0), own[start : stop + 1, 3:].max(axis=0)
        if stop == len(own) or (high - low).max() > most_px:
            yield own[start:stop]
            start = stop


def _region(rows: Floats, margin_px: float, size_px: tuple[int, int]) -> Region:
    size = np.array(size_px)
    low = np.clip(rows[:, 1:3].min(axis=0) - margin_px, 0, size - MIN_SIDE_PX)
    high = np.clip(rows[:, 3:].max(axis=0) + margin_px, low + MIN_SIDE_PX, size)
    left, top = np.floor(low).astype(int).tolist()
    right, bottom = np.floor(high).astype(int).tolist()
    return Region(left, top, max(right - left, MIN_SIDE_PX), max(bottom - top, MIN_SIDE_PX))
