"""How far the back's outline changes within a rep: at the bottom against early in the hinge."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.reading import frames_of
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet

# Early in the hinge the back is loaded by next to nothing and still has its own shape; nearer to
# upright the arms hang before it and a shirt hangs off it.
EARLY_DEG = (12.0, 36.0)
# A hinge that goes no deeper than this hardly bends a back.
DEEP_DEG = 45.0
# A single frame never makes a fault.
LEAST_S = 0.1
_MAD_TO_SD = 1.4826
# What the edge reads early in the hinge is the back's own shape and an error that the bottom does
# not share, so it counts for a little less than it says and the usual back for the rest. Both from
# the tuning part of the spine bench, where shares of 0.8 to 0.9 part clean and rounded reps best.
EARLY_SHARE = 0.85
USUAL_CURVE = -0.038


def early_frames(rep: Rep, signals: SignalSet) -> Ints:
    """(n,) the frames of a rep, down and up, in which the trunk is a little inclined."""
    way = frames_of(rep, Phase.SETUP, Phase.DESCENT, Phase.ASCENT, Phase.TOP)
    trunk = signals["trunk_inclination"].values[way]
    low, high = EARLY_DEG
    return way[(trunk >= low) & (trunk <= high)]


def deep_frames(rep: Rep, signals: SignalSet) -> Ints:
    """(n,) the frames of a rep's bottom in which the trunk is well inclined."""
    bottom = frames_of(rep, Phase.BOTTOM)
    return bottom[signals["trunk_inclination"].values[bottom] >= DEEP_DEG]


@frozen
class BackChange:
    """The median at the bottom less what early hinge in the same rep makes expect.

    What one body, shirt or camera always adds to the outline falls out of it. The uncertainty
    holds the scatter of the frames at the bottom: where they do not agree, they know less.

    Attributes:
        signal: name of a curve of the back.
        share: how much of what is read early in the hinge counts, 0 to 1.
        usual: what most backs read there, in trunk lengths; it counts for the rest.
    """

    signal: str = "back_curve"
    share: float = EARLY_SHARE
    usual: float = USUAL_CURVE

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """The change; None where the back was not seen for `LEAST_S` early and at the bottom."""
        curve = signals[self.signal]
        early, deep = early_frames(rep, signals), deep_frames(rep, signals)
        before, now = (_known(curve.values, frames) for frames in (early, deep))
        if min(len(before), len(now)) < least_frames(signals.time_s):
            return None
        level = float(np.median(curve.values[now]))
        frame = int(now[np.argmin(np.abs(curve.values[now] - level))])
        scatter = _MAD_TO_SD * float(np.median(np.abs(curve.values[now] - level)))
        own = float(np.median(curve.values[before]))
        return Measurement(
            value=level - self.share * own - (1 - self.share) * self.usual,
            u=float(np.sqrt((1 + self.share**2) * curve.u[frame] ** 2 + scatter**2)),
            frame=frame,
            coverage=len(now) / len(deep),
        )


def _known(values: Floats, frames: Ints) -> Ints:
    return frames[np.isfinite(values[frames])]


def least_frames(time_s: Floats) -> int:
    """How many frames make `LEAST_S`; two at least."""
    period_s = float(np.median(np.diff(time_s))) if len(time_s) > 1 else LEAST_S
    return max(2, round(LEAST_S / period_s))
