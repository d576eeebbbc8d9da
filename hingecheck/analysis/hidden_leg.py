"""Whether something hides the lower leg during a rep, plates most of all."""

from functools import lru_cache

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.sagittal_pose import SagittalPose

# A plate before the leg draws the ankle up and down and makes the shank longer or shorter. In slow
# lifts whose legs are free the ankle moves by this much at most, and the shank's length, against
# its own median, by that much; both together stay below the third figure. Found on the tuning part
# of the accuracy bench and on labelled recordings: 1.3 at most without plates, 1.5 to 35 with most
# of them (docs/decisions/0014-plates.md).
_ANKLE_RISE_TRUNKS = 0.14
_SHANK_CHANGE = 0.17
MAX_DOUBT = 1.4
_PERCENTILES = (3, 97)


def leg_is_hidden(rep: Rep, pose: SagittalPose, movement: Movement) -> bool:
    """Whether ankle and shank behave as they do behind a plate, at some time of a slow rep.

    Swings are done without plates, and lift the heel more; they are never doubted here.
    """
    return movement is not Movement.SWING and _doubt(rep, pose) > MAX_DOUBT


def _doubt(rep: Rep, pose: SagittalPose) -> float:
    """How unlikely a free leg is, in squares of its usual largest errors; 0 where it is unseen."""
    height = pose.of(Joint.ANKLE)[rep.span.frames, 1]
    length = _shank(pose)[rep.span.frames]
    if not (np.isfinite(height).any() and np.isfinite(length).any()):
        return 0.0
    low, high = _percentiles(height)
    shorter, longer = _percentiles(length - 1)
    rise = (high - low) / _ANKLE_RISE_TRUNKS
    return float(rise**2 + (max(-shorter, longer) / _SHANK_CHANGE) ** 2)


@lru_cache(maxsize=2)  # asked for by every check of every rep
def _shank(pose: SagittalPose) -> Floats:
    """(T,) its length against its own median."""
    length = np.linalg.norm(pose.of(Joint.KNEE) - pose.of(Joint.ANKLE), axis=1)
    seen = length[np.isfinite(length)]
    return np.asarray(length / (np.median(seen) if len(seen) else np.nan))


def _percentiles(values: Floats) -> tuple[float, float]:
    low, high = np.percentile(values[np.isfinite(values)], _PERCENTILES)
    return float(low), float(high)
