"""The head is lifted far at the bottom.

What it looks for: how far the head goes back against the trunk, from the top of the rep to its
bottom. Only a cue: never more than borderline.

Why: a neutral gaze belongs to a neutral spine: not looking up at the bottom. The swing standards
accept a slight extension; competent real swings read 30 to 45 degrees.

What it cannot see: where the eyes look. The model reads about 0.4 of what a neck really does, and
hair, a cap or a hood change that.
"""

from attrs import evolve

from hingecheck.analysis.change import Change
from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_SLOW = Criterion(
    -40.0, None, Beyond.BELOW, "deg", Basis.JUDGEMENT, "swing standard 1; real swings -30 to -45"
)

FAULT = Fault(
    code="neck_extended",
    name="head lifted at the bottom",
    cue="Keep your chin where it is and look a few steps ahead on the floor.",
    topic=Topic.HEAD,
    measure=Change(
        of=Reading("neck_inclination", Statistic.MEDIAN, (Phase.BOTTOM,)),
        since=Reading("neck_inclination", Statistic.MEDIAN, (Phase.TOP,)),
    ),
    criteria={
        **dict.fromkeys(SLOW_MOVEMENTS, _SLOW),
        Movement.SWING: evolve(_SLOW, warn=-60.0),
    },
    page=__doc__,
)
