"""The bell stands too close before the hike.

What it looks for: how far the hands are ahead of the middle of the foot while they hold the bell
on the floor, before the first rep is hiked, in leg lengths. Only a cue: never more than borderline.

Why: the bell is set a hand's length (15 cm) in front of the toes, so that it can be hiked back
between the legs; a bell between the feet has to be lifted first (swing teaching). Rendered lifters
with 15 cm read 0.31 to 0.42; hands above the toes read 0.16.

What it cannot see: the bell itself. A bell that stands further out is not judged: a labelled
textbook swing starts with the hands 0.78 ahead.
"""

import numpy as np

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.array import Ints
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

# The hands hold the bell while they are this near to their lowest place.
_ON_THE_BELL_LEGS = 0.08


def _on_the_bell(frames: Ints, signals: SignalSet) -> Ints:
    height = signals["hands_above_knee"].values[frames]
    if not np.isfinite(height).any():
        return frames
    return frames[height <= np.nanmin(height) + _ON_THE_BELL_LEGS]


class _HandsBeforeTheHike:
    """How far the hands are ahead while they are on the floor's bell."""

    signal = "hands_ahead"
    _low = Reading(signal, Statistic.MEDIAN, (Phase.SETUP,), only=_on_the_bell)

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None for a rep that is not hiked from a set-up, or where hands or foot are not seen."""
        return self._low(rep, signals) if Phase.HIKE in rep.phases else None


FAULT = Fault(
    code="setup_close",
    name="bell too close at the set-up",
    cue="Set the bell a hand's length in front of your toes, then hike it back.",
    topic=Topic.WEIGHT,
    measure=_HandsBeforeTheHike(),
    criteria={
        Movement.SWING: Criterion(
            0.20,
            None,
            Beyond.BELOW,
            "leg",
            Basis.JUDGEMENT,
            "swing teaching: 15 cm before toes",
        )
    },
    page=__doc__,
    needs_leg=True,
    needs_hike=True,
    unread="the hands were not seen on the bell",
)
