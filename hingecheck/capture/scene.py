"""Finds the cuts of an edited clip: frames that have nothing to do with the one before."""

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Floats, Ints
from hingecheck.engines import load_cv2

THUMBNAIL_PX = (32, 32)
# Mean change of brightness (0-255) from frame to frame. In the labelled clips a lifter who fills
# the picture stays below 12; hard cuts lie above 25.
MIN_CHANGE = 18.0
# ... and a cut stands out from its surroundings, a shaking camera does not.
MIN_RATIO = 4.0
_SURROUNDINGS = 6


def thumbnail(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """A (32, 32) grey float copy of an (H, W, 3) picture, small enough to keep one."""
    cv2 = load_cv2()
    small = cv2.resize(picture, THUMBNAIL_PX, interpolation=cv2.INTER_AREA)
    grey: npt.NDArray[np.float32] = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.float32)
    return grey


def find_cuts(change: Floats) -> Ints:
    """Frames that begin a new scene.

    Args:
        change: (T,) mean absolute change of the thumbnail from the frame before, 0-255; the first
            value is 0.

    Returns:
        (C,) frame indices, rising, all in 1..T-1.
    """
    cuts = [
        frame
        for frame in range(1, len(change))
        if change[frame] > MIN_CHANGE and change[frame] > MIN_RATIO * _typical(change, frame)
    ]
    return np.array(cuts, dtype=np.int64)


def _typical(change: Floats, frame: int) -> float:
    """The median change in the frames around, without the frame itself and its neighbours."""
    before = change[max(1, frame - _SURROUNDINGS) : max(1, frame - 1)]
    after = change[frame + 2 : frame + 2 + _SURROUNDINGS]
    around = np.concatenate([before, after])
    return float(np.median(around)) if len(around) else 0.0
