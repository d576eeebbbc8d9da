import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import DEADLIFT_BOTTOM, STANDING, SWING_TOP, hips_short, knees_short
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "lockout_knee", 1.5


def _swing(knee_deg):
    return swing(2, top=knees_short(SWING_TOP, knee_deg))


def _lift(knee_deg):
    return slow_lift(2, top=knees_short(STANDING, knee_deg), bottom=DEADLIFT_BOTTOM)


LEFT_ALONE = [
    Row("straight-swing", swing(2), Movement.SWING, 4.0),
    Row("straight-hinge", slow_lift(2), Movement.HINGE, 4.0),
    Row("straight-deadlift", floor_lift(2), Movement.DEADLIFT, 4.0),
    Row("as-the-model-reads-straight", _swing(16.0), Movement.SWING, 16.0),
    Row("soft-knees", _lift(22.0), Movement.RDL, 22.0),
    Row("only-the-hips-bent", swing(2, top=hips_short(SWING_TOP, 32.0)), Movement.SWING, 4.0),
]
CAUGHT = [
    Row("bent-swing", _swing(28.5), Movement.SWING, 28.5, Verdict.BORDERLINE),
    Row("bent-hinge", _lift(28.5), Movement.HINGE, 28.5, Verdict.BORDERLINE),
    Row("bent-within-the-error", _lift(32.2), Movement.RDL, 32.2, Verdict.BORDERLINE),
    Row("very-bent-swing", _swing(40.0), Movement.SWING, 40.0, Verdict.FAULT),
    Row("very-bent-lift", _lift(40.0), Movement.RDL, 40.0, Verdict.FAULT),
    Row(
        "very-bent-deadlift",
        floor_lift(2, top=knees_short(STANDING, 40.0)),
        Movement.DEADLIFT,
        40.0,
        Verdict.FAULT,
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Straight and soft knees are fine, and a bent hip is no bent knee."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Knees that stay bent at the top are told."""
    assert misjudged(row, CODE, TOLERANCE) == []
