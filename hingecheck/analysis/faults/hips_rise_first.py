"""The hips rise first, and the chest stays behind.

What it looks for: how much further forward the trunk leans, held for a tenth of a second, while
the knees do the first half of their straightening.

Why: from the floor, hips and chest rise together. Hips that shoot up turn the deadlift into a
stiff-legged one; published classifiers of the deadlift know it as a fault of its own.

What it cannot see: a lift whose knees straighten by less than 20 degrees, where there is nothing
to go first. Knees that are hidden on the way, by a plate or a caption, are not measured.
"""

import numpy as np

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import held_largest
from hingecheck.analysis.straightening import straightening
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

_HALF = 0.5
_LEAST_DEG = 20.0

_LIMITS = Criterion(
    6.0, 12.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "a class of published deadlift classifiers"
)


class _LeanMore:
    """Largest lean of the trunk until the knees are half through, less that at their deepest."""

    signal = "trunk_inclination"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where knee or trunk are not seen, or the knees hardly straighten."""
        knees = straightening(rep, signals, "knee_flexion", _LEAST_DEG)
        if knees is None:
            return None
        half = knees.frame_at(_HALF)
        trunk = signals[self.signal]
        begin = int(knees.frames[0])
        if half is None or not np.isfinite(trunk.values[begin]):
            return None
        way = np.arange(begin, half + 1)
        knee = signals["knee_flexion"].values
        seen = way[np.isfinite(trunk.values[way]) & np.isfinite(knee[way])]
        furthest = int(seen[held_largest(trunk.values[seen], signals.period_s)])
        more = float(trunk.values[furthest] - trunk.values[begin])
        u = float(np.hypot(trunk.u[begin], trunk.u[furthest]))
        return Measurement(max(0.0, more), u, furthest, len(seen) / len(way))


FAULT = Fault(
    code="hips_rise_first",
    name="hips rise before the chest",
    cue="Push the floor away and let hips and chest come up together.",
    measure=_LeanMore(),
    criteria={Movement.DEADLIFT: _LIMITS, Movement.RDL: _LIMITS},
    page=__doc__,
    needs_leg=True,
    unread="the knees hardly straighten in this rep, or were not seen",
)
