"""Cuts one rep into its phases by the share of the fold that is left."""

from itertools import pairwise

import numpy as np
from attrs import frozen

from hingecheck.analysis.folding import Stretch
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.rep import Phase, Span

# Shares of the way from the rep's top to its bottom. A swing starts from a set-up that may be
# deeper than the bottom of its hike, hence the upper edge.
AT_BOTTOM = 0.9
BEYOND_BOTTOM = 1.15
AT_TOP = 0.1
# Leaning back lowers the shoulder as leaning forward does; while it stays this high, a top goes on.
STILL_UP = 0.5
# Who stands for longer than this after coming up is resting; a rest is no part of a rep.
MAX_TOP_S = 3.0


@frozen
class Turn:
    """The turning points of a rep inside a stretch.

    Attributes:
        bottom: deepest frame; None where it is not in the recording.
        top: highest frame after it; None where it is not in the recording.
        whole: whether both are there and real.
        earliest: first frame that may belong to the bottom; what lies before is set-up.
        hike: frame in which the hands set off backward from the set-up; None if they do not.
        why: why it is not whole, half a sentence.
    """

    bottom: int | None
    top: int | None
    whole: bool
    earliest: int = 0
    hike: int | None = None
    why: str = ""


def phases_of(stretch: Stretch, turn: Turn, before: int | None) -> dict[Phase, Span]:
    """The phases that are present, in time order, in frames of the track.

    Args:
        stretch: where the rep lies.
        turn: its turning points, at least one of them.
        before: the last turning point of the rep before, in frames of the stretch; None if this
            is the first.
    """
    spans: dict[Phase, Span] = {}
    start = 0 if before is None else before + 1
    depth = _depth(stretch, turn, start)
    if turn.bottom is not None:
        spans |= _before_bottom(depth, turn, turn.bottom, start, low_start=before is None)
    if turn.top is not None:
        spans |= _after_bottom(stretch.time_s, depth, turn.bottom, turn.top, start)
    order = [phase for phase in Phase if phase in spans]
    shift = stretch.start
    return {phase: Span(spans[phase].start + shift, spans[phase].stop + shift) for phase in order}


def end_where_the_next_begins(phases: list[dict[Phase, Span]]) -> None:
    """Shortens the last phase of each rep that would reach into the rep after it.

    A deep rep's top is wider than a shallow one's, since both are shares of their own depth.
    """
    for one, following in pairwise(phases):
        begin = min(span.start for span in following.values())
        last, span = list(one.items())[-1]
        one[last] = Span(span.start, min(span.stop, begin))


def _depth(stretch: Stretch, turn: Turn, start: int) -> Floats:
    """(N,) 0 at the rep's top, 1 at its bottom."""
    fold = stretch.fold
    low = fold[turn.bottom] if turn.bottom is not None else fold[start:].max()
    high = fold[turn.top] if turn.top is not None else min(0.0, float(fold[start:].min()))
    return np.asarray((fold - high) / max(float(low - high), 1e-6))


def _before_bottom(
    depth: Floats, turn: Turn, bottom: int, start: int, *, low_start: bool
) -> dict[Phase, Span]:
    inside = (depth >= AT_BOTTOM) & (depth <= BEYOND_BOTTOM)
    deep = _run_around(inside, bottom, max(start, turn.earliest), len(depth))
    spans = {Phase.BOTTOM: deep}
    high = np.flatnonzero(depth[start : deep.start] <= AT_TOP)
    begin = start + int(high[-1]) + 1 if len(high) else start
    if begin < deep.start:
        before = Span(begin, deep.start)
        if turn.hike is not None or (low_start and not len(high)):
            spans |= _set_up(before, turn.hike)
        else:
            spans[Phase.DESCENT] = before
    return spans


def _set_up(before: Span, hike: int | None) -> dict[Phase, Span]:
    """What precedes a first bottom that no top precedes."""
    if hike is None or not before.start < hike < before.stop:
        return {Phase.SETUP: before}
    return {Phase.SETUP: Span(before.start, hike), Phase.HIKE: Span(hike, before.stop)}


def _after_bottom(
    time_s: Floats, depth: Floats, bottom: int | None, top: int, start: int
) -> dict[Phase, Span]:
    lowest = start if bottom is None else bottom
    following = np.flatnonzero(depth[top:] >= AT_BOTTOM)
    stop = top + int(following[0]) if len(following) else len(depth)
    stop = min(stop, int(np.searchsorted(time_s, time_s[top] + MAX_TOP_S, side="right")))
    up = _trimmed(_run_around(depth <= STILL_UP, top, lowest, stop), depth <= AT_TOP, top)
    spans = {Phase.TOP: up}
    rising = lowest
    if bottom is not None:
        deep = np.flatnonzero(depth[lowest : up.start] >= AT_BOTTOM)
        rising += int(deep[-1]) + 1 if len(deep) else 0
    if rising < up.start:
        spans[Phase.ASCENT] = Span(rising, up.start)
    return spans


def _run_around(inside: Bools, frame: int, start: int, stop: int) -> Span:
    """The run of true frames around one, which itself always belongs to it."""
    first = frame
    while first > start and inside[first - 1]:
        first -= 1
    last = frame
    while last + 1 < stop and inside[last + 1]:
        last += 1
    return Span(first, last + 1)


def _trimmed(span: Span, inside: Bools, frame: int) -> Span:
    """The span from its first to its last true frame; one frame always belongs to it."""
    true = [*(span.start + np.flatnonzero(inside[span.frames])).tolist(), frame]
    return Span(min(true), max(true) + 1)
