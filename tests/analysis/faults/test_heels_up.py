import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import DEADLIFT_BOTTOM, HINGE_BOTTOM, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "heels_up", 0.07


def _lift(heel_up):
    return slow_lift(2, bottom=evolve(HINGE_BOTTOM, heel_up=heel_up))


def _swing(heel_up):
    """The heels are up in the backswing only."""
    return swing(2, bottom=evolve(SWING_BOTTOM, heel_up=heel_up))


LEFT_ALONE = [
    Row("planted", _lift(0.0), Movement.HINGE, 0.0),
    Row("a-little", _lift(0.15), Movement.RDL, 0.15),
    Row("planted-swing", _swing(0.0), Movement.SWING, 0.0),
    Row("a-little-in-a-swing", _swing(0.16), Movement.SWING, 0.15),
]
CAUGHT = [
    Row("up", _lift(0.47), Movement.RDL, 0.47, Verdict.BORDERLINE),
    Row("up-in-a-swing", _swing(0.45), Movement.SWING, 0.4, Verdict.BORDERLINE),
    Row("on-the-toes", _lift(0.6), Movement.HINGE, 0.6, Verdict.BORDERLINE),
    Row(
        "deadlift-left",
        floor_lift(2, bottom=evolve(DEADLIFT_BOTTOM, heel_up=0.55)),
        Movement.DEADLIFT,
        0.55,
        Verdict.BORDERLINE,
        Film(facing=-1),
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A whole foot on the floor is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Heels that rise are told, never as more than borderline."""
    assert misjudged(row, CODE, TOLERANCE) == []
