"""The heels come off the floor.

What it looks for: how far the heel rises against the toes, held for a quarter of a second,
against how the lifter stands, in foot lengths. Only a cue: never more than borderline.

Why: the whole foot stays planted: heels, balls and toes (swing standard 2).

What it cannot see: the foot in its shoe. Heel and toe are small in the picture and the model
guesses them where they are hidden.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import NAMED_MOVEMENTS
from hingecheck.domain.rep import Phase

_LIMITS = Criterion(
    0.35, None, Beyond.ABOVE, "ratio", Basis.STANDARD, "swing standard 2; foot landmarks are noisy"
)

FAULT = Fault(
    code="heels_up",
    name="heels off the floor",
    cue="Stay on your whole foot and push through your heels.",
    measure=Reading(
        "heel_rise", Statistic.HELD_LARGEST, (Phase.BOTTOM, Phase.ASCENT, Phase.TOP), held_s=0.25
    ),
    criteria=dict.fromkeys(NAMED_MOVEMENTS, _LIMITS),
    page=__doc__,
    needs_leg=True,
)
