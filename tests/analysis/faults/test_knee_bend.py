import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import HINGE_BOTTOM, STANDING
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "knee_bend", 1.5


def _lift(gained_deg):
    return slow_lift(2, bottom=evolve(HINGE_BOTTOM, knee_deg=STANDING.knee_deg + gained_deg))


LEFT_ALONE = [
    Row("soft-hinge", _lift(14.0), Movement.HINGE, 14.0),
    Row("straight-romanian", _lift(2.0), Movement.RDL, 2.0),
    Row("bent-romanian", _lift(44.0), Movement.RDL, 44.0),
]
CAUGHT = [
    Row("much-bent-hinge", _lift(55.0), Movement.HINGE, 55.0, Verdict.BORDERLINE),
    Row("much-bent-romanian", _lift(55.0), Movement.RDL, 55.0, Verdict.BORDERLINE),
    Row("sitting-hinge", _lift(78.0), Movement.HINGE, 78.0, Verdict.FAULT),
    Row("sitting-left", _lift(78.0), Movement.RDL, 78.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A soft knee is what the lift asks for; what counts is the gain since the top."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A knee that bends as in a squat is told."""
    assert misjudged(row, CODE, TOLERANCE) == []
