"""The trunk leans back at the top.

What it looks for: the trunk's inclination at the top, backward, held for a tenth of a second.

Why: the top is a plank, stacked over the feet, not a bend backward. Two good swingers whom we
measured lean back up to 9 degrees against the bell, so the limits begin there; two lifters whom
coaches and we see leaning back read 9 and 18.

What it cannot see: a phone that is tilted adds its tilt. A heavy bell far in front asks for a
little lean.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    -8.0, -14.0, Beyond.BELOW, "deg", Basis.CALIBRATED, "good real swings to -9, faults from -9"
)

FAULT = Fault(
    code="lean_back",
    name="leaning back at the top",
    cue="Stop when you stand tall: ribs down, shoulders over hips.",
    topic=Topic.LOCKOUT,
    measure=Reading("trunk_inclination", Statistic.HELD_SMALLEST, (Phase.TOP,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
)
