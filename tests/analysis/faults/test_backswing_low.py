import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.body import FOREARM, LEG, THIGH, UPPER_ARM
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, swing
from tests.synthetic.posture import SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "backswing_low", 0.025


def _swing(height, **more):
    """The trunk is folded so far that hands 40 degrees behind are `height` leg lengths above."""
    arm = (UPPER_ARM + FOREARM) * np.cos(np.radians(40.0))
    thigh = THIGH * np.cos(np.radians(float(SWING_BOTTOM.thigh_deg)))
    trunk = np.degrees(np.arccos(height * LEG + arm - thigh))
    bottom = evolve(SWING_BOTTOM, trunk_deg=trunk, arm_deg=-40.0, elbow_deg=0.0)
    return swing(2, bottom=bottom, **more)


LEFT_ALONE = [
    Row("high", _swing(0.25), Movement.SWING, 0.25),
    Row("just-above", _swing(0.12), Movement.SWING, 0.12),
    Row("high-left", _swing(0.25), Movement.SWING, 0.25, film=Film(facing=-1, fps=60.0)),
    Row("hiked-from-the-floor", _swing(0.25, picked_up=True), Movement.SWING, 0.25),
]
CAUGHT = [
    Row("at-the-knees", _swing(0.035), Movement.SWING, 0.035, Verdict.BORDERLINE),
    Row("below-the-knees", _swing(-0.06), Movement.SWING, -0.06, Verdict.FAULT),
    Row(
        "below-the-knees-left", _swing(-0.06), Movement.SWING, -0.06, Verdict.FAULT, Film(facing=-1)
    ),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Hands above the knees are left alone, and so is the hike from the floor."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Hands that go back low are told."""
    assert misjudged(row, CODE, TOLERANCE) == []


def test_a_lift_has_no_backswing() -> None:
    """The check is for swings; a deadlift brings the hands below the knees by its nature."""
    row = Row("deadlift", floor_lift(2), Movement.DEADLIFT, 0.0)
    assert row.findings(CODE) == []
