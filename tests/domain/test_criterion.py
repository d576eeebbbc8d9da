import pytest
from attrs import evolve

from hingecheck.domain.criterion import Basis, Beyond, Criterion

ABOVE = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")
BELOW = Criterion(-10.0, -20.0, Beyond.BELOW, "deg", Basis.JUDGEMENT, "made up")


@pytest.mark.parametrize(
    ("criterion", "value", "beyond"),
    [
        pytest.param(ABOVE, 10.1, True, id="above-the-upper"),
        pytest.param(ABOVE, 10.0, False, id="on-the-upper"),
        pytest.param(ABOVE, 9.9, False, id="below-the-upper"),
        pytest.param(BELOW, -10.1, True, id="below-the-lower"),
        pytest.param(BELOW, -10.0, False, id="on-the-lower"),
        pytest.param(BELOW, -9.9, False, id="above-the-lower"),
    ],
)
def test_beyond_is_strict(criterion, value, beyond) -> None:
    """A value exactly on a limit does not exceed it, on either side."""
    assert criterion.exceeds(value, criterion.warn) is beyond


@pytest.mark.parametrize(
    ("criterion", "value", "excess"),
    [(ABOVE, 13.0, 3.0), (ABOVE, 8.0, -2.0), (BELOW, -13.0, 3.0), (BELOW, -8.0, -2.0)],
)
def test_excess_is_positive_on_the_side_of_the_fault(criterion, value, excess) -> None:
    """How far beyond the warn limit, whichever side the fault lies on."""
    assert criterion.excess(value) == pytest.approx(excess)


def test_moving_back_goes_to_the_good_side() -> None:
    """The margin is taken off the fault, never added."""
    assert ABOVE.moved_back(15.0, 4.0) == 11.0
    assert BELOW.moved_back(-15.0, 4.0) == -11.0


@pytest.mark.parametrize(
    ("criterion", "milder"), [(ABOVE, 5.0), (BELOW, -5.0)], ids=["above", "below"]
)
def test_a_fault_limit_milder_than_the_warning_is_refused(criterion, milder) -> None:
    """A fault cannot begin before the warning does."""
    with pytest.raises(ValueError, match="milder than warn limit"):
        evolve(criterion, fault=milder)


@pytest.mark.parametrize("fault", [None, 10.0], ids=["no-fault-limit", "both-the-same"])
def test_a_criterion_may_have_one_limit(fault) -> None:
    """Without a fault limit, or with both in one place, a criterion is whole."""
    assert evolve(ABOVE, fault=fault).fault == fault
