"""The hips stay bent at the top.

What it looks for: the smallest trunk-thigh flexion that is held for a tenth of a second at the
top of the rep.

Why: every movement of the method ends as a standing plank, shoulders, hips and knees in one line
(kettlebell certification standards). Real competent swings read 0 to 7 degrees.

What it cannot see: whether the buttocks are tight. A camera that stands a little in front adds a
few degrees, so it is judged from the side only.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    18.0, 25.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standard 7; competent clips 0-7"
)

FAULT = Fault(
    code="lockout_hip",
    name="hips not straight at the top",
    cue="Stand up all the way: squeeze your glutes until hips and knees are straight.",
    topic=Topic.LOCKOUT,
    measure=Reading("trunk_thigh_flexion", Statistic.HELD_SMALLEST, (Phase.TOP,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
    needs_leg=True,
    only_at_top=True,
)
