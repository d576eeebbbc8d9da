"""Boxes around people: left, top, right and bottom in pixels of the recording."""

import numpy as np

from hingecheck.domain.array import Floats


def boxes_of(image_px: Floats) -> Floats:
    """(T, 4) around the landmarks (T, K, 2) of each frame; NaN where nobody is seen."""
    return np.concatenate([image_px.min(axis=1), image_px.max(axis=1)], axis=1)


def overlap(one: Floats, other: Floats) -> Floats:
    """Intersection over union of (..., 4) boxes, 0 to 1; 0 where one of them is not known."""
    low, high = np.maximum(one[..., :2], other[..., :2]), np.minimum(one[..., 2:], other[..., 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=-1)
    both = np.prod(one[..., 2:] - one[..., :2], axis=-1)
    both = both + np.prod(other[..., 2:] - other[..., :2], axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = shared / (both - shared)
    return np.asarray(np.nan_to_num(share, nan=0.0, posinf=0.0))
