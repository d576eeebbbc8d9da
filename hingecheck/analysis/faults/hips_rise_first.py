"""The hips rise first, and the chest stays behind.

What it looks for: how much further forward the trunk leans, held for a tenth of a second, while
the knees do the first half of their straightening.

Why: from the floor, hips and chest rise together. Hips that shoot up turn the deadlift into a
stiff-legged one; published classifiers of the deadlift know it as a fault of its own.

What it cannot see: a lift whose knees straighten by less than 20 degrees, where there is nothing
to go first. Knees that are hidden on the way, by a plate or a caption, are not measured.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.lean_gained import LeanGained
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.topic import Topic

_LIMITS = Criterion(
    6.0, 12.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "a class of published deadlift classifiers"
)

FAULT = Fault(
    code="hips_rise_first",
    name="hips rise before the chest",
    cue="Push the floor away and let hips and chest come up together.",
    topic=Topic.WAY_UP,
    measure=LeanGained("trunk_inclination", "knee_flexion", least_deg=20.0),
    criteria={Movement.DEADLIFT: _LIMITS, Movement.RDL: _LIMITS},
    page=__doc__,
    needs_leg=True,
    unread="the knees hardly straighten in this rep, or were not seen",
)
