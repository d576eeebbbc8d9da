"""Hides faces: a picture step before anything is drawn, cut out or encoded."""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import evolve

from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.head_cover import HeadCover
from hingecheck.engines import load_cv2

Picture = npt.NDArray[np.uint8]

# A head is left with this many cells across: no eye, mouth or outline of a face survives in five.
CELLS: Final = 5
# A picture that is hidden as a whole keeps this many along its shorter side.
_WHOLE_CELLS: Final = 12
# Frames are matched by their own time stamps, which both looks at the recording read alike.
_SAME_S: Final = 1e-6


def blurred(frames: Iterable[Frame], cover: HeadCover) -> Iterator[Frame]:
    """The frames with every covered head made unrecognisable; the given pictures are left alone.

    A frame that the cover does not know is hidden as a whole.
    """
    for frame in frames:
        yield evolve(frame, picture=_hidden(frame.picture, _circles(cover, frame.time_s)))


def _circles(cover: HeadCover, time_s: float) -> Floats:
    near = int(np.abs(cover.time_s - time_s).argmin())
    if abs(float(cover.time_s[near]) - time_s) > _SAME_S:
        return np.array([[0.0, 0.0, np.inf]])
    return cover.circles_px[near]


def _hidden(picture: Picture, circles_px: Floats) -> Picture:
    if not np.isfinite(circles_px).all():
        return _coarse(picture, min(picture.shape[:2]) / _WHOLE_CELLS)
    hidden = picture.copy()
    for x, y, radius in circles_px.tolist():
        _hide(picture, hidden, (x, y), radius)
    return hidden


def _hide(picture: Picture, hidden: Picture, at_px: tuple[float, float], radius_px: float) -> None:
    """Makes what lies in one circle coarse."""
    height, width = picture.shape[:2]
    x, y = at_px
    top, bottom = max(0, int(y - radius_px)), min(height, int(y + radius_px) + 1)
    left, right = max(0, int(x - radius_px)), min(width, int(x + radius_px) + 1)
    if top >= bottom or left >= right:
        return  # the head is outside the picture
    coarse = _coarse(picture[top:bottom, left:right], max(1.0, 2 * radius_px / CELLS))
    rows, columns = np.ogrid[top:bottom, left:right]
    inside = (columns + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2 <= radius_px**2
    np.copyto(hidden[top:bottom, left:right], coarse, where=inside[..., None])


def _coarse(picture: Picture, cell_px: float) -> Picture:
    """The picture with the mean of each cell only, smooth between them."""
    cv2 = load_cv2()
    height, width = picture.shape[:2]
    cells = (max(1, round(width / cell_px)), max(1, round(height / cell_px)))
    small = cv2.resize(picture, cells, interpolation=cv2.INTER_AREA)
    smooth: Picture = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    return smooth
