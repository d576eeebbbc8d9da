"""Hips and knees do not straighten together.

What it looks for: how far apart the two are on the way up, as shares of their own way (0 = at the
bottom, 1 = straight at the top), on average from the bottom until both are nine tenths through. It
is the time that one comes after the other, as a share of the whole way up.

Why: hips and knees extend at the same time on the way up (band hinge and swing teaching). In
competent real swings the knees are there 10 ms before to 33 ms after the hips; good recordings of
swings, hinges and deadlifts read 0.00 to 0.14. In a swing, whose way up takes half a second, 0.22
is a tenth of a second and 0.35 nearly two. No study says how much is too much in a slow lift,
so there it is never more than borderline.

What it cannot see: which of the two is to blame. A knee that straightens by less than 12 degrees
has no timing.
"""

import numpy as np

from hingecheck.analysis.fault import TIMING_FPS, Fault
from hingecheck.analysis.straightening import straightening
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

_THROUGH = 0.9
_LEAST_HIP_DEG, _LEAST_KNEE_DEG = 30.0, 12.0
# What lasts falls out of a share, and a mean over the way takes out most of what changes: this
# part of the two flexions' own error is left (lifters of the tuning part, simulated).
_LEFT = 0.4

_SWING = Criterion(
    0.22, 0.35, Beyond.ABOVE, "ratio", Basis.CALIBRATED, "0.1 and 0.17 s; good swings to 0.14"
)
_SLOW = Criterion(
    0.25, None, Beyond.ABOVE, "ratio", Basis.CALIBRATED, "clean rendered reps read less than 0.2"
)


class _Apart:
    """Mean distance between the hips' and the knees' way up, both as shares."""

    signal = "knee_extended"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where hip or knee are not seen, or straighten too little."""
        hips = straightening(rep, signals, "trunk_thigh_flexion", _LEAST_HIP_DEG)
        knees = straightening(rep, signals, "knee_flexion", _LEAST_KNEE_DEG)
        if hips is None or knees is None or not np.isfinite(signals[self.signal].values).any():
            return None
        through = hips.frame_at(_THROUGH), knees.frame_at(_THROUGH)
        if through[0] is None or through[1] is None:
            return None
        begin, last = int(min(hips.frames[0], knees.frames[0])), max(through[0], through[1])
        way = np.arange(begin, last + 1)
        apart = hips.share_in(way) - knees.share_in(way)
        known = np.isfinite(apart)
        hip_u = signals["trunk_thigh_flexion"].u[last] / hips.range_deg
        knee_u = signals["knee_flexion"].u[last] / knees.range_deg
        u = _LEFT * float(np.hypot(hip_u, knee_u))
        return Measurement(abs(float(apart[known].mean())), u, last, float(known.mean()))


FAULT = Fault(
    code="hips_knees_together",
    name="hips and knees straighten apart",
    cue="Straighten hips and knees as one, and arrive with both.",
    topic=Topic.WAY_UP,
    measure=_Apart(),
    criteria={Movement.HINGE: _SLOW, Movement.RDL: _SLOW, Movement.SWING: _SWING},
    page=__doc__,
    needs_leg=True,
    min_fps=TIMING_FPS,
    unread="hips or knees hardly straighten in this rep, or were not seen",
)
