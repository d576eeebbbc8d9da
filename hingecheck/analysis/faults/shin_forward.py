"""The shins lean far forward at the bottom.

What it looks for: the largest inclination of the shank that is held at the bottom.

Why: in a hinge the hips go back, so the shins stay close to upright (swing standards and deadlift
teaching). Two real swings read 6 and 20 to 23 degrees, so a swing and a deadlift from the floor
have more room.

What it cannot see: heels on a plate, which lean the shins by themselves. A tilted phone adds its
tilt.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_HINGE = Criterion(
    15.0, 22.0, Beyond.ABOVE, "deg", Basis.CALIBRATED, "near upright; a good band hinge reads 10-13"
)

FAULT = Fault(
    code="shin_forward",
    name="shins far forward",
    cue="Keep your shins upright and let your hips travel back.",
    topic=Topic.HINGE,
    measure=Reading("shank_inclination", Statistic.HELD_LARGEST, (Phase.BOTTOM,)),
    criteria={
        Movement.HINGE: _HINGE,
        Movement.RDL: _HINGE,
        Movement.DEADLIFT: Criterion(
            22.0, 30.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "coaching: near upright, bell low"
        ),
        Movement.SWING: Criterion(
            20.0, 28.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standards; real clips 6, 20-23"
        ),
    },
    page=__doc__,
    needs_leg=True,
)
