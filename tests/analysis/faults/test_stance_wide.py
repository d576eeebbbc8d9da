import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.cutting_room import with_feet
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import floor_lift, swing
from tests.synthetic.walk import finding, walked

CODE = "stance_wide"


LIFT, SWING = (Movement.DEADLIFT, floor_lift(2)), (Movement.SWING, swing(2))


def _judged(lift, wider):
    movement, motion = lift
    track = with_feet(filmed(motion, Film(yaw_deg=90.0)), wider)
    return finding(walked(track, movement), CODE)


@pytest.mark.parametrize(("lift", "wider"), [(LIFT, 1.7), (SWING, 2.4)], ids=["lift", "swing"])
def test_left_alone(lift, wider) -> None:
    """Shoulder width is left alone; a swing may stand wider."""
    found = _judged(lift, wider)
    assert found.verdict is Verdict.CLEAR
    assert found.measurement.value == pytest.approx(0.66 * wider, rel=0.12)


@pytest.mark.parametrize(("lift", "wider"), [(LIFT, 2.5), (SWING, 3.1)], ids=["lift", "swing"])
def test_caught(lift, wider) -> None:
    """Feet far apart are told, never as more than borderline."""
    found = _judged(lift, wider)
    assert found.verdict is Verdict.BORDERLINE
    assert found.measurement.value == pytest.approx(0.66 * wider, rel=0.12)
