import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift
from tests.synthetic.posture import DEADLIFT_BOTTOM, HINGE_BOTTOM, STANDING
from tests.synthetic.reaching import reaching
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "bell_path", 0.03


def _both(bottom, ahead_legs):
    """The hands keep their distance all the way up."""
    return {
        "bottom": reaching(bottom, ahead_legs),
        "top": reaching(STANDING, ahead_legs),
    }


def _lift(ahead_legs):
    return slow_lift(2, **_both(HINGE_BOTTOM, ahead_legs))


def _floor(ahead_legs):
    return floor_lift(2, **_both(DEADLIFT_BOTTOM, ahead_legs))


LEFT_ALONE = [
    Row("close", _floor(0.05), Movement.DEADLIFT, 0.05),
    Row("close-romanian", _lift(0.09), Movement.RDL, 0.09),
    Row("as-close-as-good-lifters", _floor(0.13), Movement.DEADLIFT, 0.13),
]
CAUGHT = [
    Row("ahead", _floor(0.22), Movement.DEADLIFT, 0.22, Verdict.BORDERLINE),
    Row("far-ahead", _floor(0.3), Movement.DEADLIFT, 0.3, Verdict.FAULT),
    Row("far-ahead-romanian", _lift(0.3), Movement.RDL, 0.3, Verdict.FAULT),
    Row("far-left", _floor(0.3), Movement.DEADLIFT, 0.3, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A weight over the middle of the foot is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A weight that hangs in front of the feet is told."""
    assert misjudged(row, CODE, TOLERANCE) == []
