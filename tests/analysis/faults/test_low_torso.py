import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import swing
from tests.synthetic.posture import SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "low_torso", 2.5


def _swing(trunk_deg):
    return swing(2, bottom=evolve(SWING_BOTTOM, trunk_deg=trunk_deg))


LEFT_ALONE = [
    Row("usual", _swing(62.0), Movement.SWING, 62.0),
    Row("deep", _swing(84.0), Movement.SWING, 84.0),
]
CAUGHT = [
    Row("level", _swing(94.0), Movement.SWING, 94.0, Verdict.BORDERLINE),
    Row("below", _swing(106.0), Movement.SWING, 106.0, Verdict.FAULT),
    Row("below-left", _swing(106.0), Movement.SWING, 106.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Shoulders above the hips are left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A chest that drops below the hips is told."""
    assert misjudged(row, CODE, TOLERANCE) == []
