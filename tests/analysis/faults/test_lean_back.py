import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import STANDING, SWING_TOP, leaning_back
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "lean_back", 1.0


def _swing(trunk_deg):
    return swing(2, top=leaning_back(SWING_TOP, trunk_deg))


def _lift(trunk_deg):
    return slow_lift(
        2, top=leaning_back(STANDING, trunk_deg), last=STANDING if trunk_deg < 0 else None
    )


LEFT_ALONE = [
    Row("upright-swing", swing(2), Movement.SWING, 0.0),
    Row("upright-hinge", slow_lift(2), Movement.HINGE, 0.0),
    Row("against-the-bell", _swing(-7.0), Movement.SWING, -7.0),
    Row("leaning-forward", _lift(12.0), Movement.RDL, 12.0),
    Row("against-the-bell-left", _swing(-7.0), Movement.SWING, -7.0, film=Film(facing=-1)),
]
CAUGHT = [
    Row("back-swing", _swing(-11.0), Movement.SWING, -11.0, Verdict.BORDERLINE),
    Row("back-hinge", _lift(-11.0), Movement.HINGE, -11.0, Verdict.BORDERLINE),
    Row("far-back-swing", _swing(-24.0), Movement.SWING, -24.0, Verdict.FAULT),
    Row("far-back-lift", _lift(-24.0), Movement.RDL, -24.0, Verdict.FAULT),
    Row("very-far-back-lift", _lift(-38.0), Movement.RDL, -38.0, Verdict.FAULT),
    Row("far-back-left", _swing(-24.0), Movement.SWING, -24.0, Verdict.FAULT, Film(facing=-1)),
    Row(
        "far-back-deadlift",
        floor_lift(2, top=leaning_back(STANDING, -24.0)),
        Movement.DEADLIFT,
        -24.0,
        Verdict.FAULT,
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A plank, a little lean against the bell, and a lean forward are no leaning back."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A trunk that goes back at the top is told, on whichever side the camera stands."""
    assert misjudged(row, CODE, TOLERANCE) == []
