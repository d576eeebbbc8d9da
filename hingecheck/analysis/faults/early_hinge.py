"""The hips fold before the bell comes down.

What it looks for: the trunk's inclination at the moment when the arm passes 30 degrees on its way
down from the top.

Why: swing teaching says wait for the bell: stay tall until the arms are nearly back at the body,
then hinge. Who folds early carries the bell with the back. Competent real swings read 3 to 18
degrees.

What it cannot see: the first rep of a set, which is hiked from the floor and comes down from no
top.
"""

import numpy as np

from hingecheck.analysis.fault import TIMING_FPS, Fault
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

_PASSING_DEG = 30.0
# A swing's drop takes 0.6 to 0.8 s; an arm that was no higher than this came from a set-up.
_DROP_S = 1.5
_FROM_A_TOP_DEG = 50.0


class _LeanAtPassing:
    """Trunk inclination when the falling arm passes 30 degrees."""

    signal = "trunk_inclination"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where the arm came down from no top, or arm or trunk are not seen."""
        if rep.bottom is None:
            return None
        since_s = signals.time_s[rep.bottom] - _DROP_S
        down = np.flatnonzero(signals.time_s[: rep.bottom + 1] >= since_s)
        arm = signals["arm_elevation"].values[down]
        known = np.isfinite(arm)
        high = np.flatnonzero(arm >= _PASSING_DEG)  # NaN compares false
        if not len(high) or high[-1] + 1 >= len(down) or np.nanmax(arm) < _FROM_A_TOP_DEG:
            return None
        passing = int(down[high[-1] + 1])
        trunk = signals[self.signal]
        if not np.isfinite(trunk.values[passing]):
            return None
        return Measurement(
            value=float(trunk.values[passing]),
            u=float(trunk.u[passing]),
            frame=passing,
            coverage=float(known.mean()),
        )


FAULT = Fault(
    code="early_hinge",
    name="hinging before the bell is down",
    cue="Be patient: stay tall and fold only when your arms reach your body.",
    topic=Topic.WEIGHT,
    measure=_LeanAtPassing(),
    criteria={
        Movement.SWING: Criterion(
            30.0, 45.0, Beyond.ABOVE, "deg", Basis.CALIBRATED, "coaching; real clips 3-18"
        )
    },
    page=__doc__,
    min_fps=TIMING_FPS,
    needs_descent=True,
    unread="the bell comes down from no top in this rep, or the arm was not seen",
)
