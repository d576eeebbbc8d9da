import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.movement import Movement
from tests.synthetic.cutting_room import hidden
from tests.synthetic.film import Film, filmed
from tests.synthetic.motion import Score
from tests.synthetic.movements import floor_lift
from tests.synthetic.posture import FLOOR_BOTTOM, STANDING
from tests.synthetic.row import Row, misjudged
from tests.synthetic.walk import finding, walked

CODE, TOLERANCE = "hips_rise_first", 1.5


def _pull(more_deg):
    """The trunk leans so much further while the knees do half of their way."""
    half = evolve(
        FLOOR_BOTTOM, trunk_deg=FLOOR_BOTTOM.trunk_deg + more_deg, shank_deg=8.0, knee_deg=43.0
    )
    score = Score(FLOOR_BOTTOM).hold(0.8)
    for _ in range(2):
        score.to(half, 0.7).to(STANDING, 0.8).hold(0.8).to(FLOOR_BOTTOM, 1.4).hold(0.3)
    return score.motion()


LEFT_ALONE = [
    Row("together", floor_lift(2, bottom=FLOOR_BOTTOM), Movement.DEADLIFT, 0.0),
    Row("trunk-keeps", _pull(0.0), Movement.DEADLIFT, 0.0),
    Row("a-little", _pull(4.0), Movement.DEADLIFT, 4.0),
]
CAUGHT = [
    Row("first", _pull(10.0), Movement.DEADLIFT, 10.0, Verdict.BORDERLINE),
    Row("shoot-up", _pull(20.0), Movement.DEADLIFT, 20.0, Verdict.FAULT),
    Row("shoot-up-left", _pull(20.0), Movement.RDL, 20.0, Verdict.FAULT, Film(facing=-1)),
]


@pytest.mark.parametrize("row", LEFT_ALONE, ids=str)
def test_left_alone(row) -> None:
    """Hips and chest that rise together are left alone."""
    assert misjudged(row, CODE, TOLERANCE) == []


@pytest.mark.parametrize("row", CAUGHT, ids=str)
def test_caught(row) -> None:
    """Hips that shoot up are told."""
    assert misjudged(row, CODE, TOLERANCE) == []


def test_knees_hidden_on_the_way() -> None:
    """Where a caption hides the knees on their way, nothing is said, however the trunk leans."""
    track = filmed(_pull(20.0))
    way = np.flatnonzero((track.time_s > 0.9) & (track.time_s < 1.3))
    found = walked(hidden(track, (Landmark.RIGHT_KNEE,), slice(way[0], way[-1])), Movement.DEADLIFT)
    one = finding(found, CODE)
    assert one.verdict is Verdict.NOT_MEASURABLE
    assert "seen for only" in one.reason
