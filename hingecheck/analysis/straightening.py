"""How a joint straightens in one rep: from its deepest bend to its straightest at the top."""

import numpy as np
from attrs import field, frozen

from hingecheck.analysis.reading import frames_of, held_largest
from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet


@frozen(eq=False)
class Straightening:
    """A joint's way up.

    Attributes:
        frames: (n,) from the deepest bend to the end of the top, in frames of the track.
        share: (n,) 0 = as bent as at the deepest, 1 = as straight as at the top. NaN = unseen.
        range_deg: how far the joint straightens.
        coverage: share of the frames that were seen.
    """

    frames: Ints = field(converter=frozen_ints)
    share: Floats = field(converter=frozen_floats)
    range_deg: float
    coverage: float

    def share_in(self, frames: Ints) -> Floats:
        """(m,) the share done in some frames, 0 before it sets off, 1 at most; NaN = unseen."""
        done = np.zeros(len(frames))
        _, place, mine = np.intersect1d(frames, self.frames, return_indices=True)
        done[place] = np.clip(self.share[mine], 0.0, 1.0)
        return done

    def frame_at(self, share: float) -> int | None:
        """The first frame in which so much is done; None if that is never seen."""
        done = np.flatnonzero(self.share >= share)
        return int(self.frames[done[0]]) if len(done) else None


def straightening(
    rep: Rep, signals: SignalSet, name: str, least_deg: float
) -> Straightening | None:
    """How the joint whose flexion is the signal `name` straightens from the bottom to the top.

    None where the rep has no bottom or top, where the joint is not seen there, or where it
    straightens by less than `least_deg`, so that noise would decide when.
    """
    way = frames_of(rep, Phase.BOTTOM, Phase.ASCENT, Phase.TOP)
    flexion = signals[name].values
    deep, tall = (_known(flexion, frames_of(rep, phase)) for phase in (Phase.BOTTOM, Phase.TOP))
    if not len(deep) or not len(tall):
        return None
    first = int(deep[held_largest(flexion[deep], signals.period_s)])
    last = int(tall[held_largest(-flexion[tall], signals.period_s)])
    whole = float(flexion[first] - flexion[last])
    if whole < least_deg:
        return None
    frames = way[way >= first]
    share = (flexion[first] - flexion[frames]) / whole
    return Straightening(frames, share, whole, float(np.isfinite(share).mean()))


def _known(values: Floats, frames: Ints) -> Ints:
    return frames[np.isfinite(values[frames])]
