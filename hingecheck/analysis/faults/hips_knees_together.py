"""Hips and knees do not straighten together.

What it looks for: the time between the moments at which the hips and the knees are nine tenths
straight, as a share of the way up from the bottom to the later of the two.

Why: hips and knees extend at the same time on the way up (band hinge and swing teaching). In
competent real swings the knees are there 10 ms before to 33 ms after the hips, a good swing
on a phone reads 0.13 to 0.21 of the way. On rendered lifters whose hips and knees arrive together
the model's error alone reads up to 0.42 in a swing and 0.38 in a slow lift, so the limits lie
there, and this is never more than borderline.

What it cannot see: less than a tenth of a second at 30 frames per second, for the order of two
events is only known to 37 ms there. A knee that straightens by less than 12 degrees has no
timing.
"""

import numpy as np

from hingecheck.analysis.fault import TIMING_FPS, Fault
from hingecheck.analysis.straightening import Straightening, straightening
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

_THROUGH = 0.9
_LEAST_HIP_DEG, _LEAST_KNEE_DEG = 30.0, 12.0
# One standard deviation of the time between two events (own simulations, 2 degrees of noise).
_ORDER_U_S = 0.037
_NOISE_DEG = 2.0

_SWING = Criterion(
    0.42, None, Beyond.ABOVE, "ratio", Basis.CALIBRATED, "98 % of clean rendered reps read less"
)
_SLOW = Criterion(
    0.40, None, Beyond.ABOVE, "ratio", Basis.CALIBRATED, "98 % of clean rendered reps read less"
)


class _Apart:
    """Time between hips and knees being nine tenths straight, over the time of the way up."""

    signal = "knee_extended"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where hip or knee are not seen, or straighten too little."""
        hips = straightening(rep, signals, "trunk_thigh_flexion", _LEAST_HIP_DEG)
        knees = straightening(rep, signals, "knee_flexion", _LEAST_KNEE_DEG)
        if hips is None or knees is None or not np.isfinite(signals[self.signal].values).any():
            return None
        hip_frame, knee_frame = hips.frame_at(_THROUGH), knees.frame_at(_THROUGH)
        if hip_frame is None or knee_frame is None:
            return None
        hip_s, knee_s = signals.time_s[[hip_frame, knee_frame]].tolist()
        begin_s = float(signals.time_s[min(hips.frames[0], knees.frames[0])])
        way_s = max(hip_s, knee_s) - begin_s
        if way_s <= 0:
            return None
        value, u = abs(knee_s - hip_s) / way_s, self._u(knees, way_s)
        return Measurement(value, u, max(hip_frame, knee_frame), min(hips.coverage, knees.coverage))

    @staticmethod
    def _u(knees: Straightening, way_s: float) -> float:
        """A slow knee crosses a level slowly, so its noise moves the moment further."""
        return float(np.hypot(_ORDER_U_S, _NOISE_DEG * way_s / knees.range_deg)) / way_s


FAULT = Fault(
    code="hips_knees_together",
    name="hips and knees straighten apart",
    cue="Straighten hips and knees as one, and arrive with both.",
    measure=_Apart(),
    criteria={Movement.HINGE: _SLOW, Movement.RDL: _SLOW, Movement.SWING: _SWING},
    page=__doc__,
    needs_leg=True,
    min_fps=TIMING_FPS,
    unread="hips or knees hardly straighten in this rep, or were not seen",
)
