"""Pictures made small before anything else is done with them."""

import numpy as np
import numpy.typing as npt

from hingecheck.engines import load_cv2

# Landmarks come from a 256 px crop around the body: larger pictures only cost time.
LONG_SIDE_PX = 1280

Picture = npt.NDArray[np.uint8]


def shrunk(picture: Picture) -> tuple[Picture, float]:
    """A picture whose long side is at most `LONG_SIDE_PX`, and recording pixels per pixel of it."""
    height, width = picture.shape[:2]
    scale = max(1.0, max(height, width) / LONG_SIDE_PX)
    if scale > 1:
        cv2 = load_cv2()
        size = (max(1, round(width / scale)), max(1, round(height / scale)))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return picture, scale
