import pytest
from attrs import evolve

from hingecheck.analysis.back_change import EARLY_SHARE, USUAL_CURVE
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import DEADLIFT_BOTTOM, HINGE_BOTTOM, STANDING, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "spine_change", 0.008
# The middle of a sine bulge, on average, and the share of a change that early hinge already shows.
MIDDLE, EARLY = 0.77, 0.38


def _told(bottom, top=0.0):
    """What the check should read off a back that goes from one bow to another."""
    early = MIDDLE * (top + EARLY * (bottom - top))
    return MIDDLE * bottom - EARLY_SHARE * early - (1 - EARLY_SHARE) * USUAL_CURVE


def _lift(bow, top=STANDING):
    return slow_lift(2, top=top, bottom=evolve(HINGE_BOTTOM, bow=bow))


def _swing(bow):
    return swing(2, bottom=evolve(SWING_BOTTOM, bow=bow))


def _floor(bow):
    return floor_lift(2, bottom=evolve(DEADLIFT_BOTTOM, bow=bow))


LEFT_ALONE = [
    Row("held", _lift(0.0), Movement.HINGE, _told(0.0)),
    Row("held-swing", _swing(0.0), Movement.SWING, _told(0.0)),
    Row("changes-a-little", _lift(0.03), Movement.RDL, _told(0.03)),
    Row(
        "round-all-the-time",
        _lift(0.1, evolve(STANDING, bow=0.1)),
        Movement.HINGE,
        _told(0.1, 0.1),
    ),
    Row("hollows-out", _lift(-0.08), Movement.RDL, _told(-0.08)),
]
CAUGHT = [
    Row("rounds-hinge", _lift(0.12), Movement.HINGE, _told(0.12), Verdict.BORDERLINE),
    Row("rounds-swing", _swing(0.12), Movement.SWING, _told(0.12), Verdict.BORDERLINE),
    Row("rounds-deadlift", _floor(0.12), Movement.DEADLIFT, _told(0.12), Verdict.BORDERLINE),
    Row(
        "hollow-to-flat",
        _lift(0.0, evolve(STANDING, bow=-0.12)),
        Movement.RDL,
        _told(0.0, -0.12),
        Verdict.BORDERLINE,
    ),
    Row("left", _lift(0.12), Movement.RDL, _told(0.12), Verdict.BORDERLINE, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A back that keeps its shape, whatever that is, or changes it a little is left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """A back that rounds on the way down is told, and is never more than borderline."""
    assert misjudged(row, CODE, TOLERANCE) == []
