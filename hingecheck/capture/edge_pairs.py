"""Finds the straightest bar in a picture of an upright trunk: two parallel edges along the back."""

from typing import Final

import numpy as np
from attrs import frozen
from scipy.ndimage import binary_closing

from hingecheck.capture.trunk_picture import COLUMNS, FRONT, GRAIN, ROWS, STATION
from hingecheck.domain.array import Bools, Floats, Ints

# Where the outer edge may be at the middle of the trunk, and how far it may lean against the trunk:
# a stick that stands off the seat of a round back leans by a quarter and more.
_MIDDLE: Final = 0.5
_REACH: Final = (0.05, 0.55)
_SLOPES: Final = np.linspace(-0.5, 0.3, 41)
# From a thin dowel to a thick pipe: 1.5 to 5 cm.
_WIDTHS: Final = range(4, 13)
# One edge alone is a shirt's or a wall's as well.
_ONE_EDGE: Final = 0.3
# From half a trunk below the hip to half a head above the crown; every other row will do.
_IN_SPAN: Final = np.abs(STATION - 0.8) < 1.3
_EVERY: Final = 2
_LOOKED_AT: Final = np.flatnonzero(_IN_SPAN)[::_EVERY]
# A stick shows unbroken between two hands, but for a row or four; texture does not for so many.
_UNBROKEN_ROWS: Final = 20
_BREAK_ROWS: Final = 4
# So much edge as one in twenty of all pairs of lines has, is nothing special there.
_USUAL_PERCENT: Final = 95
# An edge lies on a line when it is no farther from it.
_NEAR: Final = 2


@frozen(eq=False)
class EdgePair:
    """A pair of edges of the upright picture.

    Attributes:
        outer: (ROWS,) column of the edge away from the body.
        width: columns between the two.
        both: (ROWS,) where both show.
        one: (ROWS,) where the outer one shows.
        support: along how much of it both show without a break, beyond what other pairs of lines
            there have, in lengths of the trunk: before a busy wall every line has some.
    """

    outer: Floats
    width: float
    both: Bools
    one: Bools
    support: float


def straightest(brighter: Bools, darker: Bools) -> EdgePair | None:
    """The pair of parallel lines with the most edge on them; None without any.

    Args:
        brighter: (ROWS, COLUMNS) edges that grow brighter backward.
        darker: (ROWS, COLUMNS) edges that grow darker.
    """
    lines = _candidates()
    up, down = (_on_lines(edges, lines) for edges in (brighter, darker))
    most = max((_best_pair(up, down, width) for width in _WIDTHS), key=lambda one: one.score)
    if most.score <= 0:
        return None
    every = _every_row(most.slope, most.outer)
    both = _opposite(
        *(_beside(edges, every) for edges in (brighter, darker)),
        *(_beside(edges, every - most.width) for edges in (brighter, darker)),
    )
    one = _beside(brighter | darker, every)
    if not both.any():
        return None
    outer, width = _refined(every, most.width, both, brighter | darker)
    return EdgePair(outer, width, both, one, _unbroken(both) / GRAIN - most.usual)


@frozen
class _Pair:
    """Two lines of the candidates.

    Attributes:
        score: how much edge is on them.
        slope: which slope.
        outer: which offset the line away from the body has.
        width: columns between them.
        usual: both edges of other pairs of this width, in trunk lengths.
    """

    score: float
    slope: int
    outer: int
    width: int
    usual: float


def _best_pair(up: Bools, down: Bools, width: int) -> _Pair:
    outer, inner = (up[:, width:], down[:, width:]), (up[:, :-width], down[:, :-width])
    both = np.count_nonzero(_opposite(*outer, *inner), axis=2)
    score = both + _ONE_EDGE * np.count_nonzero(outer[0] | outer[1], axis=2)
    slope, offset = np.unravel_index(int(np.argmax(score)), score.shape)
    usual = _EVERY * float(np.percentile(both, _USUAL_PERCENT)) / GRAIN
    return _Pair(float(score[slope, offset]), int(slope), int(offset) + width, width, usual)


