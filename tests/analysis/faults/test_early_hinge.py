import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.movements import swing
from tests.synthetic.posture import SWING_BOTTOM, SWING_TOP
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "early_hinge", 4.0


def _swing(trunk_deg):
    """The trunk leans so far when the arm is at 30 degrees on its way down."""
    passing = evolve(SWING_TOP, trunk_deg=trunk_deg, shank_deg=5.0, knee_deg=15.0, arm_deg=30.0)
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(2):
        score.to(passing, 0.4).to(SWING_BOTTOM, 0.35).to(SWING_TOP, 0.65).hold(0.1)
    return score.hold(0.2).motion()


LEFT_ALONE = [
    Row("patient", _swing(6.0), Movement.SWING, 6.0),
    Row("all-at-once", swing(2), Movement.SWING, 25.0),
]
CAUGHT = [
    Row("early", _swing(39.0), Movement.SWING, 39.0, Verdict.BORDERLINE),
    Row("very-early", _swing(54.0), Movement.SWING, 54.0, Verdict.FAULT),
    Row("very-early-left", _swing(54.0), Movement.SWING, 54.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A trunk that waits for the bell is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A trunk that folds before the bell is down is told."""
    assert misjudged(row, CODE, TOLERANCE) == []
