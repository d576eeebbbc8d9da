"""The back's outline bulges at the bottom.

What it looks for: at the bottom, how far the middle of the back's outline stands out from the
straight line between its lower and upper part, in trunk lengths. A flat back reads about 0.

Why: neutral spine is the first rule of the method. No landmark lies between shoulder and hip, so
the edge of the body stands for the back. Seven labelled clips with a flat back read -0.01 to
0.035, two with a marked rounding 0.06 and 0.08. Bodies differ by nearly as much as rounding
changes them, so this first version is never more than borderline.

What it cannot see: a loose top hangs or bulges by itself; the lower back's hollow; less than
marked rounding. Long hair or an arm over the edge bends the line.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    0.05, None, Beyond.ABOVE, "trunk", Basis.CALIBRATED, "nine labelled clips; see docs/limits.md"
)

FAULT = Fault(
    code="spine_round",
    name="back outline bulges",
    cue="Lengthen your back from tailbone to head before you go down, and hinge only that far.",
    topic=Topic.BACK,
    measure=Reading("back_bow", Statistic.MEDIAN, (Phase.BOTTOM,)),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
)
