import pytest
from attrs import evolve

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.topic import Topic

LIMIT = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")
OTHER = evolve(LIMIT, warn=12.0)


def _fault(criteria) -> Fault:
    reading = Reading("angle", Statistic.MEDIAN, (Phase.TOP,))
    return Fault("code", "name", "cue", Topic.HINGE, reading, criteria, "page")


def test_a_movement_has_its_own_limits() -> None:
    """What is missing is not checked."""
    fault = _fault({Movement.SWING: LIMIT, Movement.RDL: OTHER})
    assert fault.criterion(Movement.SWING) is LIMIT
    assert fault.criterion(Movement.RDL) is OTHER
    assert fault.criterion(Movement.HINGE) is None
    assert fault.applies_to(Movement.RDL)
    assert not fault.applies_to(Movement.HINGE)
    assert not fault.applies_to(Movement.NONE)


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        pytest.param(dict.fromkeys(SLOW_MOVEMENTS, LIMIT), LIMIT, id="all-agree"),
        pytest.param(
            {**dict.fromkeys(SLOW_MOVEMENTS, LIMIT), Movement.RDL: OTHER}, None, id="one-differs"
        ),
        pytest.param(dict.fromkeys(SLOW_MOVEMENTS[1:], LIMIT), None, id="the-first-is-missing"),
        pytest.param(dict.fromkeys(SLOW_MOVEMENTS[:2], LIMIT), None, id="the-last-is-missing"),
        pytest.param({Movement.SWING: LIMIT}, None, id="not-for-slow-lifts"),
    ],
)
def test_a_slow_lift_is_judged_where_all_kinds_agree(criteria, expected) -> None:
    """While the kind of lift is unknown, only limits that all three share are used."""
    assert _fault(criteria).criterion(Movement.SLOW_LIFT) == expected


@pytest.mark.parametrize(
    ("criteria", "applies"),
    [({Movement.RDL: LIMIT}, True), ({Movement.SWING: LIMIT}, False), ({}, False)],
    ids=["one-slow-kind", "swings-only", "nothing"],
)
def test_a_check_of_one_slow_kind_applies_to_a_slow_lift(criteria, applies) -> None:
    """It may be that kind, so the report says that it could not be judged."""
    assert _fault(criteria).applies_to(Movement.SLOW_LIFT) is applies


def test_limits_cannot_be_changed_afterwards() -> None:
    """The fault keeps its own copy."""
    given = {Movement.SWING: LIMIT}
    fault = _fault(given)
    given.clear()
    assert fault.criterion(Movement.SWING) is LIMIT
    with pytest.raises(TypeError):
        fault.criteria[Movement.RDL] = LIMIT
