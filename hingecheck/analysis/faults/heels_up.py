"""The heels come off the floor.

What it looks for: how far the heel rises against the toes, against how the lifter stands, in foot
lengths; held for a quarter of a second, in a swing, which is over sooner, for a tenth. Only a cue:
never more than borderline.

Why: the whole foot stays planted: heels, balls and toes (swing standard 2).

What it cannot see: the foot in its shoe. Heel and toe are small in the picture and the model
guesses them where they are hidden.
"""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import HELD_S, Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

_SLOWLY_HELD_S = 0.25
_SLOW = Criterion(
    0.35, None, Beyond.ABOVE, "ratio", Basis.STANDARD, "swing standard 2; foot landmarks are noisy"
)
_SWING = Criterion(
    0.28, None, Beyond.ABOVE, "ratio", Basis.CALIBRATED, "clean rendered swings read up to 0.18"
)


class _HeelRise:
    """The largest rise that lasts from the bottom to the end of the top."""

    signal = "heel_rise"

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where the foot is not seen."""
        held_s = HELD_S if rep.movement is Movement.SWING else _SLOWLY_HELD_S
        phases = (Phase.BOTTOM, Phase.ASCENT, Phase.TOP)
        return Reading(self.signal, Statistic.HELD_LARGEST, phases, held_s)(rep, signals)


FAULT = Fault(
    code="heels_up",
    name="heels off the floor",
    cue="Stay on your whole foot and push through your heels.",
    topic=Topic.FEET,
    measure=_HeelRise(),
    criteria={**dict.fromkeys(SLOW_MOVEMENTS, _SLOW), Movement.SWING: _SWING},
    page=__doc__,
    needs_leg=True,
)
