import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import DEADLIFT_BOTTOM, HINGE_BOTTOM, STANDING, SWING_BOTTOM
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "spine_round", 0.006


def _lift(bow, top=STANDING):
    return slow_lift(2, top=top, bottom=evolve(HINGE_BOTTOM, bow=bow))


def _swing(bow):
    return swing(2, bottom=evolve(SWING_BOTTOM, bow=bow))


def _floor(bow):
    return floor_lift(2, bottom=evolve(DEADLIFT_BOTTOM, bow=bow))


LEFT_ALONE = [
    Row("flat", _lift(0.0), Movement.HINGE, 0.0),
    Row("flat-swing", _swing(0.0), Movement.SWING, 0.0),
    Row("a-little-round", _lift(0.035), Movement.RDL, 0.035),
    Row("hollow", _lift(-0.06), Movement.RDL, -0.06),
    Row("round-at-the-top-only", _lift(0.0, evolve(STANDING, bow=0.1)), Movement.HINGE, 0.0),
    Row("flat-left", _floor(0.0), Movement.DEADLIFT, 0.0, film=Film(facing=-1)),
]
CAUGHT = [
    Row("bulged-hinge", _lift(0.07), Movement.HINGE, 0.07, Verdict.BORDERLINE),
    Row("bulged-swing", _swing(0.08), Movement.SWING, 0.077, Verdict.BORDERLINE),
    Row("bulged-deadlift", _floor(0.07), Movement.DEADLIFT, 0.07, Verdict.BORDERLINE),
    Row("marked-is-no-fault-yet", _lift(0.2), Movement.RDL, 0.2, Verdict.BORDERLINE),
    Row("bulged-left", _lift(0.07), Movement.RDL, 0.07, Verdict.BORDERLINE, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """A flat, a hollow and a slightly round back are left alone, and so is the top."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """An outline that bulges at the bottom is told, and is never more than borderline."""
    assert misjudged(row, CODE, TOLERANCE) == []
