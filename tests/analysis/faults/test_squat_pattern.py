import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import squatty
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "squat_pattern", 0.015


def _swing(index):
    return swing(2, bottom=squatty(index, arm_deg=-32.0))


def _lift(index):
    return slow_lift(2, bottom=squatty(index))


def _floor(index):
    return floor_lift(2, bottom=squatty(index))


LEFT_ALONE = [
    Row("hinged-swing", _swing(0.72), Movement.SWING, 0.72),
    Row("deep-swing", _swing(0.63), Movement.SWING, 0.63),
    Row("stiff-hinge", _lift(0.9), Movement.HINGE, 0.9),
    Row("romanian", _lift(0.71), Movement.RDL, 0.71),
    Row("deadlift", _floor(0.6), Movement.DEADLIFT, 0.6),
    Row("bent-knees-all-through", _swing(0.72), Movement.SWING, 0.72, film=Film(yaw_deg=12.0)),
]
CAUGHT = [
    Row("squatty-swing", _swing(0.56), Movement.SWING, 0.56, Verdict.BORDERLINE),
    Row("squat-swing", _swing(0.46), Movement.SWING, 0.46, Verdict.FAULT),
    Row("squatty-hinge", _lift(0.64), Movement.HINGE, 0.64, Verdict.BORDERLINE),
    Row("squat-hinge", _lift(0.56), Movement.HINGE, 0.56, Verdict.FAULT),
    Row("squatty-romanian", _lift(0.64), Movement.RDL, 0.64, Verdict.BORDERLINE),
    Row("squat-romanian", _lift(0.52), Movement.RDL, 0.52, Verdict.FAULT),
    Row("squatty-deadlift", _floor(0.53), Movement.DEADLIFT, 0.53, Verdict.BORDERLINE),
    Row("squat-deadlift", _floor(0.44), Movement.DEADLIFT, 0.44, Verdict.FAULT),
    Row("squat-left", _lift(0.56), Movement.HINGE, 0.56, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A fold at the hips is left alone; a deadlift and a swing may bend the knees more."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A fold that the knees share too much is told, each movement by its own limits."""
    assert misjudged(row, CODE, TOLERANCE) == []
