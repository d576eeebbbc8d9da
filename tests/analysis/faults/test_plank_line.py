import numpy as np
import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.body import LEG
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, swing
from tests.synthetic.posture import STANDING, SWING_TOP, hips_short
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "plank_line", 0.035


def _off_the_line(hip_deg):
    """Legs and trunk are two sides of a triangle, the line its third; the hip's height over it."""
    bend = np.radians(hip_deg)
    line = np.sqrt(LEG**2 + 1 + 2 * LEG * np.cos(bend))
    return float(LEG * np.sin(bend) / line)


def _swing(hip_deg):
    return swing(2, top=hips_short(SWING_TOP, hip_deg))


def _floor(hip_deg):
    return floor_lift(2, top=hips_short(STANDING, hip_deg))


LEFT_ALONE = [
    Row("plank", swing(2), Movement.SWING, _off_the_line(2.0)),
    Row("nearly", _swing(9.0), Movement.SWING, _off_the_line(9.0)),
    Row("deadlift", _floor(2.0), Movement.DEADLIFT, _off_the_line(2.0)),
]
CAUGHT = [
    Row("short", _swing(18.0), Movement.SWING, _off_the_line(18.0), Verdict.BORDERLINE),
    Row("folded", _swing(32.0), Movement.SWING, _off_the_line(32.0), Verdict.FAULT),
    Row("folded-deadlift", _floor(32.0), Movement.DEADLIFT, _off_the_line(32.0), Verdict.FAULT),
    Row(
        "left",
        _floor(32.0),
        Movement.DEADLIFT,
        _off_the_line(32.0),
        Verdict.FAULT,
        Film(facing=-1),
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A standing plank is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A body that is bent at the top is told, whichever joint it is."""
    assert misjudged(row, CODE, TOLERANCE) == []
