import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import HINGE_BOTTOM, STANDING
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "knee_drift", 2.0


def _drifting(gained_deg):
    """Soft until two thirds of the way, then the knees go on."""
    late = evolve(HINGE_BOTTOM, trunk_deg=HINGE_BOTTOM.trunk_deg * 2 / 3, knee_deg=15.0)
    bottom = evolve(HINGE_BOTTOM, knee_deg=15.0 + gained_deg)
    score = Score(STANDING).hold(0.8)
    for _ in range(2):
        score.to(late, 0.9).to(bottom, 0.6).hold(0.3).to(STANDING, 1.2).hold(0.8)
    return score.motion()


LEFT_ALONE = [
    Row("even", slow_lift(2), Movement.RDL, 4.7),
    Row("held", _drifting(0.0), Movement.RDL, 0.0),
    Row("little", _drifting(15.0), Movement.RDL, 15.0),
]
CAUGHT = [
    Row("more", _drifting(28.0), Movement.RDL, 28.0, Verdict.BORDERLINE),
    Row("much", _drifting(46.0), Movement.RDL, 46.0, Verdict.FAULT),
    Row("much-left", _drifting(46.0), Movement.RDL, 46.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A knee that keeps its bend, or bends evenly a little, is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A knee that goes on where the hip has stopped is told."""
    assert misjudged(row, CODE, TOLERANCE) == []
