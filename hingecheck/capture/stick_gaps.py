"""How far a body stands off a stick: between the two one sees what lies behind both."""

from typing import Final

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Bools, Floats, Ints

# Columns beside the outer edge that show what is behind. The first ones hold some of the stick,
# more where the pair of edges is one of light and shade on it.
_BEHIND: Final = (6, 15)
# So even is what is behind, in grey levels; a hand or a rack beside the stick is not.
_EVEN: Final = 14.0
# What differs from it by so many grey levels is the body.
_UNLIKE: Final = 20.0
# A gap wider than this many columns is none: the body looks like what is behind it.
_WIDEST: Final = 48
_HALF: Final = 0.5
# Rows above and below that are looked at together.
_AROUND: Final = 3
# What is behind begins within so many columns of the inner edge, or there is no gap.
_BEGINS: Final = 6
# So many columns beyond its ends tell how unlike stick and body are.
_BESIDE: Final = 5


def gaps_along(
    upright: npt.NDArray[np.uint8], inner: Floats, outer: Floats, seen: Bools, rows: Ints
) -> Floats:
    """(S,) columns from the inner edge to the body at some rows.

    Args:
        upright: (R, C, 3) picture with the trunk up the rows and its back to the right.
        inner: (R,) column of the stick's edge toward the body.
        outer: (R,) column of its other edge.
        seen: (R,) where the outer edge shows.
        rows: (S,) where the gap is wanted.

    Returns:
        NaN where the stick is covered, where what is behind is not even, and where the body looks
        like it.
    """
    return np.array([_gap(upright, inner, outer, seen, int(row)) for row in rows])


def _gap(
    upright: npt.NDArray[np.uint8], inner: Floats, outer: Floats, seen: Bools, row: int
) -> float:
    around = slice(max(0, row - _AROUND), row + _AROUND + 1)
    if not seen[around].mean() > _HALF:
        return float("nan")
    strip = np.median(upright[around].astype(np.float64), axis=0)
    edge, far = round(float(inner[row])), round(float(outer[row]))
    behind = strip[far + _BEHIND[0] : far + _BEHIND[1]]
    if len(behind) < 3 or np.ptp(behind, axis=0).max() > _EVEN:
        return float("nan")
    ground = np.median(behind, axis=0)
    before = strip[max(0, edge - _WIDEST) : edge][::-1]
    return _run(np.abs(before - ground).max(axis=1))


def _run(unlike: Floats) -> float:
    """Columns over which what is behind shows; 0 where it does not, NaN where it never ends.

    Args:
        unlike: (C,) difference from what is behind, from the stick to the body.
    """
    other = unlike > _UNLIKE
    if other[:_BEGINS].all():
        return 0.0
    start = int(np.argmin(other))
    pairs = other[start:-1] & other[start + 1 :]
    if not pairs.any():
        return float("nan")
    stop = start + int(np.argmax(pairs))
    blurred = _to_half(unlike[:start][::-1]) + _to_half(unlike[stop:])
    return stop - start + blurred


def _to_half(rising: Floats) -> float:
    """Columns until a blurred edge has risen half the way."""
    beside = rising[:_BESIDE]
    return float(np.argmax(beside >= beside.max() / 2)) if len(beside) else 0.0
