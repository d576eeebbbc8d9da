import numpy as np
import pytest

from hingecheck.domain.array import frozen_floats, frozen_ints, require_shape


def test_a_frozen_array_is_a_copy() -> None:
    """Changing the array that was handed in does not change the value that took it."""
    own = np.array([1.0, 2.0])
    kept = frozen_floats(own)
    own[0] = 9.0
    assert kept.tolist() == [1.0, 2.0]


@pytest.mark.parametrize("freeze", [frozen_floats, frozen_ints], ids=["floats", "ints"])
def test_a_frozen_array_refuses_to_be_written(freeze) -> None:
    """Nobody can write into a frozen array."""
    with pytest.raises(ValueError, match="read-only"):
        freeze([1, 2])[0] = 3


def test_frozen_arrays_have_one_type() -> None:
    """Whatever comes in, floats are float64 and ints are int64."""
    assert frozen_floats(np.float32([1.5])).dtype == np.float64
    assert frozen_ints([True, 2]).dtype == np.int64


def test_a_wrong_shape_is_named() -> None:
    """The refusal says which array, what was expected and what came."""
    with pytest.raises(ValueError, match=r"trunk must have shape \(2, 3\), got \(3,\)"):
        require_shape("trunk", np.zeros(3), (2, 3))
    require_shape("trunk", np.zeros((2, 3)), (2, 3))
