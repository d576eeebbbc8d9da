import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, swing
from tests.synthetic.posture import SWING_TOP
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "overhead_swing", 4.0


def _swing(arm_deg):
    return swing(2, top=evolve(SWING_TOP, arm_deg=arm_deg))


LEFT_ALONE = [
    Row("shoulder-height", swing(2), Movement.SWING, 82.0),
    Row("low-with-a-heavy-bell", _swing(55.0), Movement.SWING, 55.0),
    Row("floats-to-120", _swing(120.0), Movement.SWING, 120.0),
]
CAUGHT = [
    Row("above-the-head", _swing(140.0), Movement.SWING, 140.0, Verdict.BORDERLINE),
    Row("overhead", _swing(172.0), Movement.SWING, 172.0, Verdict.FAULT),
    Row("overhead-left", _swing(172.0), Movement.SWING, 172.0, Verdict.FAULT, Film(facing=-1)),
    Row("past-overhead", _swing(190.0), Movement.SWING, 190.0, Verdict.FAULT),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Chest to eye height is left alone, and lower is fine."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A bell that goes overhead is told."""
    assert misjudged(row, CODE, TOLERANCE) == []


def test_a_lift_is_not_asked() -> None:
    """The check is for swings."""
    assert Row("deadlift", floor_lift(2), Movement.DEADLIFT, 0.0).findings(CODE) == []
