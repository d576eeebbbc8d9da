"""The knees travel forward while the bell goes up.

What it looks for: how much the shins lean further forward, held for a tenth of a second, between
the bottom and the moment at which the hips are half through, against the bottom itself.

Why: on the way up of a swing the knees straighten and do not move forward (swing standard 6: no
forward knee movement). Competent real swings read 0 to 3 degrees.

What it cannot see: the ankle itself; a heel that lifts reads as a knee that goes forward.
"""

from hingecheck.analysis.fault import TIMING_FPS, Fault
from hingecheck.analysis.lean_gained import LeanGained
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.topic import Topic

FAULT = Fault(
    code="knees_forward_upswing",
    name="knees go forward on the way up",
    cue="Snap your hips; let your knees straighten where they are.",
    topic=Topic.WAY_UP,
    measure=LeanGained("shank_inclination", "trunk_thigh_flexion", least_deg=30.0),
    criteria={
        Movement.SWING: Criterion(
            6.0, 10.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standard 6; real clips 0-3"
        )
    },
    page=__doc__,
    needs_leg=True,
    min_fps=TIMING_FPS,
)
