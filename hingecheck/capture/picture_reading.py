"""Reads small facts off every picture while it is there; they cost little beside the landmarks."""

from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

from hingecheck.capture.background import NOWHERE, Backdrop, wandered
from hingecheck.capture.closer_look import LOOK_EVERY, CloserLook, look_closely
from hingecheck.capture.landmarker import Sighting
from hingecheck.domain.array import Bools, Floats
from hingecheck.engines import load_cv2

Picture = npt.NDArray[np.uint8]
SMALL_PX: Final = 160
# Samples along a side of what becomes one small pixel.
_SAMPLES: Final = 4
# Grey level from which a pixel of an 8-bit picture holds no drawing.
_WHITE: Final = 250
# Nobody moves a phone, and no light changes, faster than this can follow.
_READ_EVERY: Final = 3
# After so many looks in vain the background is another one.
_LOST: Final = 5
# What the lifter holds, and the shadow, move as well: the outline grows by this, in body heights.
_MARGIN: Final = 0.08


@frozen(eq=False)
class PictureNote:
    """What is read off one picture, in its own pixels; as `PictureFacts`."""

    brightness: float
    burnt_out: float
    wander_px: Floats
    look: CloserLook | None


class PictureReader:
    """Remembers a backdrop. A new chunk begins with a new reader."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._backdrop: Backdrop | None = None
        self._wander_px: Floats = NOWHERE
        self._origin_px: Floats = np.zeros(2)
        self._count = self._lost = 0
        self._last = PictureNote(np.nan, np.nan, NOWHERE, None)

    def read(self, picture: Picture, sighting: Sighting | None) -> PictureNote:
        """What one picture is like; `sighting` is in its pixels.

        Every third one is read; those between have the light of the one before.
        """
        count, self._count = self._count, self._count + 1
        if count % _READ_EVERY:
            return evolve(self._last, wander_px=NOWHERE, look=None)
        small, scale = _small(picture)
        body = _body(sighting, small.shape, scale)
        lifter = small[body]
        light = (lifter.mean(), (lifter >= _WHITE).mean()) if lifter.size else (np.nan, np.nan)
        self._last = PictureNote(
            brightness=float(light[0]),
            burnt_out=float(light[1]),
            wander_px=self._wander(small, body) * scale,
            look=None if count % LOOK_EVERY else look_closely(picture),
        )
        return self._last

    def _wander(self, grey: Picture, body: Bools) -> Floats:
        cv2 = load_cv2()
        smooth = cv2.GaussianBlur(grey, (3, 3), 0).astype(np.float64)
        now = Backdrop(smooth, _free(body))
        if self._backdrop is None or self._backdrop.grey.shape != smooth.shape:
            self._backdrop, self._wander_px = now, np.zeros(2)
            return self._origin_px
        last = self._wander_px
        found = wandered(self._backdrop, now, last)
        self._lost = 0 if np.isfinite(found).all() else self._lost + 1
        if not self._lost:
            self._wander_px = found
        elif self._lost == _LOST:  # another scene, or far away: it is followed from here on
            self._backdrop, self._wander_px = now, np.zeros(2)
            self._origin_px = self._origin_px + last
        return self._origin_px + found


def _small(picture: Picture) -> tuple[Picture, float]:
    """A small grey copy, and pixels of the picture per pixel of it."""
    cv2 = load_cv2()
    scale = max(1.0, max(picture.shape[:2]) / SMALL_PX)
    size = (max(1, round(picture.shape[1] / scale)), max(1, round(picture.shape[0] / scale)))
    step = max(1, int(scale // _SAMPLES))  # every pixel of a large picture would only cost time
    small = cv2.resize(picture[::step, ::step], size, interpolation=cv2.INTER_AREA)
    grey: Picture = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    return grey, scale


def _body(sighting: Sighting | None, shape: tuple[int, ...], scale: float) -> Bools:
    """Where in the small picture the lifter is; nowhere if nobody is seen."""
    cv2 = load_cv2()
    drawn = np.zeros(shape, dtype=np.uint8)
    if sighting is not None and len(sighting.polygon_px):
        cv2.fillPoly(drawn, [np.round(sighting.polygon_px / scale).astype(np.int32)], 1)
    elif sighting is not None:
        low, high = (sighting.image_px.min(axis=0), sighting.image_px.max(axis=0))
        left, top = np.maximum(np.round(low / scale), 0).astype(int)
        right, bottom = np.maximum(np.round(high / scale), 0).astype(int)
        drawn[top:bottom, left:right] = 1
    return drawn.astype(np.bool_)


def _free(body: Bools) -> Bools:
    """Where the background is: everything beside the lifter and a margin."""
    cv2 = load_cv2()
    rows = np.flatnonzero(body.any(axis=1))
    if not len(rows):
        return np.ones_like(body)
    margin = max(1, round(_MARGIN * (rows[-1] - rows[0] + 1)))
    grown = cv2.dilate(body.astype(np.uint8), np.ones((2 * margin + 1,) * 2, dtype=np.uint8))
    return np.asarray(grown == 0)
