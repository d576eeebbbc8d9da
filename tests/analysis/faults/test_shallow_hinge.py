import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import HINGE_BOTTOM, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "shallow_hinge", 1.5


def _swing(trunk_deg):
    bottom = evolve(SWING_BOTTOM, trunk_deg=trunk_deg, knee_deg=56.0, shank_deg=14.0)
    return swing(2, bottom=bottom)


def _lift(trunk_deg):
    """Little lean, and knees bent enough that it is a fold at all."""
    bottom = evolve(HINGE_BOTTOM, trunk_deg=trunk_deg, knee_deg=48.0, shank_deg=10.0)
    return slow_lift(2, bottom=bottom)


LEFT_ALONE = [
    Row("deep-swing", swing(2), Movement.SWING, 57.5),
    Row("enough-for-a-swing", _swing(39.0), Movement.SWING, 38.5),
    Row("deep-hinge", slow_lift(2), Movement.HINGE, 66.0),
    Row("enough-for-a-hinge", _lift(42.0), Movement.HINGE, 42.0),
    Row("deadlift", floor_lift(2), Movement.DEADLIFT, 60.0),
]
CAUGHT = [
    Row("shallow-swing", _swing(32.0), Movement.SWING, 31.5, Verdict.BORDERLINE),
    Row("shallow-hinge", _lift(37.0), Movement.HINGE, 37.0, Verdict.BORDERLINE),
    Row("shallow-romanian", _lift(37.0), Movement.RDL, 37.0, Verdict.BORDERLINE),
    Row("very-shallow-is-no-fault", _lift(30.0), Movement.RDL, 30.0, Verdict.BORDERLINE),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Who leans forward far enough for the movement is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Little lean is told, and is never more than borderline: depth is personal."""
    assert misjudged(row, CODE, TOLERANCE) == []
