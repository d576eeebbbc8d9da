"""Where in a set a measure changes and stays changed: form that fades, or a warm-up."""

from typing import Final

import numpy as np
from attrs import frozen

from hingecheck.analysis.leaning import near
from hingecheck.domain.array import Floats
from hingecheck.domain.drift import Drift, Moment
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
# The way up is told as changed from two frames of a phone on, and from a quarter of itself.
_MIN_CHANGE_S, _MIN_CHANGE_SHARE = 0.07, 0.25
WAY_UP: Final[tuple[str, Moment]] = ("ascent_s", "way up")
_WATCHED: Final[tuple[tuple[str, Moment], ...]] = (
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
    found: list[Drift | None] = []
    for one in sets:
        mine = [of_number[number] for number in one.reps]
        found += [_of_signal(one.number, what, mine, signals) for what in _WATCHED]
        found.append(_of_way_up(one))
    return tuple(drift for drift in found if drift is not None)


def _of_signal(
    number: int, what: tuple[str, Moment], reps: list[Rep], signals: SignalSet
) -> Drift | None:
    name, moment = what
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
    change = _change(read)
    if change is None:
        return None
    least = MIN_BOW_CHANGE_TRUNKS if name == "back_bow" else MIN_CHANGE[signal.unit]
    since = reps[change.place].number or 0
    told = Drift(number, name, moment, since, change.before, change.after, change.u, signal.unit)
    return told if change.is_beyond(least) else None


def _of_way_up(one: RepSet) -> Drift | None:
    """The time of the way up; a time is as good from any view."""
    ascents = np.array([np.nan if t.ascent_s is None else t.ascent_s for t in one.tempos])
    change = _change(ascents)
    if change is None:
        return None
    since = one.reps[change.place]
    told = Drift(one.number, *WAY_UP, since, change.before, change.after, change.u, "s")
    least = max(_MIN_CHANGE_S, _MIN_CHANGE_SHARE * change.before)
    return told if change.is_beyond(least) else None


@frozen
class _Change:
    """From one level to another, at an index of the reps."""

    place: int
    before: float
    after: float
    u: float

    def is_beyond(self, least: float) -> bool:
        """Whether it is larger than noise, and large enough to be told."""
        return abs(self.after - self.before) >= max(least, MIN_SIGMAS * self.u)


def _change(read: Floats) -> _Change | None:
    """Where (R,) readings go from one level to another; None where too few are seen."""
    known = np.flatnonzero(np.isfinite(read))
    if len(known) < MIN_REPS:
        return None
    values = read[known]
    split, sd = _best_split(values)
    u = sd * float(np.sqrt(1 / split + 1 / (len(values) - split)))
    before, after = (float(np.median(part)) for part in (values[:split], values[split:]))
    return _Change(int(known[split]), before, after, u)


def _best_split(values: Floats) -> tuple[int, float]:
    """Where two levels fit best, and the standard deviation about them."""
    places = range(_FEWEST_BEFORE, len(values) - _FEWEST_AFTER + 1)
    left = [_left_over(values, place) for place in places]
    best = int(np.argmin([np.abs(rest).sum() for rest in left]))
    return places[best], _MAD_TO_SD * float(np.median(np.abs(left[best])))


def _left_over(values: Floats, place: int) -> Floats:
    one, other = values[:place], values[place:]
    return np.concatenate([one - np.median(one), other - np.median(other)])
