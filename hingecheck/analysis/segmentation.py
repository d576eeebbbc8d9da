"""Signals -> reps: one bottom and the top after it, both in the recording."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.folding import EDGE_S, Stretch, is_still, turning_points
from hingecheck.analysis.leaning import lean_turns
from hingecheck.analysis.phases import AT_TOP, MAX_TOP_S, Turn, end_where_the_next_begins, phases_of
from hingecheck.analysis.swing_tops import (
    MAX_FOLD_AT_HAND_TOP,
    MAX_RISE_S,
    MAX_SWING_CYCLE_S,
    swing_tops,
)
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import SignalSet

# A squatty swing folds little, and a hike from the floor even less beyond its set-up.
MIN_SWING_FOLD_TRUNKS = 0.12
# A top is up when it has undone this share of the fold before it.
MIN_RISE = 0.7
# The hike ends with the hands behind the body (arm elevation) and at least half the set-up's fold.
HANDS_BEHIND_DEG = -15.0
HIKE_FOLD = 0.5
# Where the hands are not seen, the hike ends where the rise is still this slow, as a share of its
# fastest moment.
STILL_BEFORE_DRIVE = 0.5
# After its last bottom a swing reaches the top within this time, or the bell was parked.
_PARKED_AFTER_S = 1.0
# From the floor to the end of the hike the bell takes less than this.
_HIKE_S = 0.8
# A drop takes 0.6 to 0.8 s; an arm that was no higher than this comes from a set-up.
_DROP_S = 1.5
_FROM_A_TOP_DEG = 50.0
# Hands that are lost for this share of the time at the top may have been anywhere.
_LOST_SHARE = 0.2
# Who ends the film upright has been up for so long, on this share of the fold; noise is not still.
_UP_S = 0.4
_STAYS_UP = 0.25
# Why a rep does not count.
_BEGINS = "its beginning is not in the film"
_ENDS = "its end is not in the film"
_SHORT = "the body does not come up again in between"
_SHALLOW = "the trunk hardly leans: too shallow a hinge to count"
_PARKED = "the weight is put down"
_UNSEEN = "the hands are not seen at its top"


def find_reps(
    signals: SignalSet, found: tuple[Stretch, ...], recognition: Recognition
) -> tuple[Rep, ...]:
    """Cuts every stretch into reps, in time order; partial ones are not numbered.

    A pick-up from the floor and the park at the end have no top, or no bottom, of their own kind,
    so they are no reps. Where there is no hinge there are no reps: an empty tuple.
    """
    movement = recognition.movement
    if movement is Movement.NONE:
        return ()
    reps: list[Rep] = []
    count = 0
    for stretch in found:
        if movement is Movement.SWING:
            turns = _swing_turns(stretch, signals)
        else:
            turns = _slow_turns(stretch, signals, any_lean=recognition.said)
        for turn, phases in zip(turns, _phases(stretch, turns), strict=True):
            count += turn.whole
            rep = _rep(stretch, turn, phases, count if turn.whole else None)
            reps.append(evolve(rep, movement=movement))
    return tuple(reps)


def _phases(stretch: Stretch, turns: list[Turn]) -> list[dict[Phase, Span]]:
    before: int | None = None
    phases = []
    for turn in turns:
        phases.append(phases_of(stretch, turn, before))
        before = turn.bottom if turn.top is None else turn.top
    end_where_the_next_begins(phases)
    return phases


def _rep(stretch: Stretch, turn: Turn, phases: dict[Phase, Span], number: int | None) -> Rep:
    return Rep(
        number=number,
        bottom=None if turn.bottom is None else stretch.start + turn.bottom,
        top=None if turn.top is None else stretch.start + turn.top,
        phases=phases,
        why_partial="" if turn.whole else turn.why,
    )


def _slow_turns(stretch: Stretch, signals: SignalSet, *, any_lean: bool) -> list[Turn]:
    """Every fold that leans like a hinge, with the highest moment after it, up to the next fold.

    Where the user said which lift it is, it counts however little the trunk leans.
    """
    folds = lean_turns(stretch, signals, any_lean=any_lean)
    ends = [*(fold.bottom for fold in folds), len(stretch)][1:]
    turns = []
    for fold, end in zip(folds, ends, strict=True):
        bottom = fold.bottom
        top = _lockout(stretch, bottom, end)
        if top == bottom or stretch.fold[top] > (1 - MIN_RISE) * stretch.fold[bottom]:
            why = _ENDS if end == len(stretch) else _SHORT
            turns.append(Turn(bottom, None, whole=False, why=why))
            continue
        turned, arrived = _begins_still(stretch, bottom, top), _ends_still(stretch, bottom, top)
        turns.append(
            Turn(
                bottom=bottom if turned or not arrived else None,
                top=top if arrived else None,
                whole=(any_lean or fold.is_hinge) and turned and arrived,
                why=_BEGINS if not turned else _ENDS if not arrived else _SHALLOW,
            )
        )
    return turns


def _lockout(stretch: Stretch, bottom: int, end: int) -> int:
    """The highest frame soon after the body has come up; a rest may hold higher ones."""
    fold = stretch.fold[bottom:end]
    up = fold <= fold.min() + AT_TOP * (fold[0] - fold.min())
    first = int(np.argmax(up))
    resting_s = stretch.time_s[bottom + first] + MAX_TOP_S
    soon = stretch.time_s[bottom + first : end] <= resting_s
    return bottom + first + int(np.argmin(np.where(soon, fold[first:], np.inf)))


def _swing_turns(stretch: Stretch, signals: SignalSet) -> list[Turn]:
    """Every top of the hands with the bottom before it."""
    bottoms = turning_points(stretch.fold, MIN_SWING_FOLD_TRUNKS)
    arm = signals["arm_elevation"].values[stretch.start : stretch.start + len(stretch)]
    turns = []
    last = -1
    for top in swing_tops(stretch, signals):
        between = bottoms[(bottoms > last) & (bottoms < top)]
        bottom = _backswing(stretch, arm, int(between[-1]), top) if len(between) else None
        whole = bottom is not None and _begins_still(stretch, bottom, top)
        earliest = 0 if bottom is None else _hands_behind_since(arm, bottom)
        hike = None if bottom is None or last >= 0 else _hike(stretch, arm, bottom)
        turns.append(Turn(bottom if whole else None, top, whole, earliest, hike, _BEGINS))
        last = top
    return turns + (_after_the_last(stretch, signals, bottoms, last) if turns else [])


def _after_the_last(stretch: Stretch, signals: SignalSet, bottoms: Ints, top: int) -> list[Turn]:
    """The bottom that follows the last top: a swing that is cut off, or the park."""
    rest = bottoms[bottoms > top]
    if not len(rest) or stretch.time_s[rest[0]] - stretch.time_s[top] > MAX_SWING_CYCLE_S:
        return []
    cut = stretch.time_s[-1] - stretch.time_s[rest[0]] <= _PARKED_AFTER_S
    why = _ENDS if cut else _UNSEEN if _top_is_unseen(stretch, signals, int(rest[0])) else _PARKED
    return [Turn(int(rest[0]), None, whole=False, why=why)]


def _top_is_unseen(stretch: Stretch, signals: SignalSet, bottom: int) -> bool:
    """Whether the hands are lost while the body is up, in a swing's time after its bottom."""
    after_s = stretch.time_s - stretch.time_s[bottom]
    up = (after_s > 0) & (after_s <= MAX_RISE_S) & (stretch.fold <= MAX_FOLD_AT_HAND_TOP)
    hands = signals["swing_height"].values[stretch.start : stretch.start + len(stretch)]
    lost = up & np.isnan(hands)
    at_top = bool(lost[stretch.tops_of_hands].any())
    return at_top or bool(up.any() and lost.sum() >= _LOST_SHARE * up.sum())


