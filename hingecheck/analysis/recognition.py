"""Tells a swing from a slow lift, and both from what is no hip hinge."""

from itertools import pairwise

import numpy as np
from attrs import frozen

from hingecheck.analysis.folding import Stretch, is_still, turning_points
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.movement import MOVEMENT_WORDS, Movement, Recognition
from hingecheck.domain.signal import SignalSet

# A fold counts from here on; real swings fold by 0.5, slow lifts by 0.7 trunk lengths and more.
MIN_FOLD_TRUNKS = 0.3
# Swings fold and rise within this time (1.3-1.7 s a rep in the literature and in real clips).
MAX_SWING_CYCLE_S = 2.6
# The hands of a swing are high when the body is up.
MAX_FOLD_AT_HAND_TOP = 0.45
# From its top to its bottom a hinge leans the trunk by this much: a squatty deadlift by 25, a
# back squat by 18 to 21, on the rendered and the labelled clips.
MIN_LEAN_DEG = 23.0
# An elbow this far above the shoulder belongs to a straight arm that is raised, whose wrist lies
# higher still, or to a high pull, whose wrist does not.
HIGH_ELBOW_TRUNKS = 0.15
PULLED_SHARE = 0.5
# One single high moment of the hands is a swing only when it is clearly one.
SINGLE_TOP_TRUNKS = -0.4
# Before it rises, the arm of a swing hangs (about -1.05); hands that hold a stick on the shoulders
# never do.
HANGING_TRUNKS = -0.8
# From its bottom to its top a swing takes less than this (0.7-0.8 s in real clips).
MAX_RISE_S = 1.2
# Who does not come up to here does not stand: push-ups, rows.
MAX_TOP_LEAN_DEG = 45.0


@frozen
class Lean:
    """How far the trunk leans in one fold, in degrees; NaN = unseen.

    Attributes:
        bottom: the deepest frame of the stretch.
        at_bottom_deg: there.
        at_top_deg: at the best moment between the folds around it.
    """

    bottom: int
    at_bottom_deg: float
    at_top_deg: float

    @property
    def is_hinge(self) -> bool:
        """Whether the trunk leans enough, and comes up in between."""
        enough = self.at_bottom_deg - self.at_top_deg >= MIN_LEAN_DEG
        return enough and self.at_top_deg <= MAX_TOP_LEAN_DEG


def recognise(
    signals: SignalSet, found: tuple[Stretch, ...], asked: Movement | None
) -> Recognition:
    """What the recording shows; `asked` overrides what it looks like."""
    if asked is not None:
        why = f"You said that it is a {MOVEMENT_WORDS[asked]}."
        return Recognition(asked, 1.0, why)
    swings = sum(len(swing_tops(stretch, signals)) for stretch in found)
    if swings:
        why = f"The hands swing up while the body rises, {_times(swings)}."
        return Recognition(Movement.SWING, 0.9 if swings > 1 else 0.6, why)
    if any(_is_pulled(stretch, signals, top) for stretch in found for top in _tops(stretch)):
        return Recognition(Movement.NONE, 0.6, "The hands are pulled up with high elbows.")
    return _slow_or_none([fold for stretch in found for fold in leans(stretch, signals)])


def _slow_or_none(folds: list[Lean]) -> Recognition:
    hinges = sum(fold.is_hinge for fold in folds)
    if hinges:
        why = f"The trunk leans forward and rises again slowly, {_times(hinges)}."
        return Recognition(Movement.SLOW_LIFT, min(0.9, hinges / len(folds)), why)
    why = "The body folds, but the trunk hardly leans." if folds else "The body never folds."
    return Recognition(Movement.NONE, 0.7, why)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def swing_tops(stretch: Stretch, signals: SignalSet) -> list[int]:
    """Frames of the stretch in which a swing is at its top.

    The hands are high, straight above no elbow, the body is up and stands, and it was folded less
    than a swing's time ago (or the recording begins in between).
    """
    tops = [top for top in stretch.tops_of_hands.tolist() if _is_swing_top(stretch, signals, top)]
    moving = {top for pair in pairwise(tops) for top in pair if _folded_between(stretch, *pair)}
    found = [top for top in tops if top in moving or _folded_before(stretch, top)]
    lonely = len(found) == 1 and stretch.hands[found[0]] < SINGLE_TOP_TRUNKS
    return [] if lonely else found


def _is_swing_top(stretch: Stretch, signals: SignalSet, top: int) -> bool:
    frame = stretch.start + top
    lean = signals["trunk_inclination_3d"].values[frame]
    stands = not lean > MAX_TOP_LEAN_DEG  # unseen does not speak against it
    up = stretch.fold[top] <= MAX_FOLD_AT_HAND_TOP
    hung = stretch.hands[_before(stretch, top)].min(initial=0.0) <= HANGING_TRUNKS
    return bool(
        up and stands and hung and _arrives(stretch, top) and not _is_pulled(stretch, signals, top)
    )


def _arrives(stretch: Stretch, top: int) -> bool:
    """Whether the hands come to rest; where the recording ends in mid-rise there is no top."""
    if top < len(stretch) - 2:
        return True
    rise = np.flatnonzero(_before(stretch, top))
    end_s = float(stretch.time_s[-1])
    return is_still(stretch.time_s, stretch.hands, end_s, slice(int(rise[0]), top + 1))


def _tops(stretch: Stretch) -> list[int]:
    """Where the hands are high, within a swing's time of a fold."""
    return [top for top in stretch.tops_of_hands.tolist() if _folded_before(stretch, top)]


def _is_pulled(stretch: Stretch, signals: SignalSet, top: int) -> bool:
    forearm = signals["hands_above_elbow"].values[stretch.start + top]
    elbow = stretch.hands[top] - forearm
    return bool(elbow > HIGH_ELBOW_TRUNKS and forearm < PULLED_SHARE * elbow)


def _folded_between(stretch: Stretch, first: int, second: int) -> bool:
    quick = stretch.time_s[second] - stretch.time_s[first] <= MAX_SWING_CYCLE_S
    return bool(quick and stretch.fold[first:second].max() >= MIN_FOLD_TRUNKS)


def _folded_before(stretch: Stretch, top: int) -> bool:
    before = stretch.fold[_before(stretch, top)]
    return bool(before.max(initial=0.0) >= MIN_FOLD_TRUNKS)


def _before(stretch: Stretch, top: int) -> Bools:
    """(N,) true in the time that a swing takes from its bottom to this top."""
    recent = stretch.time_s >= stretch.time_s[top] - MAX_RISE_S
    return np.asarray(recent & (np.arange(len(stretch)) <= top))


def leans(stretch: Stretch, signals: SignalSet) -> list[Lean]:
    """Each fold of a stretch: how far the trunk leans at its bottom and at the tops around it."""
    lean = signals["trunk_inclination_3d"].values[stretch.start : stretch.start + len(stretch)]
    bottoms = turning_points(stretch.fold, MIN_FOLD_TRUNKS).tolist()
    edges = [0, *bottoms, len(stretch)]
    result = []
    for index, bottom in enumerate(bottoms):
        around = lean[edges[index] : edges[index + 2]]
        result.append(Lean(bottom, _near(lean, bottom), _lowest(around)))
    return result


def _lowest(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(np.percentile(known, 5)) if len(known) else float("nan")


def _near(values: Floats, index: int) -> float:
    known = values[max(0, index - 2) : index + 3]
    known = known[np.isfinite(known)]
    return float(np.median(known)) if len(known) else float("nan")
