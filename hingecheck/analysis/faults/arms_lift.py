"""The arms lift the bell before the hips are through.

What it looks for: how much of the hips' way up is done when the arm has risen to 45 degrees.

Why: the hips throw the bell and the arms guide it: experts move hip, trunk and shoulder one after
the other, beginners lift with the shoulder (Back 2016). In competent real swings 0.80 to 0.97 of
the hips' way is done by then.

What it cannot see: how hard the shoulders work. A wrist that is blurred moves the moment.
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

_RISEN_DEG = 45.0
_LEAST_DEG = 30.0
# At the moment looked at, hips straighten at about 0.8 degrees for each degree that the arm
# rises (300 against 370 degrees a second in real swings).
_HIP_PER_ARM = 0.8


class _HipsDone:
    """Share of the hips' straightening when the rising arm passes 45 degrees."""

    signal = "hip_extended"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where hip or arm are not seen, or the arm never rises so far."""
        hips = straightening(rep, signals, "trunk_thigh_flexion", _LEAST_DEG)
        if hips is None or not np.isfinite(signals[self.signal].values).any():
            return None
        arm = signals["arm_elevation"]
        risen = np.flatnonzero(arm.values[hips.frames] >= _RISEN_DEG)  # NaN compares false
        if not len(risen) or not np.isfinite(hips.share[risen[0]]):
            return None
        place = int(risen[0])
        frame = int(hips.frames[place])
        hip_u = signals["trunk_thigh_flexion"].u[frame]
        u = float(np.hypot(hip_u, _HIP_PER_ARM * arm.u[frame])) / hips.range_deg
        done = float(min(1.0, hips.share[: place + 1][np.isfinite(hips.share[: place + 1])].max()))
        return Measurement(done, u, frame, hips.coverage)


FAULT = Fault(
    code="arms_lift",
    name="arms lift before the hips are through",
    cue="Let your hips throw the bell; your arms only come along.",
    topic=Topic.ARMS,
    measure=_HipsDone(),
    criteria={
        Movement.SWING: Criterion(
            0.75, 0.60, Beyond.BELOW, "ratio", Basis.STUDY, "Back 2016; good real swings 0.80-0.97"
        )
    },
    page=__doc__,
    needs_leg=True,
    min_fps=TIMING_FPS,
    unread="the arms do not rise so far in this rep, or were not seen",
)