def _hike(stretch: Stretch, arm: Floats, bottom: int) -> int | None:
    """Where the hands are furthest in front, shortly before the first bottom.

    None where they come down from a top.
    """
    ago_s = stretch.time_s[bottom] - stretch.time_s[:bottom]
    seen = np.isfinite(arm[:bottom]) & (ago_s <= _DROP_S)
    if not seen.any() or arm[:bottom][seen].max() >= _FROM_A_TOP_DEG:
        return None
    recent = np.flatnonzero(seen & (ago_s <= _HIKE_S))
    return int(recent[np.argmax(arm[recent])]) if len(recent) else None


def _backswing(stretch: Stretch, arm: Floats, bottom: int, top: int) -> int:
    """The deepest frame, or, after a set-up that is deeper still, the end of the hike.

    There the hands are furthest behind the body, while it is folded almost as deep.
    """
    reach = arm[bottom:top]
    if not np.isfinite(reach).any():
        return bottom
    furthest = bottom + int(np.nanargmin(reach))
    folded = stretch.fold[furthest] >= HIKE_FOLD * stretch.fold[bottom]
    if folded and arm[furthest] < HANDS_BEHIND_DEG:
        return furthest
    long_ago = stretch.time_s[top] - stretch.time_s[bottom] > MAX_RISE_S
    return _before_the_drive(stretch, bottom, top) if long_ago else bottom


def _before_the_drive(stretch: Stretch, bottom: int, top: int) -> int:
    """The last moment at which the body was as good as still before its fastest rise."""
    rise = -np.gradient(stretch.fold, stretch.time_s)[bottom:top]
    fastest = int(np.argmax(rise))
    slow = np.flatnonzero(rise[: fastest + 1] <= STILL_BEFORE_DRIVE * rise[fastest])
    return bottom + (int(slow[-1]) if len(slow) else 0)


def _hands_behind_since(arm: Floats, bottom: int) -> int:
    """The frame in which the hands last went behind the body; a bell on the floor is in front."""
    in_front = np.flatnonzero(arm[:bottom] >= HANDS_BEHIND_DEG)
    behind = arm[bottom] < HANDS_BEHIND_DEG  # NaN compares false
    return int(in_front[-1]) + 1 if behind and len(in_front) else 0


def _begins_still(stretch: Stretch, bottom: int, top: int) -> bool:
    """Whether a bottom is one, not just where the recording begins in mid-rise."""
    begin_s = float(stretch.time_s[0])
    if stretch.time_s[bottom] - begin_s > EDGE_S:
        return True
    return is_still(stretch.time_s, stretch.fold, begin_s, slice(bottom, top + 1))


def _ends_still(stretch: Stretch, bottom: int, top: int) -> bool:
    """Whether a top is one, not just where the recording ends in mid-rise."""
    end_s = float(stretch.time_s[-1])
    if end_s - stretch.time_s[top] > EDGE_S:
        return True
    last = stretch.fold[stretch.time_s > end_s - _UP_S]
    stays = len(last) > 1 and last.max() <= _STAYS_UP * stretch.fold[bottom]
    return stays or is_still(stretch.time_s, stretch.fold, end_s, slice(bottom, top + 1))
