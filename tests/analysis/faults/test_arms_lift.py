import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.posture import SWING_BOTTOM, SWING_TOP
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "arms_lift", 0.05


def _swing(passing):
    """Goes through one posture on the way up."""
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(2):
        score.to(SWING_BOTTOM, 0.75).to(passing, 0.3).to(SWING_TOP, 0.35).hold(0.1)
    return score.hold(0.2).motion()


def _lifted(share):
    """So much of the hips' way is done when the arm is at 45 degrees."""
    start, end = SWING_BOTTOM.hip_deg, SWING_TOP.hip_deg
    hip = float(start + share * (end - start))
    return _swing(
        evolve(
            SWING_TOP, trunk_deg=0.7 * hip, shank_deg=5.0, knee_deg=5.0 + 0.3 * hip, arm_deg=45.0
        )
    )


LEFT_ALONE = [
    Row("thrown", _lifted(0.93), Movement.SWING, 0.93),
    Row("nearly-through", _lifted(0.84), Movement.SWING, 0.84),
]
CAUGHT = [
    Row("helped", _lifted(0.67), Movement.SWING, 0.67, Verdict.BORDERLINE),
    Row("lifted", _lifted(0.45), Movement.SWING, 0.45, Verdict.FAULT),
    Row("lifted-left", _lifted(0.45), Movement.SWING, 0.45, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Hips that throw before the arms rise are left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Arms that rise before the hips are through are told."""
    assert misjudged(row, CODE, TOLERANCE) == []
