"""The body is no straight line at the top.

What it looks for: how far hip or knee lie from the straight line between shoulder and ankle at
the best moment of the top, held for a tenth of a second, in trunk lengths.

Why: the top is a standing plank: shoulders, hips, knees and ankles in one line (swing standard 7,
kettlebell deadlift teaching). It is one number for what the checks of hip, knee and lean tell
apart.

What it cannot see: which joint it is; the other three checks say that.
"""

import numpy as np

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import frames_of, held_largest
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

# 0.05 and 0.08 of the line, which is 2.6 trunk lengths long: one joint bent by 12 and 20 degrees.
_LIMITS = Criterion(
    0.13, 0.21, Beyond.ABOVE, "trunk", Basis.JUDGEMENT, "one joint bent by 12 or 20 degrees"
)


class _OffTheLine:
    """The larger of hip's and knee's distance from the line, at the best held moment."""

    signal = "plank_hip"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where the top is not seen."""
        top = frames_of(rep, Phase.TOP)
        hip, knee = signals[self.signal], signals["plank_knee"]
        off = np.maximum(np.abs(hip.values[top]), np.abs(knee.values[top]))
        known = np.isfinite(off)
        if not known.any():
            return None
        seen = top[known]
        place = held_largest(-off[known], signals.period_s)
        frame = int(seen[place])
        return Measurement(float(off[known][place]), float(hip.u[frame]), frame, known.mean())


FAULT = Fault(
    code="plank_line",
    name="no straight line at the top",
    cue="Finish as a standing plank: ankles, knees, hips and shoulders in one line.",
    topic=Topic.LOCKOUT,
    measure=_OffTheLine(),
    criteria={Movement.SWING: _LIMITS, Movement.DEADLIFT: _LIMITS},
    page=__doc__,
    needs_leg=True,
    only_at_top=True,
)
