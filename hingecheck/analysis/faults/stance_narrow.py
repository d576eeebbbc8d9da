"""The feet stand close together.

What it looks for: how far the ankles are apart at the top, as a share of how far the shoulders'
joints are apart. Only from the front or from behind, and only a cue: never more than borderline.

Why: feet about as wide as hips to shoulders carry a hinge, and a swing's bell passes between them
(deadlift and swing teaching). There is no study.

What it cannot see: anything of this from the side. Shoulders that are drawn together look narrower.
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
    0.5, None, Beyond.BELOW, "ratio", Basis.JUDGEMENT, "coaching: hip to shoulder width"
)

FAULT = Fault(
    code="stance_narrow",
    name="feet close together",
    cue="Stand with your feet about as wide as your shoulders.",
    topic=Topic.FEET,
    measure=Reading("stance_width", Statistic.MEDIAN, (Phase.TOP,)),
    criteria={**dict.fromkeys(SLOW_MOVEMENTS, _SLOW), Movement.SWING: evolve(_SLOW, warn=0.8)},
    page=__doc__,
    min_yaw_deg=FRONT_YAW_DEG,
    max_yaw_deg=ANY_YAW_DEG,
)
