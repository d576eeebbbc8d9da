"""The bell swings back below the knees.

What it looks for: how high the hands are while they are furthest behind the body, against the
knee's height, in leg lengths. The hike from the floor begins low by its nature, so
its way back is left out.

Why: the handle passes above the knees (swing standard 4); lower, it pulls the back down with it.
Real competent swings keep the hands 0.16 to 0.32 leg lengths above the knee.

What it cannot see: the bell itself; the hands stand for it.
"""

import numpy as np

from hingecheck.analysis.fault import WIDE_YAW_DEG, Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.array import Ints
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.topic import Topic

# The end of the backswing: the arm within this many degrees of its furthest.
_AT_ITS_END_DEG = 10.0


def _furthest_back(frames: Ints, signals: SignalSet) -> Ints:
    arm = signals["arm_elevation"].values[frames]
    if not np.isfinite(arm).any():
        return frames
    return frames[arm <= np.nanmin(arm) + _AT_ITS_END_DEG]


FAULT = Fault(
    code="backswing_low",
    name="backswing below the knees",
    cue="Keep your forearms high against your thighs; aim the bell at the triangle behind them.",
    topic=Topic.WEIGHT,
    measure=Reading("hands_above_knee", Statistic.MEDIAN, (Phase.BOTTOM,), only=_furthest_back),
    criteria={
        Movement.SWING: Criterion(
            0.06, 0.0, Beyond.BELOW, "leg", Basis.STANDARD, "swing standard 4; real clips 0.16-0.32"
        )
    },
    page=__doc__,
    max_yaw_deg=WIDE_YAW_DEG,
    needs_leg=True,
)
