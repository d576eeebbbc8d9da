"""The knees stay bent at the top.

What it looks for: the smallest knee flexion that is held for a tenth of a second at the top.

Why: as for the hips, the top is a standing plank. The pose model reads 5 to 16 degrees on a knee
that is straight, so the limits lie well above that.

What it cannot see: knees under wide trousers, which read a few degrees more bent.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    25.0, 32.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standard 7; a straight knee reads 5-16"
)

FAULT = Fault(
    code="lockout_knee",
    name="knees not straight at the top",
    cue="Finish tall: push the floor away until your knees are straight.",
    topic=Topic.LOCKOUT,
    measure=Reading("knee_flexion", Statistic.HELD_SMALLEST, (Phase.TOP,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
    needs_leg=True,
    only_at_top=True,
)
