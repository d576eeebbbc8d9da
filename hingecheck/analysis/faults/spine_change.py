"""The back changes its shape between early hinge and bottom.

What it looks for: how far the middle of the back's outline (40 to 70 % of the way from hip to
shoulder) stands out from the straight line between its lower and upper part (10 and 85 %), at the
bottom less early in the same rep's hinge (trunk at 12 to 36 degrees, on the way down and up), in
trunk lengths. What a body, a shirt or a camera always adds falls out of it. Early hinge counts for
85 % of what it reads and the usual back for the rest, because one reading of a shape errs too.

Why: neutral spine is the first rule of the method. Good lifters bend the lower back too: lab
studies find 25 degrees and more, so clean reps read 0.00 to 0.025 here. The check is for clearly
more than that: on rendered lifters 18 degrees of the lower and 12 of the upper back beyond clean
add 0.02, 30 and 15 add 0.027 (docs/spine.md says how often they are told). Never more than
borderline: a labelled clip with a fine pull reads as much as one with a marked rounding, because
its lifter straightens up from a flat to an arched back.

What it cannot see: a back that is round from the start and stays so (`spine_round` looks for
that); which vertebrae move; 10 degrees more or less. A loose top hides part of it. A lifter who
stands arched and hinges flat reads as changed.
"""

from hingecheck.analysis.back_change import BackChange
from hingecheck.analysis.back_doubts import back_doubt
from hingecheck.analysis.fault import Fault
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    0.026, None, Beyond.ABOVE, "trunk", Basis.CALIBRATED, "spine bench, tuning part; docs/spine.md"
)

FAULT = Fault(
    code="spine_change",
    name="back changes shape",
    cue="Set your back before you move and keep it that long; hinge only as deep as it holds.",
    topic=Topic.BACK,
    measure=BackChange(),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
    doubt=back_doubt,
)
