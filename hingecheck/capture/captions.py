"""Blocks in a picture that look like text somebody burnt into it."""

from typing import Final

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Floats
from hingecheck.engines import load_cv2

Picture = npt.NDArray[np.uint8]
# Written in plain white or plain black: nothing in a gym is that plain and that crisp.
_WHITE, _BLACK = 190, 20
# Grey levels between a stroke and what lies around it.
_CONTRAST: Final = 45
# Letters in pixels of the small picture, and what may lie between two of them.
_STROKE_PX: Final = 9
_GAP_PX: Final = 9
_HEIGHT_PX: Final = (7, 60)
_MIN_WIDTHS: Final = 2.0
# Upright strokes that a line of text has, as a multiple of its width over its height.
_STROKES_PER_WIDTH: Final = 0.9
_FEWEST_STROKES: Final = 5
_INK: Final = (0.12, 0.65)


def captions(grey: Picture) -> Floats:
    """(n, 4) left, top, right, bottom of each block, in pixels of the (H, W) picture."""
    found = [*_blocks(grey, _WHITE), *_blocks(255 - grey, 255 - _BLACK)]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def _blocks(grey: Picture, plain: int) -> list[tuple[int, int, int, int]]:
    """Lines of bright thin strokes."""
    cv2 = load_cv2()
    kernel = np.ones((_STROKE_PX, _STROKE_PX), dtype=np.uint8)
    thin = cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, kernel) >= _CONTRAST
    ink = (thin & (grey >= plain)).astype(np.uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, _GAP_PX), dtype=np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined)
    return [
        (left, top, left + width, top + height)
        for left, top, width, height, _ in boxes[1:].tolist()
        if _is_line(ink[top : top + height, left : left + width])
    ]


def _is_line(ink: Picture) -> bool:
    """Whether strokes stand side by side as letters do."""
    height, width = ink.shape
    low, high = _HEIGHT_PX
    if not low <= height <= high or width < _MIN_WIDTHS * height:
        return False
    if not _INK[0] <= ink.mean() <= _INK[1]:
        return False
    rows = ink[height // 4 : max(height // 4 + 1, 3 * height // 4)].astype(np.int8)
    strokes = float(np.median((np.diff(rows, axis=1, prepend=0) > 0).sum(axis=1)))
    return bool(strokes >= max(_FEWEST_STROKES, _STROKES_PER_WIDTH * width / height))
