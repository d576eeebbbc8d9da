"""The knees travel forward while the bell goes up.

What it looks for: how much the shins lean further forward, held for a tenth of a second, between
the bottom and the moment at which the hips are half through, against the bottom itself.

Why: on the way up of a swing the knees straighten and do not move forward (swing standard 6: no
forward knee movement). Competent real swings read 0 to 3 degrees.

What it cannot see: the ankle itself; a heel that lifts reads as a knee that goes forward.
"""

import numpy as np

from hingecheck.analysis.fault import TIMING_FPS, Fault
from hingecheck.analysis.reading import held_largest
from hingecheck.analysis.straightening import straightening
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

_HALF = 0.5
_LEAST_DEG = 30.0


class _ForwardOnTheWayUp:
    """Largest lean of the shank until the hips are half through, less that at the bottom."""

    signal = "shank_inclination"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where hip or shank are not seen."""
        hips = straightening(rep, signals, "trunk_thigh_flexion", _LEAST_DEG)
        if hips is None:
            return None
        half = hips.frame_at(_HALF)
        shank = signals[self.signal]
        begin = int(hips.frames[0])
        if half is None or not np.isfinite(shank.values[begin]):
            return None
        way = np.arange(begin, half + 1)
        seen = way[np.isfinite(shank.values[way])]
        furthest = int(seen[held_largest(shank.values[seen], signals.period_s)])
        gained = float(shank.values[furthest] - shank.values[begin])
        u = float(np.hypot(shank.u[begin], shank.u[furthest]))
        return Measurement(max(0.0, gained), u, furthest, len(seen) / len(way))


FAULT = Fault(
    code="knees_forward_upswing",
    name="knees go forward on the way up",
    cue="Snap your hips; let your knees straighten where they are.",
    measure=_ForwardOnTheWayUp(),
    criteria={
        Movement.SWING: Criterion(
            6.0, 10.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standard 6; real clips 0-3"
        )
    },
    page=__doc__,
    needs_leg=True,
    min_fps=TIMING_FPS,
)
