"""The weight is far in front of the feet.

What it looks for: how far the hands are ahead of the middle of the foot at the bottom and on the
way up, the median of that time, in leg lengths.

Why: bell and bar travel close to the legs, above mid-foot; further out they pull the back forward
(deadlift teaching). The hands stand for the weight. Hands of rendered lifters who keep the bell
close lie 0.07 to 0.13 ahead, and the model's error adds up to 0.05; a labelled bar far from the
shins reads 0.19.

What it cannot see: the weight itself, and dumbbells beside the legs. Plates that hide the foot
make it not measurable.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    0.175, 0.25, Beyond.ABOVE, "leg", Basis.CALIBRATED, "98 % of clean rendered reps read less"
)

FAULT = Fault(
    code="bell_path",
    name="weight far in front of the feet",
    cue="Keep the weight close: drag it up your shins and thighs.",
    topic=Topic.WEIGHT,
    measure=Reading("hands_ahead", Statistic.MEDIAN, (Phase.BOTTOM, Phase.ASCENT)),
    criteria={Movement.DEADLIFT: _LIMITS, Movement.RDL: _LIMITS},
    page=__doc__,
    needs_leg=True,
)
