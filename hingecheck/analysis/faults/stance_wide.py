"""The feet stand wide apart.

What it looks for: how far the ankles are apart at the top, as a share of how far the shoulders'
joints are apart. Only from the front or from behind, and only a cue: never more than borderline.

Why: feet about as wide as hips to shoulders let the hips go back; much wider is another lift
(deadlift and swing teaching). There is no study. Two labelled swings read 1.6 and, called wide,
1.9; a labelled deadlift drill 1.1.

What it cannot see: anything of this from the side. A sumo deadlift stands wide on purpose.
"""

from attrs import evolve

from hingecheck.analysis.fault import ANY_YAW_DEG, Fault
from hingecheck.analysis.frontal import FRONT_YAW_DEG
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_SLOW = Criterion(
    1.4, None, Beyond.ABOVE, "ratio", Basis.JUDGEMENT, "coaching: hip to shoulder width"
)

FAULT = Fault(
    code="stance_wide",
    name="feet wide apart",
    cue="Bring your feet in to about the width of your shoulders.",
    topic=Topic.FEET,
    measure=Reading("stance_width", Statistic.MEDIAN, (Phase.TOP,)),
    criteria={**dict.fromkeys(SLOW_MOVEMENTS, _SLOW), Movement.SWING: evolve(_SLOW, warn=1.8)},
    page=__doc__,
    min_yaw_deg=FRONT_YAW_DEG,
    max_yaw_deg=ANY_YAW_DEG,
)
