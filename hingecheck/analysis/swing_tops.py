"""Where the hands of a swing are at their top."""

from itertools import pairwise

import numpy as np

from hingecheck.analysis.folding import EDGE_S, Stretch, is_still
from hingecheck.analysis.leaning import MAX_TOP_LEAN_DEG
from hingecheck.domain.array import Bools
from hingecheck.domain.signal import SignalSet

# A swing folds at least this far, a shallow one by 0.3 and a usual one by 0.5; who only lifts the
# arms does not.
_MIN_FOLD_TRUNKS = 0.22
# Swings fold and rise within this time (1.3-1.7 s a rep in the literature and in real clips).
MAX_SWING_CYCLE_S = 2.6
# The hands of a swing are high when the body is up.
MAX_FOLD_AT_HAND_TOP = 0.45
# An elbow this far above the shoulder belongs to a straight arm that is raised, whose wrist lies
# higher still, or to a high pull, whose wrist does not.
HIGH_ELBOW_TRUNKS = 0.15
PULLED_SHARE = 0.5
# One single high moment of the hands is a swing only when it is clearly one.
SINGLE_TOP_TRUNKS = -0.4
# Before it rises, the arm of a swing hangs (about -1.05, behind a deep fold -0.68 in the
# simulation); hands that hold a stick on the shoulders (-0.1) never do.
HANGING_TRUNKS = -0.55
# At its top the arm of a swing has gone forward: by 45 degrees where the bell reaches the belt.
# Hands that come up behind the body, or at the sides of one who leans back, are at no top. From the
# front the picture tells only what is clearly behind: it reads up to 20 degrees either way.
_FORWARD_DEG = 35.0
_BEHIND_DEG = -25.0
_SIDE_YAW_DEG = 30.0
# From its bottom to its top a swing takes 0.7-0.8 s in real clips. Hands that the model loses
# between the legs jump up sooner.
MIN_RISE_S = 0.35
MAX_RISE_S = 1.2


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
    before = np.flatnonzero(_before(stretch, top))
    deepest_s = stretch.time_s[before[np.argmax(stretch.fold[before])]]
    risen = stretch.time_s[top] - deepest_s >= MIN_RISE_S or top == 0
    up = risen and stretch.fold[top] <= MAX_FOLD_AT_HAND_TOP
    hung = stretch.hands[before].min(initial=0.0) <= HANGING_TRUNKS
    is_real = _is_seen(stretch, signals, top) and _arrives(stretch, top)
    raised = _is_forward(signals, frame) and not is_pulled(stretch, signals, top)
    return bool(up and stands and hung and is_real and raised)


def _is_forward(signals: SignalSet, frame: int) -> bool:
    """Whether the arm has been swung forward; where that does not show, nothing speaks against."""
    yaw = abs(signals["camera_yaw"].values[frame])
    least_deg = _FORWARD_DEG if yaw <= _SIDE_YAW_DEG else _BEHIND_DEG
    return not signals["arm_elevation"].values[frame] < least_deg  # NaN compares false


def _is_seen(stretch: Stretch, signals: SignalSet, top: int) -> bool:
    """Whether the hands are seen on both sides; inside a longer hole a top is drawn across it."""
    hands = signals["swing_height"].values[stretch.start : stretch.start + len(stretch)]
    since_s = np.round(stretch.time_s[np.isfinite(hands)] - stretch.time_s[top], 3)
    before, after = since_s[since_s <= 0], since_s[since_s >= 0]
    return bool(max(-before.max(initial=-np.inf), after.min(initial=np.inf)) <= EDGE_S)


def _arrives(stretch: Stretch, top: int) -> bool:
    """Whether the hands come to rest; where the recording ends in mid-rise there is no top."""
    if top < len(stretch) - 2:
        return True
    rise = np.flatnonzero(_before(stretch, top))
    end_s = float(stretch.time_s[-1])
    return is_still(stretch.time_s, stretch.hands, end_s, slice(int(rise[0]), top + 1))


def hand_tops(stretch: Stretch) -> list[int]:
    """Where the hands are high, within a swing's time of a fold."""
    return [top for top in stretch.tops_of_hands.tolist() if _folded_before(stretch, top)]


def is_pulled(stretch: Stretch, signals: SignalSet, top: int) -> bool:
    """Whether the hands are high because the elbows are: a high pull."""
    forearm = signals["hands_above_elbow"].values[stretch.start + top]
    elbow = stretch.hands[top] - forearm
    return bool(elbow > HIGH_ELBOW_TRUNKS and forearm < PULLED_SHARE * elbow)


def _folded_between(stretch: Stretch, first: int, second: int) -> bool:
    quick = stretch.time_s[second] - stretch.time_s[first] <= MAX_SWING_CYCLE_S
    return bool(quick and stretch.fold[first:second].max() >= _MIN_FOLD_TRUNKS)


def _folded_before(stretch: Stretch, top: int) -> bool:
    before = stretch.fold[_before(stretch, top)]
    return bool(before.max(initial=0.0) >= _MIN_FOLD_TRUNKS)


def _before(stretch: Stretch, top: int) -> Bools:
    """(N,) true in the time that a swing takes from its bottom to this top."""
    recent = stretch.time_s >= stretch.time_s[top] - MAX_RISE_S
    return np.asarray(recent & (np.arange(len(stretch)) <= top))
