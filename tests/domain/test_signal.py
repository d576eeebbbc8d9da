import numpy as np
import pytest

from hingecheck.domain.signal import Signal, SignalSet

ONE = Signal("one", "deg", [1.0, 2.0], [0.1, 0.1])
OTHER = Signal("other", "trunk", [3.0, np.nan], [0.1, 0.1])


def test_signals_are_found_by_name_in_order() -> None:
    """A set is asked by name, and keeps the order that it was given."""
    both = SignalSet([0.0, 0.1], (ONE, OTHER))
    assert both["other"] is OTHER
    assert [signal.name for signal in both] == ["one", "other"]
    assert len(both) == 2
    with pytest.raises(KeyError, match="third"):
        both["third"]


def test_every_value_has_its_uncertainty() -> None:
    """A number is never bare: u has the length of the values."""
    with pytest.raises(ValueError, match="uncertainty of one"):
        Signal("one", "deg", [1.0, 2.0], [0.1])


@pytest.mark.parametrize(
    ("time_s", "signals", "message"),
    [
        pytest.param([0.0], (ONE,), "one must have shape", id="another-clock"),
        pytest.param([0.0, 0.1], (ONE, ONE), "each name once", id="a-name-twice"),
    ],
)
def test_a_set_that_does_not_fit_together_is_refused(time_s, signals, message) -> None:
    """Signals of one set share a clock and have different names."""
    with pytest.raises(ValueError, match=message):
        SignalSet(time_s, signals)
