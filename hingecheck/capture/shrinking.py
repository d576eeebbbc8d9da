"""Pictures made small before anything else is done with them."""

from typing import Final

from hingecheck.resizing import Picture, resized

# Landmarks come from a 256 px crop around the body: larger pictures only cost time. The accuracy
# bench films with 540 pixels on the short side, so no picture is halved below that.
LONG_SIDE_PX: Final = 1280
SHORT_SIDE_PX: Final = 540


def shrunk(picture: Picture) -> tuple[Picture, float]:
    """A picture small enough for the engine, and recording pixels per pixel of it."""
    height, width = picture.shape[:2]
    scale = shrinks_by(width, height)
    if scale > 1:
        picture = resized(picture, (max(1, round(width / scale)), max(1, round(height / scale))))
    return picture, scale


def shrinks_by(width_px: int, height_px: int) -> float:
    """How many pixels of a recording become one, across and down.

    It is halved, which is quick and exact, as often as `SHORT_SIDE_PX` allows; then the long side
    is brought down to `LONG_SIDE_PX`.
    """
    short, long = sorted((width_px, height_px))
    scale = 1.0
    while short >= 2 * scale * SHORT_SIDE_PX:
        scale *= 2
    return max(scale, long / LONG_SIDE_PX)
