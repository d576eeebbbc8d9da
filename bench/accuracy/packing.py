"""Arrays in few bytes: whole steps of a length that is below what they can tell."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bench.lifter.rotations import Array

_UNSEEN: Final = np.iinfo(np.int16).min
# A pixel's 32nd, a fifth of a millimetre, a 250th of a visibility, a 50th of a degree.
STEPS: Final[Mapping[str, float]] = {
    "image_px": 1 / 32,
    "world_m": 2e-4,
    "visibility": 4e-3,
    "outline_px": 1 / 8,
    "joints_m": 2e-4,
    "spine_deg": 0.02,
}


def packed(kind: str, values: Array) -> NDArray[np.int16]:
    """Return the values in whole steps of their kind; NaN is kept.

    Raises:
        ValueError: A value is too large for the steps of its kind.
    """
    steps = np.round(values / STEPS[kind])
    if np.nanmax(np.abs(steps), initial=0) >= -_UNSEEN:
        raise ValueError(f"{kind}: {np.nanmax(np.abs(values))} does not fit into int16 steps")
    return np.where(np.isnan(steps), _UNSEEN, steps).astype(np.int16)


def unpacked(kind: str, steps: NDArray[Any]) -> Array:
    """Return what was packed, to the nearest step."""
    values: Array = steps.astype(np.float64) * STEPS[kind]
    values[steps == _UNSEEN] = np.nan
    return values
