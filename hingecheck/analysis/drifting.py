"""Where in a set a measure changes and stays changed: form that fades, or a warm-up."""

from typing import Final

import numpy as np

from hingecheck.analysis.leaning import near
from hingecheck.domain.array import Floats
from hingecheck.domain.drift import Drift
from hingecheck.domain.rep import Rep
from hingecheck.domain.rep_set import RepSet
from hingecheck.domain.signal import SignalSet

MIN_REPS = 5
# Who turns on the spot changes every angle of the picture.
MAX_YAW_DEG = 30.0
_FEWEST_BEFORE, _FEWEST_AFTER = 2, 2
# A change is told from this size on, beyond what a phone reads differently from rep to rep, ...
MIN_CHANGE: Final = {"deg": 8.0, "ratio": 0.06, "trunk": 0.08}
# ... (the back's outline differs less: a marked rounding is 0.05) ...
MIN_BOW_CHANGE_TRUNKS = 0.03
# ... and from so many standard uncertainties on.
MIN_SIGMAS = 3.0
_MAD_TO_SD = 1.4826
_WATCHED: Final = (
    ("trunk_inclination", "bottom"),
    ("knee_flexion", "bottom"),
    ("hinge_index", "bottom"),
    ("back_bow", "bottom"),
    ("trunk_thigh_flexion", "top"),
    ("swing_height", "top"),
)


def find_drifts(
    sets: tuple[RepSet, ...], reps: tuple[Rep, ...], signals: SignalSet
) -> tuple[Drift, ...]:
    """At most one change per set and measure, in time order and then as they are watched.

    A set needs `MIN_REPS` reps in which the measure is seen; its unseen reps are left out.
    """
    of_number = {rep.number: rep for rep in reps}
    found = [
        _drift(one.number, name, moment, [of_number[number] for number in one.reps], signals)
        for one in sets
        for name, moment in _WATCHED
    ]
    return tuple(drift for drift in found if drift is not None)


def _drift(
    number: int, name: str, moment: str, reps: list[Rep], signals: SignalSet
) -> Drift | None:
    signal = signals[name]
    frames = [rep.bottom if moment == "bottom" else rep.top for rep in reps]
    yaw = signals["camera_yaw"].values
    seen = [at is not None and abs(near(yaw, at)) <= MAX_YAW_DEG for at in frames]
    read = np.array(
        [
            near(signal.values, at or 0) if ok else np.nan
            for at, ok in zip(frames, seen, strict=True)
        ]
    )
    known = np.flatnonzero(np.isfinite(read))
    if len(known) < MIN_REPS:
        return None
    values = read[known]
    split, sd = _best_split(values)
    before, after = float(np.median(values[:split])), float(np.median(values[split:]))
    u = sd * float(np.sqrt(1 / split + 1 / (len(values) - split)))
    least = MIN_BOW_CHANGE_TRUNKS if name == "back_bow" else MIN_CHANGE[signal.unit]
    if abs(after - before) < max(least, MIN_SIGMAS * u):
        return None
    since = reps[int(known[split])].number or 0
    return Drift(number, name, moment, since, before, after, u, signal.unit)


def _best_split(values: Floats) -> tuple[int, float]:
    """Where two levels fit best, and the standard deviation about them."""
    places = range(_FEWEST_BEFORE, len(values) - _FEWEST_AFTER + 1)
    left = [_left_over(values, place) for place in places]
    best = int(np.argmin([np.abs(rest).sum() for rest in left]))
    return places[best], _MAD_TO_SD * float(np.median(np.abs(left[best])))


def _left_over(values: Floats, place: int) -> Floats:
    one, other = values[:place], values[place:]
    return np.concatenate([one - np.median(one), other - np.median(other)])
