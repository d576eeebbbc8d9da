"""Motion blur round a hand: a streak has no fine contrast along the way that the hand goes."""

from typing import Final

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Floats
from hingecheck.engines import load_cv2

# What is looked at round a hand, in trunk lengths, and the pixels it is brought to.
_HAND_TRUNKS: Final = 0.5
_HAND_PX: Final = 48
_FEWEST_PX: Final = 12
# Trunk lengths a frame below which a hand leaves no streak.
_MIN_MOVE: Final = 0.03


def along_share(
    picture: npt.NDArray[np.uint8], hand_px: Floats, moved_px: Floats, trunk_px: float
) -> float:
    """The part of the contrast round a hand that lies along its way.

    Args:
        picture: (H, W, 3) blue-green-red.
        hand_px: (2,) the hand.
        moved_px: (2,) its way since the frame before; NaN = not known.
        trunk_px: the lifter's size.

    Returns:
        0 to 1: one half where it is as sharp along its way as across it, less where it is a
        streak; NaN where the hand hardly moves or lies outside the picture.
    """
    way = float(np.linalg.norm(moved_px))
    if not np.isfinite(way) or way < _MIN_MOVE * trunk_px:
        return float("nan")
    half = _HAND_TRUNKS * trunk_px / 2
    left, top = np.maximum(hand_px - half, 0).astype(int)
    right, bottom = np.maximum(hand_px + half, 0).astype(int)
    crop = picture[top:bottom, left:right]
    if min(crop.shape[:2]) < _FEWEST_PX:
        return float("nan")
    cv2 = load_cv2()
    size = tuple(min(_HAND_PX, length) for length in crop.shape[1::-1])
    crop = cv2.resize(np.ascontiguousarray(crop), size, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY).astype(np.float64)
    down, right_ward = np.gradient(grey)
    ahead = moved_px / way
    along = float(np.square(ahead[0] * right_ward + ahead[1] * down).sum())
    across = float(np.square(ahead[1] * right_ward - ahead[0] * down).sum())
    return along / (along + across) if along + across else float("nan")
