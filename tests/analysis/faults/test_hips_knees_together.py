import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.posture import HINGE_BOTTOM, STANDING, SWING_BOTTOM, SWING_TOP
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "hips_knees_together", 0.06


FINE = Film(fps=60.0)


def _swing(late_s, knee_deg=20.0):
    """The hips are through after 0.45 s, over knees of so much; they straighten in what is left."""
    passing = evolve(
        SWING_TOP, trunk_deg=0.0, knee_deg=knee_deg, shank_deg=knee_deg - 2, arm_deg=60
    )
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(2):
        score.to(SWING_BOTTOM, 0.75).to(passing, 0.45).to(SWING_TOP, late_s).hold(0.2)
    return score.hold(0.2).motion()


def _lift():
    """The hips first, then the knees, a second later."""
    bottom = evolve(HINGE_BOTTOM, knee_deg=34.0)
    passing = evolve(STANDING, knee_deg=28.0, shank_deg=26.0)
    score = Score(STANDING).hold(0.8)
    for _ in range(2):
        score.to(bottom, 1.4).hold(0.3).to(passing, 1.0).to(STANDING, 1.0).hold(0.8)
    return score.motion()


LEFT_ALONE = [
    Row("as-one", swing(2), Movement.SWING, 0.0, film=FINE),
    Row("as-one-slowly", slow_lift(2), Movement.RDL, 0.0),
    Row("within-the-error", _swing(0.1, 15.0), Movement.SWING, 0.15, film=FINE),
]
CAUGHT = [
    Row("apart", _swing(0.2), Movement.SWING, 0.28, Verdict.BORDERLINE, FINE),
    Row("far-apart", _swing(0.35, 34.0), Movement.SWING, 0.5, Verdict.FAULT, FINE),
    Row("far-left", _swing(0.35, 34.0), Movement.SWING, 0.5, Verdict.FAULT, Film(facing=-1)),
    Row("slowly-apart", _lift(), Movement.HINGE, 0.39, Verdict.BORDERLINE),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Hips and knees that arrive together are left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Knees that come after the hips are told; in a slow lift never as more than borderline."""
    assert misjudged(row, CODE, TOLERANCE) == []
