import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.cutting_room import with_feet
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import floor_lift, swing
from tests.synthetic.walk import analysed, finding, walked

CODE = "stance_narrow"


def _judged(yaw_deg, wider):
    track = with_feet(filmed(floor_lift(2), Film(yaw_deg=yaw_deg)), wider)
    return finding(walked(track, Movement.DEADLIFT), CODE)


@pytest.mark.parametrize("yaw_deg", [90.0, -90.0, 75.0], ids=["front", "rear", "nearly"])
def test_left_alone(yaw_deg) -> None:
    """Feet under the hips are left alone, from the front and from behind."""
    found = _judged(yaw_deg, 1.0)
    assert found.verdict is Verdict.CLEAR
    assert found.measurement.value == pytest.approx(0.66, abs=0.1)


@pytest.mark.parametrize("yaw_deg", [90.0, -90.0], ids=["front", "rear"])
def test_caught(yaw_deg) -> None:
    """Feet close together are told, never as more than borderline."""
    found = _judged(yaw_deg, 0.5)
    assert found.verdict is Verdict.BORDERLINE
    assert found.measurement.value == pytest.approx(0.33, abs=0.1)


def test_a_swing_needs_more_room() -> None:
    """A stance that will do for a deadlift is told in a swing: the bell passes between the feet."""
    track = filmed(swing(2), Film(yaw_deg=90.0))
    assert finding(walked(track, Movement.SWING), CODE).verdict is Verdict.BORDERLINE


def test_the_side_says_nothing_of_it() -> None:
    """A recording from the side has no such line; one that shows the front now and then has it."""
    codes = {found.code for found in analysed(floor_lift(2), None, Movement.DEADLIFT).findings}
    assert not codes & {"stance_narrow", "stance_wide", "toes_out"}
