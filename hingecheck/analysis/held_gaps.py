"""The gaps of a held stick at the bottom of a rep."""

import numpy as np

from hingecheck.analysis.back_change import deep_frames
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.held_stick import HeldGap, HeldStick
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

# Of sacrum, upper back and head: standard deviation of the error on the stick bench's tuning part;
# at the head an elbow behind it may be taken for it.
GAP_U = (0.02, 0.02, 0.05)
LEAST_LOOKS = 2
_LEAST_SHARE = 0.5
_MAD_TO_SD = 1.4826
NO_LOOK = "the stick was not seen at the bottom; film from the side, with the whole stick in view"
ARM = "an arm lies before it; change hands, or film the other side too"
LIKE_BACKGROUND = "it does not stand out from what is behind it; film against a plain background"


def held_gaps(
    rep: Rep, signals: SignalSet, held: HeldStick | None
) -> tuple[HeldGap, HeldGap, HeldGap] | None:
    """Sacrum, upper back and head at the bottom; None where no stick is held.

    Args:
        rep: a full rep.
        signals: for the trunk's inclination.
        held: the stick of the recording.
    """
    if held is None:
        return None
    deep = deep_frames(rep, signals)
    looked = deep[held.looked[deep]]
    sacrum, upper, head = (_contact(held, looked, contact) for contact in range(len(GAP_U)))
    return sacrum, upper, head


def _contact(held: HeldStick, looked: Ints, contact: int) -> HeldGap:
    values = held.gap[looked, contact]
    seen: Floats = values[np.isfinite(values)]
    if len(seen) >= max(LEAST_LOOKS, _LEAST_SHARE * len(values)):
        level = float(np.median(seen))
        scatter = _MAD_TO_SD * float(np.median(np.abs(seen - level)))
        return HeldGap(level, float(np.hypot(GAP_U[contact], scatter)))
    return HeldGap(float("nan"), float("nan"), _reason(held, looked, contact))


def _reason(held: HeldStick, looked: Ints, contact: int) -> str:
    if len(looked) < LEAST_LOOKS:
        return NO_LOOK
    unseen = looked[np.isnan(held.gap[looked, contact])]
    return ARM if held.armed[unseen, contact].mean() >= _LEAST_SHARE else LIKE_BACKGROUND