def _opposite(outer_up: Bools, outer_down: Bools, inner_up: Bools, inner_down: Bools) -> Bools:
    """Where one edge grows brighter and the other one darker."""
    return (outer_up & inner_down) | (outer_down & inner_up)


def _candidates() -> Ints:
    """(slopes, offsets, rows) the column of every line in every other row."""
    first, last = (round((place - FRONT) * GRAIN) for place in _REACH)
    offset = np.arange(first - max(_WIDTHS), last + 1)
    lean = _SLOPES[:, None, None] * (STATION[_LOOKED_AT] - _MIDDLE) * GRAIN
    return np.round(offset[None, :, None] + lean).astype(np.int64)


def _every_row(slope: int, offset: int) -> Ints:
    """(ROWS,) the columns of one line."""
    first = round((_REACH[0] - FRONT) * GRAIN) - max(_WIDTHS) + offset
    return np.asarray(np.round(first + _SLOPES[slope] * (STATION - _MIDDLE) * GRAIN), np.int64)


def _on_lines(edges: Bools, lines: Ints) -> Bools:
    """(slopes, offsets, rows) whether an edge lies within a column of a line."""
    inside = (lines >= 0) & (lines < COLUMNS)
    looked_at = _widened(edges)[_LOOKED_AT]
    rows = np.arange(lines.shape[2])
    return np.asarray(looked_at[rows, np.clip(lines, 0, COLUMNS - 1)] & inside)


def _beside(edges: Bools, line: Ints) -> Bools:
    """(ROWS,) whether an edge lies within a column of one line, where a stick may be."""
    inside = (line >= 0) & (line < COLUMNS) & _IN_SPAN
    return _widened(edges)[np.arange(ROWS), np.clip(line, 0, COLUMNS - 1)] & inside


def _widened(edges: Bools) -> Bools:
    wide = edges.copy()
    wide[:, 1:] |= edges[:, :-1]
    wide[:, :-1] |= edges[:, 1:]
    return wide


def _unbroken(shown: Bools) -> float:
    """How many rows belong to runs that are long enough for a stick."""
    padded = np.pad(shown, _BREAK_ROWS)
    closed = np.asarray(binary_closing(padded, np.ones(_BREAK_ROWS + 1, dtype=np.bool_)))
    edges = np.flatnonzero(np.diff(np.pad(closed, 1).astype(np.int64)))
    runs = edges[1::2] - edges[::2]
    return float(runs[runs >= _UNBROKEN_ROWS].sum())


def _refined(columns: Ints, width: int, both: Bools, edges: Bools) -> tuple[Floats, float]:
    """The outer line and the width, laid through the middle of the edges."""
    rows = np.flatnonzero(both)
    outer = _nearest(edges, rows, columns[rows])
    inner = _nearest(edges, rows, columns[rows] - width)
    known = np.isfinite(outer) & np.isfinite(inner)
    if np.count_nonzero(known) < _UNBROKEN_ROWS:
        return columns.astype(np.float64), float(width)
    slope, height = np.polyfit(rows[known], outer[known], 1)
    middle: float = float(np.median((outer - inner)[known]))
    return height + slope * np.arange(ROWS), middle


def _nearest(edges: Bools, rows: Ints, columns: Ints) -> Floats:
    """The column of the edge nearest to a place, for each row; NaN where none is near."""
    shifts = np.arange(-_NEAR, _NEAR + 1)
    places = np.clip(columns[:, None] + shifts, 0, COLUMNS - 1)
    away = np.where(edges[rows[:, None], places], np.abs(shifts), np.inf)
    best = np.argmin(away, axis=1)
    found = np.isfinite(away[np.arange(len(rows)), best])
    return np.where(found, columns + shifts[best], np.nan)
