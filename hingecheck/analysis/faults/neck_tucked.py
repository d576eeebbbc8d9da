"""The chin is tucked at the bottom.

What it looks for: how far the head goes forward against the trunk, from the top of the rep to its
bottom. Only a cue: never more than borderline.

Why: a neutral gaze belongs to a neutral spine: the chin is not tucked, and the head does not lead
the way down.

What it cannot see: where the eyes look. The model reads about 0.4 of what a neck really does, and
hair, a cap or a hood change that.
"""

from hingecheck.analysis.change import Change
from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    20.0, None, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "coaching: chin neither up nor tucked"
)

FAULT = Fault(
    code="neck_tucked",
    name="chin tucked at the bottom",
    cue="Keep the back of your head in line with your back.",
    topic=Topic.HEAD,
    measure=Change(
        of=Reading("neck_inclination", Statistic.MEDIAN, (Phase.BOTTOM,)),
        since=Reading("neck_inclination", Statistic.MEDIAN, (Phase.TOP,)),
    ),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
)
