"""Finds the cuts of an edited clip: frames that have nothing to do with the one before."""

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Floats, Ints
from hingecheck.engines import load_cv2

THUMBNAIL_PX = (24, 24)
# A picture is looked at through so many of its pixels at least, up and across: more say no more.
_LEAST_PX = 120
# 1 minus the correlation of two thumbnails. In the labelled clips hard cuts lie above 0.85, a
# lifter who fills the picture below 0.09, a street lamp that comes and goes at 0.26.
MIN_DECORRELATION = 0.35
# Grey levels; a picture flatter than this (a black end card) has no pattern to compare.
_FLAT = 2.0


def thumbnail(picture: npt.NDArray[np.uint8]) -> Floats:
    """A small grey copy of an (H, W, 3) picture, without its brightness and contrast.

    A flash of light or the phone's exposure changes both, a cut changes the pattern.
    """
    cv2 = load_cv2()
    step = max(1, min(picture.shape[:2]) // _LEAST_PX)
    some = np.ascontiguousarray(picture[::step, ::step])
    small = cv2.resize(some, THUMBNAIL_PX, interpolation=cv2.INTER_AREA)
    grey: Floats = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.float64)
    grey -= grey.mean()
    grey /= max(float(np.linalg.norm(grey)), _FLAT * grey.shape[0])
    return grey


def decorrelation(before: Floats, after: Floats) -> float:
    """How little two thumbnails have in common: 0 = the same, 1 = nothing, 2 = a negative.

    Two flat pictures (a covered lens) are the same; half a point between a flat one and any other.
    """
    # 1 minus the product of two thumbnails of length 1, written so that it holds for shorter ones
    return float(np.square(before - after).sum()) / 2.0


def find_cuts(change: Floats) -> Ints:
    """Frames that begin a new scene.

    Args:
        change: (L,) decorrelation from the look before; the first value is 0.

    Returns:
        (C,) numbers of looks, rising, all in 1..L-1.
    """
    return np.flatnonzero(change > MIN_DECORRELATION)
