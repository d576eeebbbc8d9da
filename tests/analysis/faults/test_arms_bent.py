import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.motion import Motion, Score
from tests.synthetic.movements import floor_lift, slow_lift, swing
from tests.synthetic.posture import (
    DEADLIFT_BOTTOM,
    HINGE_BOTTOM,
    STANDING,
    SWING_BOTTOM,
    SWING_TOP,
)
from tests.synthetic.row import Row, misjudged

CODE, TOLERANCE = "arms_bent", 3.0


def _swing(elbow_deg, at_bottom_deg=None):
    behind = elbow_deg if at_bottom_deg is None else at_bottom_deg
    return swing(
        2,
        top=evolve(SWING_TOP, elbow_deg=elbow_deg),
        bottom=evolve(SWING_BOTTOM, elbow_deg=behind),
    )


def _lift(lift, bottom, elbow_deg):
    bent, top = (evolve(posture, elbow_deg=elbow_deg) for posture in (bottom, STANDING))
    return lift(2, top=top, bottom=bent)


def _bent_on_the_way_down_only() -> Motion:
    score = Score(STANDING).hold(0.5)
    for _ in range(2):
        half = evolve(HINGE_BOTTOM, trunk_deg=33.0, knee_deg=11.0, elbow_deg=70.0)
        score.to(half, 0.7).to(HINGE_BOTTOM, 0.7).hold(0.3).to(STANDING, 1.2).hold(0.8)
    return score.motion()


LEFT_ALONE = [
    Row("long-arms-swing", swing(2), Movement.SWING, 6.0),
    Row("slight-bend-swing", _swing(24.0), Movement.SWING, 24.0),
    Row("bent-between-the-legs-only", _swing(8.0, at_bottom_deg=35.0), Movement.SWING, 21.5),
    Row("long-arms-deadlift", floor_lift(2), Movement.DEADLIFT, 6.0),
    Row("long-arms-romanian", slow_lift(2), Movement.RDL, 6.0),
    Row("slight-bend", _lift(slow_lift, HINGE_BOTTOM, 24.0), Movement.RDL, 24.0),
    Row("bent-on-the-way-down-only", _bent_on_the_way_down_only(), Movement.RDL, 8.0),
]
CAUGHT = [
    Row("bent-swing", _swing(38.0), Movement.SWING, 38.0, Verdict.BORDERLINE),
    Row("very-bent-swing", _swing(65.0), Movement.SWING, 65.0, Verdict.FAULT),
    Row(
        "bent-deadlift",
        _lift(floor_lift, DEADLIFT_BOTTOM, 38.0),
        Movement.DEADLIFT,
        38.0,
        Verdict.BORDERLINE,
    ),
    Row(
        "very-bent-deadlift",
        _lift(floor_lift, DEADLIFT_BOTTOM, 65.0),
        Movement.DEADLIFT,
        65.0,
        Verdict.FAULT,
    ),
    Row("bent-romanian", _lift(slow_lift, HINGE_BOTTOM, 65.0), Movement.RDL, 65.0, Verdict.FAULT),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Long arms and a slight bend are fine; the way down and the legs in front are left out."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Elbows that bend while the weight goes up are told."""
    assert misjudged(row, CODE, TOLERANCE) == []
