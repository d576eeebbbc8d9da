"""The weight is far in front of the feet.

What it looks for: how far the hands are ahead of the middle of the foot at the bottom and on the
way up, the largest value that is held for a tenth of a second, in leg lengths.

Why: bell and bar travel close to the legs, above mid-foot; further out they pull the back forward
(deadlift teaching). The hands stand for the weight.

What it cannot see: the weight itself, and dumbbells beside the legs. Plates that hide the foot
make it not measurable.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase

_LIMITS = Criterion(
    0.12, 0.20, Beyond.ABOVE, "leg", Basis.JUDGEMENT, "coaching: close to the legs, over mid-foot"
)

FAULT = Fault(
    code="bell_path",
    name="weight far in front of the feet",
    cue="Keep the weight close: drag it up your shins and thighs.",
    measure=Reading("hands_ahead", Statistic.HELD_LARGEST, (Phase.BOTTOM, Phase.ASCENT)),
    criteria={Movement.DEADLIFT: _LIMITS, Movement.RDL: _LIMITS},
    page=__doc__,
    needs_leg=True,
)
