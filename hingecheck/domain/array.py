"""The array types of the domain, and the one way a value takes an array in.

Letters in shapes: T frames, K = 33 landmarks, J near-side joints, R reps, F checks.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def frozen_floats(values: Any) -> Floats:
    """A read-only float64 copy: a frozen value must not change through somebody else's array.

    An array that is read-only already, and owns its numbers, is taken as it is.
    """
    if _is_frozen(values):
        return values  # type: ignore[no-any-return] # just looked at
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array


def _is_frozen(values: Any) -> bool:
    """Whether nobody can change an array: a copy would only take time and memory."""
    is_array = isinstance(values, np.ndarray)
    if not is_array or values.dtype != np.float64:
        return False
    return values.base is None and not values.flags.writeable


def frozen_ints(values: Any) -> Ints:
    """A read-only int64 copy."""
    array = np.array(values, dtype=np.int64)
    array.flags.writeable = False
    return array


def frozen_bools(values: Any) -> Bools:
    """A read-only copy of truths."""
    array = np.array(values, dtype=np.bool_)
    array.flags.writeable = False
    return array


def require_shape(name: str, array: npt.NDArray[Any], expected: tuple[int, ...]) -> None:
    """Refuses an array of another shape.

    Raises:
        ValueError: says the name, the expected shape and the one that came.
    """
    if array.shape != expected:
        raise ValueError(f"{name} must have shape {expected}, got {array.shape}")
