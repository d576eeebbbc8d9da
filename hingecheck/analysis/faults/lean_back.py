"""The trunk leans back at the top.

What it looks for: the trunk's inclination at the top, backward, held for a tenth of a second.

Why: the top is a plank, stacked over the feet, not a bend backward. A competent swinger whom we
measured leans back 9 to 12 degrees against the bell, so the limits begin there.

What it cannot see: a phone that is tilted adds its tilt. A heavy bell far in front asks for a
little lean.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase

_LIMITS = Criterion(
    -12.0, -18.0, Beyond.BELOW, "deg", Basis.JUDGEMENT, "coaching; a competent clip has -9 to -12"
)

FAULT = Fault(
    code="lean_back",
    name="leaning back at the top",
    cue="Stop when you stand tall: ribs down, shoulders over hips.",
    measure=Reading("trunk_inclination", Statistic.HELD_SMALLEST, (Phase.TOP,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
)
