"""The knees bend much in a lift that keeps them soft.

What it looks for: how far the knees bend from the top of the rep to its bottom. What the model
reads on a straight knee falls out of the difference.

Why: the hinge and the Romanian deadlift are made with a soft knee: studies have 15 to 34 degrees
(Lee 2018, Dicus 2023), the good-morning 5 (Schellenberg 2013). A good Romanian deadlift with a
band that we measured reads 43 to 49, so the limits begin above that.

What it cannot see: knees under loose trousers, which read about 5 degrees less. Hands that go to
the floor ask for more bend; then it is another lift.
"""

from hingecheck.analysis.change import Change
from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    50.0, 60.0, Beyond.ABOVE, "deg", Basis.CALIBRATED, "studies 15-34; a good band hinge reads 49"
)

FAULT = Fault(
    code="knee_bend",
    name="knees bend much",
    cue="Unlock your knees, then leave them there; let only your hips go back.",
    topic=Topic.HINGE,
    measure=Change(
        of=Reading("knee_flexion", Statistic.HELD_LARGEST, (Phase.BOTTOM,)),
        since=Reading("knee_flexion", Statistic.HELD_SMALLEST, (Phase.TOP,)),
    ),
    criteria={Movement.HINGE: _LIMITS, Movement.RDL: _LIMITS},
    page=__doc__,
    needs_leg=True,
)
