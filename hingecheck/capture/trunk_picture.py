"""The part of a picture about a trunk, turned so that the trunk stands upright, and its edges."""

from typing import Final

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Bools, Floats
from hingecheck.engines import load_cv2

Picture = npt.NDArray[np.uint8]

# Pixels in the length of the trunk, and how far the picture reaches from the hip, in trunks.
GRAIN: Final = 120
LOW, FRONT = -0.6, -0.35
_HIGH, _BACK = 2.2, 0.70
ROWS: Final = round((_HIGH - LOW) * GRAIN) + 1
COLUMNS: Final = round((_BACK - FRONT) * GRAIN) + 1
# Of each row, where it is between hip (0) and shoulder (1).
STATION: Final = LOW + np.arange(ROWS) / GRAIN
# An edge is a step of so many grey levels, in the colour in which it is steepest, and of so many
# times what is usual there: a rough wall and a dark picture are full of small ones.
_LEAST_STEP, _TIMES_USUAL = 3.0, 2.5


def upright_trunk(
    picture: Picture, hip: Floats, shoulder: Floats, facing: int
) -> tuple[Picture, Floats]:
    """The part of a picture about a trunk, turned.

    Args:
        picture: (H, W, 3), not turned.
        hip: (2,) x and y, pixels of the picture.
        shoulder: (2,) the same.
        facing: +1 where forward is to the right of the picture, else -1.

    Returns:
        (ROWS, COLUMNS, 3) with the trunk up the rows and its back to the right, and the (2, 3)
        way back from column, row and 1 to the picture.
    """
    cv2 = load_cv2()
    trunk = shoulder - hip
    back = np.array([trunk[1], -trunk[0]]) * facing
    corner = hip + FRONT * back + LOW * trunk
    to_picture = np.column_stack([back / GRAIN, trunk / GRAIN, corner])
    coarse = float(np.linalg.norm(trunk)) / GRAIN
    soft = cv2.GaussianBlur(picture, (0, 0), 0.4 * coarse) if coarse > 1.5 else picture
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    turned = cv2.warpAffine(
        soft, to_picture, (COLUMNS, ROWS), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    return turned.astype(np.uint8), to_picture


def edges_across(upright: Picture) -> tuple[Bools, Bools]:
    """(ROWS, COLUMNS) edges across the rows: those that grow brighter backward, and darker.

    Args:
        upright: (ROWS, COLUMNS, 3).
    """
    cv2 = load_cv2()
    soft = cv2.blur(cv2.GaussianBlur(upright, (0, 0), 1.0), (1, 5)).astype(np.float64)
    step = np.zeros_like(soft)
    step[:, 1:-1] = (soft[:, 2:] - soft[:, :-2]) / 2
    size = np.abs(step).max(axis=2)
    peak = np.zeros(size.shape, dtype=np.bool_)
    peak[:, 1:-1] = (size[:, 1:-1] >= size[:, :-2]) & (size[:, 1:-1] > size[:, 2:])
    peak &= size > max(_LEAST_STEP, _TIMES_USUAL * float(np.median(size)))
    brighter = step.sum(axis=2) > 0
    return peak & brighter, peak & ~brighter
