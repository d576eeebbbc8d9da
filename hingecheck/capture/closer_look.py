"""A closer look at one picture in sixty: long straight edges, even bars, burnt-in text."""

from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hingecheck.capture.captions import captions
from hingecheck.domain.array import Floats, frozen_floats
from hingecheck.engines import load_cv2

LOOK_EVERY: Final = 60
_LOOK_PX: Final = 640
# Shorter edges bend with what they belong to: a body, a plate.
_MIN_EDGE: Final = 0.12
# Grey levels by which a bar of one colour differs in itself after compression.
_EVEN: Final = 12
Picture = npt.NDArray[np.uint8]


@frozen(eq=False)
class CloserLook:
    """What one picture shows, in its own pixels.

    Attributes:
        bars_px: (4,) width of even bars, left, top, right, bottom.
        edges_px: (n, 4) x y x y.
        captions_px: (m, 4) left, top, right, bottom.
    """

    bars_px: Floats = field(converter=frozen_floats)
    edges_px: Floats = field(converter=frozen_floats)
    captions_px: Floats = field(converter=frozen_floats)


def look_closely(picture: Picture) -> CloserLook:
    """Looks at an upright (H, W, 3) blue-green-red picture."""
    cv2 = load_cv2()
    scale = max(1.0, max(picture.shape[:2]) / _LOOK_PX)
    size = (max(1, round(picture.shape[1] / scale)), max(1, round(picture.shape[0] / scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    return CloserLook(_bars(grey) * scale, _edges(grey) * scale, captions(grey) * scale)


def _bars(grey: Picture) -> Floats:
    """(4,) lines of one even grey from each edge; only where both opposite edges have the same.

    An even sky is no bar, nor is a picture that is even all over.
    """
    left, right = _pair(grey)
    top, bottom = _pair(grey.T)
    return np.array([left, top, right, bottom], dtype=np.float64)


def _pair(grey: Picture) -> tuple[int, int]:
    """Even columns at the left and the right edge."""
    even = grey.max(axis=0).astype(int) - grey.min(axis=0) <= _EVEN
    same = abs(int(grey[0, 0]) - int(grey[0, -1])) <= _EVEN
    if even.all() or not same:
        return 0, 0
    left, right = int(np.argmin(even)), int(np.argmin(even[::-1]))
    return (left, right) if left and right else (0, 0)


def _edges(grey: Picture) -> Floats:
    """(n, 4) straight edges of an eighth of the picture's height and more."""
    cv2 = load_cv2()
    found = cv2.createLineSegmentDetector().detect(grey)[0]
    if found is None:
        return np.empty((0, 4))
    lines = found.reshape(-1, 4).astype(np.float64)
    length = np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])
    return np.asarray(lines[length >= _MIN_EDGE * grey.shape[0]])
