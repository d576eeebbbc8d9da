"""The bell goes overhead.

What it looks for: the highest arm elevation that is held: 90 is level, 180 straight up.

Why: the swing that is taught here ends at shoulder height, and lower is fine with a heavy bell.
Overhead is another exercise, with its own teaching. A good swing that we measured floats to 120,
so the limits lie above that.

What it cannot see: the bell itself; the hands stand for it.
"""

from hingecheck.analysis.fault import WIDE_YAW_DEG, Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

FAULT = Fault(
    code="overhead_swing",
    name="bell pulled overhead",
    cue="Let the bell float at chest to shoulder height; do not lift it with your arms.",
    topic=Topic.ARMS,
    measure=Reading("arm_elevation", Statistic.HELD_LARGEST, (Phase.ASCENT, Phase.TOP)),
    criteria={
        Movement.SWING: Criterion(
            130.0, 150.0, Beyond.ABOVE, "deg", Basis.CALIBRATED, "a good real swing floats to 120"
        )
    },
    page=__doc__,
    max_yaw_deg=WIDE_YAW_DEG,
)
