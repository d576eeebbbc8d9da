"""The knees do the hip's work.

What it looks for: the hinge index at the bottom, the hip's share in the whole fold. 1 would be
all hip, 0.5 as much knee as hip. Both are counted from the lifter's own standing, so a knee that
the model never reads as straight does no harm.

Why: a hinge is a fold at the hips. Studies give 0.70 for the Romanian deadlift (Lee 2018), over
0.9 for the good-morning (Schellenberg 2013), about 0.63 for the kettlebell swing (McGill 2012);
real swings that we measured have 0.64 and 0.80.

What it cannot see: how high the bell or the bar stands, which decides how much a deadlift must
bend the knees. A knee behind a plate is not measured.
"""

from hingecheck.analysis.fault import WIDE_YAW_DEG, Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

_HINGE = Criterion(
    0.68, 0.60, Beyond.BELOW, "ratio", Basis.STUDY, "Lee 2018: 0.70; Schellenberg 2013: over 0.9"
)

FAULT = Fault(
    code="squat_pattern",
    name="more squat than hinge",
    cue="Push your hips back to the wall behind you and keep your shins upright.",
    topic=Topic.HINGE,
    measure=Reading("hinge_index", Statistic.MEDIAN, (Phase.BOTTOM,)),
    criteria={
        Movement.HINGE: _HINGE,
        Movement.RDL: _HINGE,
        Movement.DEADLIFT: Criterion(
            0.56, 0.50, Beyond.BELOW, "ratio", Basis.JUDGEMENT, "between hinge and barbell deadlift"
        ),
        Movement.SWING: Criterion(
            0.60, 0.52, Beyond.BELOW, "ratio", Basis.STUDY, "McGill 2012: about 0.63"
        ),
    },
    page=__doc__,
    needs_leg=True,
    max_yaw_deg=WIDE_YAW_DEG,
)
