"""How much further a segment leans while a joint does the first half of its straightening."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.reading import held_largest
from hingecheck.analysis.straightening import straightening
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

_HALF = 0.5


@frozen
class LeanGained:
    """The largest held inclination until a joint is half through, less that at its deepest.

    Attributes:
        signal: the segment's inclination.
        joint: the flexion of the joint that straightens.
        least_deg: a joint that straightens by less has no half.
    """

    signal: str
    joint: str
    least_deg: float

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """None where segment or joint are not seen, or the joint hardly straightens.

        Frames in which either is hidden count against the coverage. Never negative.
        """
        way_up = straightening(rep, signals, self.joint, self.least_deg)
        half = None if way_up is None else way_up.frame_at(_HALF)
        lean, bend = signals[self.signal], signals[self.joint].values
        if way_up is None or half is None or not np.isfinite(lean.values[way_up.frames[0]]):
            return None
        begin = int(way_up.frames[0])
        way = np.arange(begin, half + 1)
        seen = way[np.isfinite(lean.values[way]) & np.isfinite(bend[way])]
        furthest = int(seen[held_largest(lean.values[seen], signals.period_s)])
        gained = float(lean.values[furthest] - lean.values[begin])
        u = float(np.hypot(lean.u[begin], lean.u[furthest]))
        return Measurement(max(0.0, gained), u, furthest, len(seen) / len(way))
