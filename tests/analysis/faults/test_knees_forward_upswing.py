import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.movements import swing
from tests.synthetic.posture import SWING_BOTTOM, SWING_TOP
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "knees_forward_upswing", 2.5


def _swing(passing):
    """Goes through one posture on the way up."""
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(2):
        score.to(SWING_BOTTOM, 0.75).to(passing, 0.3).to(SWING_TOP, 0.35).hold(0.1)
    return score.hold(0.2).motion()


def _forward(gained_deg):
    """The hips are half through while the shins lean so much further than at the bottom."""
    shank = SWING_BOTTOM.shank_deg + gained_deg
    return _swing(
        evolve(SWING_TOP, trunk_deg=30.0, shank_deg=shank, knee_deg=shank + 13.0, arm_deg=15.0)
    )


LEFT_ALONE = [
    Row("straightening", swing(2), Movement.SWING, 0.0),
    Row("a-little", _forward(4.0), Movement.SWING, 4.0),
]
CAUGHT = [
    Row("forward", _forward(9.0), Movement.SWING, 9.0, Verdict.BORDERLINE),
    Row("far-forward", _forward(24.0), Movement.SWING, 24.0, Verdict.FAULT),
    Row("far-left", _forward(24.0), Movement.SWING, 24.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Knees that straighten where they are, are left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Shins that lean on while the hips come through are told."""
    assert misjudged(row, CODE, TOLERANCE) == []
