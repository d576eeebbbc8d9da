"""The trunk hardly leans forward at the bottom.

What it looks for: the largest inclination of the trunk that is held at the bottom.

Why: a hinge that stays upright trains the knees. How deep one can go is personal, so this is
never more than borderline.

What it cannot see: whether you can go deeper; that depends on your hamstrings and your plan.
"""

from attrs import evolve

from hingecheck.analysis.fault import WIDE_YAW_DEG, Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_SLOW = Criterion(
    40.0, None, Beyond.BELOW, "deg", Basis.JUDGEMENT, "real hinges reach 55-66; mobility differs"
)

FAULT = Fault(
    code="shallow_hinge",
    name="shallow hinge",
    cue="Let your chest come further forward while your hips go back.",
    topic=Topic.HINGE,
    measure=Reading("trunk_inclination", Statistic.HELD_LARGEST, (Phase.BOTTOM,)),
    criteria={**dict.fromkeys(SLOW_MOVEMENTS, _SLOW), Movement.SWING: evolve(_SLOW, warn=35.0)},
    page=__doc__,
    max_yaw_deg=WIDE_YAW_DEG,
)
