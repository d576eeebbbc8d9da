import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.posture import HINGE_BOTTOM, STANDING, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "neck_tucked", 5.0


def _lift(change_deg):
    neck = float(STANDING.neck_deg) + change_deg
    return slow_lift(2, bottom=evolve(HINGE_BOTTOM, neck_deg=neck))


def _swing(change_deg):
    neck = float(STANDING.neck_deg) + change_deg
    return swing(2, bottom=evolve(SWING_BOTTOM, neck_deg=neck))


LEFT_ALONE = [
    Row("neutral", _lift(0.0), Movement.HINGE, 0.0),
    Row("a-little", _swing(12.0), Movement.SWING, 12.0),
]
CAUGHT = [
    Row("tucked", _lift(32.0), Movement.RDL, 32.0, Verdict.BORDERLINE),
    Row("far-tucked", _lift(70.0), Movement.DEADLIFT, 70.0, Verdict.BORDERLINE),
    Row("tucked-left", _swing(35.0), Movement.SWING, 35.0, Verdict.BORDERLINE, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A head that stays with the back is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A tucked chin is told, never as more than borderline."""
    assert misjudged(row, CODE, TOLERANCE) == []
