"""How deep the body is folded over time, from any view, and its turning points."""

from collections.abc import Sequence

import numpy as np
import scipy
from attrs import field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints
from hingecheck.domain.signal import SignalSet

# A hole this short does not end a stretch: the events around it are still certain.
MAX_HOLE_S = 0.5
# Turning points, not values, are read here, so the curve may be smoother than the signals.
_SMOOTHING_S = 0.06
# Standing is the upper edge of what the shoulder does, not its single highest frame.
_STANDING_PERCENTILE = 95
# Still = slower than this share of the fastest moment; an edge of the recording that is still is a
# real bottom or top, one in motion is not.
_STILL = 0.25
EDGE_S = 0.1


@frozen(eq=False)
class Stretch:
    """A run of frames in which the lifter is seen, as curves that have no holes.

    Attributes:
        start: first frame of the run in the track; the curves' index 0.
        time_s: (N,) seconds.
        fold: (N,) how far the shoulder is below its standing height, trunk lengths.
        hands: (N,) wrist against shoulder height, trunk lengths; NaN-free too.
        tops_of_hands: frames (of the run) in which the hands turn from rising to sinking.
    """

    start: int
    time_s: Floats = field(converter=frozen_floats)
    fold: Floats = field(converter=frozen_floats)
    hands: Floats = field(converter=frozen_floats)
    tops_of_hands: Ints = field(converter=frozen_ints)

    def __len__(self) -> int:
        return len(self.time_s)


# A swing lifts the hands at least this far, and at least to the belt (swing test standards
# accept belt to sternum; an arm that hangs reads about -1.05).
MIN_HAND_RISE_TRUNKS = 0.35
MIN_HAND_TOP_TRUNKS = -0.75


def stretches(signals: SignalSet, cuts: Sequence[int] = ()) -> tuple[Stretch, ...]:
    """The runs of one scene in which the shoulder is seen, at least a fifth of a second long.

    Args:
        signals: every measure in every frame.
        cuts: frames that begin a new scene; no run goes across one.
    """
    height = signals["shoulder_height"].values
    hands = signals["swing_height"].values
    seen = np.flatnonzero(np.isfinite(height))
    if not len(seen):
        return ()
    holes = np.flatnonzero(np.diff(signals.time_s[seen]) > MAX_HOLE_S) + 1
    breaks = np.union1d(holes, np.searchsorted(seen, np.asarray(cuts, dtype=np.int64)))
    found = []
    for run in np.split(seen, breaks):
        if not len(run):
            continue
        span = slice(int(run[0]), int(run[-1]) + 1)
        if signals.time_s[run[-1]] - signals.time_s[run[0]] >= 0.2:
            found.append(_stretch(signals.time_s, height, hands, span))
    return tuple(found)


def turning_points(curve: Floats, prominence: float) -> Ints:
    """Indices of the peaks of a curve; its two ends may be peaks as well."""
    floor = float(curve.min())  # no lower: a curve that never turns has no peak
    padded = np.concatenate([[floor], curve, [floor]])
    peaks, _ = scipy.signal.find_peaks(padded, prominence=prominence, plateau_size=1)
    return np.asarray(peaks - 1)


def is_still(time_s: Floats, curve: Floats, moment_s: float, during: slice) -> bool:
    """Whether a curve rests about a moment, against its fastest change during some frames."""
    speed = np.abs(np.gradient(curve, time_s))
    near = np.abs(time_s - moment_s) <= EDGE_S
    return bool(speed[near].mean() <= _STILL * speed[during].max())


def _stretch(time_s: Floats, height: Floats, hands: Floats, span: slice) -> Stretch:
    stamps = time_s[span]
    smooth_height = _smooth(stamps, height[span])
    smooth_hands = _smooth(stamps, hands[span])
    standing = np.percentile(smooth_height, _STANDING_PERCENTILE)
    tops = turning_points(smooth_hands, MIN_HAND_RISE_TRUNKS)
    return Stretch(
        start=span.start,
        time_s=stamps,
        fold=standing - smooth_height,
        hands=smooth_hands,
        tops_of_hands=tops[smooth_hands[tops] >= MIN_HAND_TOP_TRUNKS],
    )


def _smooth(time_s: Floats, values: Floats) -> Floats:
    """The curve without holes (straight across them) and without its last noise."""
    known = np.isfinite(values)
    if not known.any():
        return np.full(len(values), -np.inf)  # hands that are never seen are never high
    whole = np.interp(time_s, time_s[known], values[known])
    if len(whole) < 3:
        return np.asarray(whole)
    period_s = float(time_s[-1] - time_s[0]) / (len(time_s) - 1)
    return np.asarray(
        scipy.ndimage.gaussian_filter1d(whole, _SMOOTHING_S / period_s, mode="nearest")
    )
