"""The toes point far outward.

What it looks for: how far the feet are turned out at the top, the mean of both, in degrees. Only
from the front or from behind, and only a cue: never more than borderline.

Why: in the deadlift the toes point forward, or a little out (deadlift teaching). Feet turn out by 5
to 25 degrees on the labelled clips.

What it cannot see: anything of this from the side. It is read from how much further apart the toes
lie than the heels, for a foot of usual length.
"""

from hingecheck.analysis.fault import ANY_YAW_DEG, Fault
from hingecheck.analysis.frontal import FRONT_YAW_DEG
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    38.0, None, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "coaching: toes forward; labelled clips to 33"
)

FAULT = Fault(
    code="toes_out",
    name="toes turned far out",
    cue="Turn your toes forward, or only a little out.",
    topic=Topic.FEET,
    measure=Reading("toes_out", Statistic.MEDIAN, (Phase.TOP,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
    min_yaw_deg=FRONT_YAW_DEG,
    max_yaw_deg=ANY_YAW_DEG,
)
