import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import STANDING, SWING_TOP, hips_short, leaning_back
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "lockout_hip", 1.5


def _swing(hip_deg):
    return swing(2, top=hips_short(SWING_TOP, hip_deg))


def _lift(hip_deg):
    return slow_lift(2, top=hips_short(STANDING, hip_deg))


LEFT_ALONE = [
    Row("tall-swing", swing(2), Movement.SWING, 2.0),
    Row("tall-hinge", slow_lift(2), Movement.HINGE, 2.0),
    Row("tall-deadlift", floor_lift(2), Movement.DEADLIFT, 2.0),
    Row("nearly-tall-swing", _swing(15.0), Movement.SWING, 15.0),
    Row("nearly-tall-lift", _lift(15.0), Movement.RDL, 15.0),
    Row("leaning-back", swing(2, top=leaning_back(SWING_TOP, -15.0)), Movement.SWING, -13.0),
    Row("tall-swing-noisy", swing(2), Movement.SWING, 2.0, film=Film(noise_px=1.5)),
]
CAUGHT = [
    Row("short-swing", _swing(21.0), Movement.SWING, 21.0, Verdict.BORDERLINE),
    Row("short-hinge", _lift(21.0), Movement.HINGE, 21.0, Verdict.BORDERLINE),
    Row("short-within-the-error", _lift(25.3), Movement.RDL, 25.3, Verdict.BORDERLINE),
    Row("very-short-swing", _swing(32.0), Movement.SWING, 32.0, Verdict.FAULT),
    Row("very-short-lift", _lift(32.0), Movement.RDL, 32.0, Verdict.FAULT),
    Row("very-short-left", _swing(32.0), Movement.SWING, 32.0, Verdict.FAULT, Film(facing=-1)),
    Row(
        "short-deadlift",
        floor_lift(2, top=hips_short(STANDING, 32.0)),
        Movement.DEADLIFT,
        32.0,
        Verdict.FAULT,
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Hips that are straight, nearly straight or bent backward are not called bent."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Hips that stay bent at the top are told, however the lift is called."""
    assert misjudged(row, CODE, TOLERANCE) == []
