"""The knees go on bending in the last part of the way down.

What it looks for: how much the knee's bend grows in the last third of the trunk's way down.

Why: the Romanian deadlift keeps the knee where it is once it is soft. Who runs out of hip bends
the knees to get lower, and the lift becomes a squat there. A knee that bends evenly gains a third
of its bend here; a good Romanian deadlift with a band gains 18 to 21, so the limits begin above
that.

What it cannot see: knees under loose trousers. A recording that begins at the bottom has no way
down.
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

_LAST_THIRD = 2 / 3


class _Drift:
    """Knee flexion at the bottom less that at two thirds of the trunk's lean."""

    signal = "knee_flexion"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where the way down is not in the recording, or knee or trunk are not seen."""
        down, deep = frames_of(rep, Phase.DESCENT), frames_of(rep, Phase.BOTTOM)
        trunk = signals["trunk_inclination"].values
        if not len(down) or not len(deep) or not np.isfinite(trunk[deep]).any():
            return None
        knee = signals[self.signal]
        late = np.flatnonzero(trunk[down] >= _LAST_THIRD * np.nanmax(trunk[deep]))
        seen = deep[np.isfinite(knee.values[deep])]
        if not len(late) or not len(seen):
            return None
        begin = int(down[late[0]])
        last = int(seen[held_largest(knee.values[seen], signals.period_s)])
        gained = float(knee.values[last] - knee.values[begin])
        if not np.isfinite(gained):
            return None
        u = float(np.hypot(knee.u[last], knee.u[begin]))
        return Measurement(gained, u, last, len(seen) / len(deep))


FAULT = Fault(
    code="knee_drift",
    name="knees bend further at the end of the way down",
    cue="Stop going down where your hips stop going back.",
    topic=Topic.HINGE,
    measure=_Drift(),
    criteria={
        Movement.RDL: Criterion(
            22.0, 32.0, Beyond.ABOVE, "deg", Basis.CALIBRATED, "a good band hinge reads 18-21"
        )
    },
    page=__doc__,
    needs_leg=True,
    needs_descent=True,
    unread="the way down was not seen",
)
