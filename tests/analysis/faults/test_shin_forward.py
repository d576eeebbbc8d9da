import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import DEADLIFT_BOTTOM, HINGE_BOTTOM, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "shin_forward", 1.5


def _leaning(bottom, shank_deg):
    """The knee bends as much more as the shin leans, so the thigh stays where it was."""
    return evolve(
        bottom, shank_deg=shank_deg, knee_deg=bottom.knee_deg + shank_deg - bottom.shank_deg
    )


def _lift(shank_deg):
    return slow_lift(2, bottom=_leaning(HINGE_BOTTOM, shank_deg))


def _floor(shank_deg):
    return floor_lift(2, bottom=_leaning(DEADLIFT_BOTTOM, shank_deg))


def _swing(shank_deg):
    return swing(2, bottom=_leaning(SWING_BOTTOM, shank_deg))


LEFT_ALONE = [
    Row("upright", _lift(4.0), Movement.HINGE, 4.0),
    Row("backward", _lift(-5.0), Movement.RDL, -5.0),
    Row("deadlift", _floor(18.0), Movement.DEADLIFT, 18.0),
    Row("swing", _swing(15.0), Movement.SWING, 15.0),
]
CAUGHT = [
    Row("leaning-hinge", _lift(20.0), Movement.HINGE, 20.0, Verdict.BORDERLINE),
    Row("far-forward-romanian", _lift(28.0), Movement.RDL, 28.0, Verdict.FAULT),
    Row("leaning-deadlift", _floor(26.0), Movement.DEADLIFT, 26.0, Verdict.BORDERLINE),
    Row("far-forward-deadlift", _floor(38.0), Movement.DEADLIFT, 38.0, Verdict.FAULT),
    Row("leaning-swing", _swing(25.0), Movement.SWING, 25.0, Verdict.BORDERLINE),
    Row("far-forward-left", _swing(36.0), Movement.SWING, 36.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Shins close to upright are left alone; a low bell gives more room."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Knees that go forward at the bottom are told."""
    assert misjudged(row, CODE, TOLERANCE) == []
