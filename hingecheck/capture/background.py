"""How far the background lies from where it was: a camera that stands still, or not."""

from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hingecheck.domain.array import Bools, Floats, frozen_floats
from hingecheck.engines import load_cv2

# Side of the tiles that are followed one by one, in pixels of the small picture.
_TILE_PX: Final = 10
# A tile whose grey changes by less than this from pixel to pixel, in its flatter direction, has no
# pattern to follow (root mean square, grey levels).
_MIN_GRADIENT: Final = 1.5
# Tiles that must have a pattern.
_MIN_TILES: Final = 6
# Three quarters of the tiles must have moved the same way: no passer-by, shadow or mirror moves
# the camera.
_QUARTERS: Final = (25, 75)
_ROUNDS: Final = 3
# A step this short is exact enough at once.
_NEAR_PX: Final = 0.3
# Beyond this the two pictures have too little in common.
_MAX_PX: Final = 12.0
NOWHERE: Final = np.full(2, np.nan)


@frozen(eq=False)
class Backdrop:
    """A picture to compare later ones with.

    Attributes:
        grey: (H, W) smoothed.
        free: (H, W) true where no lifter is.
    """

    grey: Floats = field(converter=frozen_floats)
    free: Bools


def wandered(backdrop: Backdrop, now: Backdrop, last_px: Floats) -> Floats:
    """How far the background has moved since the backdrop, by Lucas and Kanade's equation.

    Args:
        backdrop: the earlier picture.
        now: the later one, of the same size.
        last_px: (2,) where the background was last seen; NaN = where the backdrop has it.

    Returns:
        (2,) pixels of the small picture, right and down: of the way on which three quarters of the
        tiles agree, the part nearest to no movement. NaN where too few tiles have a pattern, or
        where the pictures have too little in common.
    """
    moved = np.nan_to_num(last_px)
    for _ in range(_ROUNDS):
        back = _shifted(now.grey, -moved)
        free = backdrop.free & (_shifted(now.free.astype(np.float64), -moved) > 0.99)
        step = _agreed(backdrop.grey, back, free, moved)
        if not np.isfinite(step).all() or np.abs(step).max() > _MAX_PX:
            return NOWHERE
        if np.abs(step - moved).max() < _NEAR_PX:
            return step
        moved = step
    return moved


def _shifted(grey: Floats, by_px: Floats) -> Floats:
    cv2 = load_cv2()
    matrix = np.array([[1.0, 0.0, by_px[0]], [0.0, 1.0, by_px[1]]])
    size = (grey.shape[1], grey.shape[0])
    return np.asarray(cv2.warpAffine(grey, matrix, size, borderMode=cv2.BORDER_CONSTANT))


def _agreed(before: Floats, after: Floats, free: Bools, moved: Floats) -> Floats:
    """The tiles' agreed way, on top of what has been undone already."""
    down, right = np.gradient((before + after) / 2)
    change = after - before
    products = (right * right, right * down, down * down, right * change, down * change)
    xx, xy, yy, xt, yt = (_sums(product) for product in products)
    x, y, t = _sums(right), _sums(down), _sums(change)
    number = _TILE_PX**2
    # about the tile's own means: a lamp that flickers moves nothing
    xt, yt = xt - x * t / number, yt - y * t / number
    flattest = (xx + yy) / 2 - np.hypot((xx - yy) / 2, xy)
    good = (flattest > number * _MIN_GRADIENT**2) & (_sums(free.astype(np.float64)) == number)
    if np.count_nonzero(good) < _MIN_TILES:
        return NOWHERE
    xx, xy, yy, xt, yt = (values[good] for values in (xx, xy, yy, xt, yt))
    whole = (xx * yy - xy * xy)[:, None]
    ways = moved + np.stack([xy * yt - yy * xt, xy * xt - xx * yt], axis=1) / whole
    low, high = np.percentile(ways, _QUARTERS, axis=0)
    return np.asarray(np.clip(0.0, low, high))


def _sums(values: npt.ArrayLike) -> Floats:
    """(h, w) sums over whole tiles; what is left over at the right and bottom is not used."""
    grid = np.asarray(values, dtype=np.float64)
    rows, columns = (length // _TILE_PX for length in grid.shape)
    whole = grid[: rows * _TILE_PX, : columns * _TILE_PX]
    tiles = whole.reshape(rows, _TILE_PX, columns, _TILE_PX)
    return np.asarray(tiles.sum(axis=(1, 3)))
