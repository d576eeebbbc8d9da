"""The chest drops below the hips.

What it looks for: the largest inclination of the trunk that is held at the bottom; at 90 degrees
the shoulders are as low as the hips.

Why: in a swing head and shoulders stay above the hips (progression criteria of swing teaching).
Real competent swings reach 55 to 87 degrees.

What it cannot see: a tilted phone, which adds its tilt.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

FAULT = Fault(
    code="low_torso",
    name="chest below the hips",
    cue="Stop the backswing while your shoulders are still above your hips.",
    topic=Topic.HINGE,
    measure=Reading("trunk_inclination", Statistic.HELD_LARGEST, (Phase.BOTTOM,)),
    criteria={
        Movement.SWING: Criterion(
            90.0, 97.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing teaching; good clips 55-87"
        )
    },
    page=__doc__,
)
