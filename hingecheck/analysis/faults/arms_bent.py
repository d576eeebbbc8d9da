"""The elbows bend while the weight goes up.

What it looks for: in a swing, the elbow's bend while the arm rises from hanging to 60 degrees; in
a deadlift, the largest bend that lasts for a sixth of a second at the bottom and on the way up.

Why: the arms guide, the hips lift (swing standards 5 and 8; deadlift teaching). A slight bend is
accepted.

What it cannot see: the far arm. The elbow is the model's weakest joint from the side: it errs by
10 degrees, and by far more while the hands are between the legs, so that part of a swing is
left out.
"""

from functools import partial

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

_RISING_ARM_DEG = (0.0, 60.0)
# The hands of a slow lift stay below this; a swing's do not.
_SWUNG_DEG = 60.0
_LASTING_S = 1 / 6

_LIMITS = Criterion(
    30.0, 45.0, Beyond.ABOVE, "deg", Basis.STANDARD, "swing standards 5 and 8; real clips 1-22"
)


def _while_rising(frames: Ints, signals: SignalSet, top: int | None) -> Ints:
    arm = signals["arm_elevation"].values[frames]
    low, high = _RISING_ARM_DEG
    before_top = frames <= (frames.max(initial=0) if top is None else top)
    return frames[(arm >= low) & (arm <= high) & before_top]


class _ElbowBend:
    """A swing is read while the arm rises, a lift over the whole pull."""

    signal = "elbow_flexion"
    _lift = Reading(signal, Statistic.HELD_LARGEST, (Phase.BOTTOM, Phase.ASCENT), held_s=_LASTING_S)

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """Which of the two is told by how high the arm goes in this rep."""
        arm = signals["arm_elevation"].values[rep.span.frames]
        swung = bool(np.any(arm[np.isfinite(arm)] > _SWUNG_DEG))
        return (self._swing(rep) if swung else self._lift)(rep, signals)

    def _swing(self, rep: Rep) -> Reading:
        """The hips may be through before the arm has risen, so the top's first part counts too."""
        rising = partial(_while_rising, top=rep.top)
        return Reading(self.signal, Statistic.MEDIAN, (Phase.ASCENT, Phase.TOP), only=rising)


FAULT = Fault(
    code="arms_bent",
    name="arms bend",
    cue="Let your arms hang like ropes; your hips move the weight.",
    topic=Topic.ARMS,
    measure=_ElbowBend(),
    criteria={
        Movement.SWING: _LIMITS,
        Movement.DEADLIFT: _LIMITS,
        Movement.RDL: _LIMITS,
    },
    page=__doc__,
)
