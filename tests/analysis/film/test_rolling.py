import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.film.rolling import body_roll_deg, roll_fact, scene_roll_deg
from hingecheck.domain.film_check import State
from hingecheck.domain.pose_track import PoseTrack
from tests.analysis.film.made_picture import made_picture, pictured
from tests.synthetic.film import filmed
from tests.synthetic.movements import slow_lift

LIFT = filmed(slow_lift(2))
MIDDLE = np.array([640.0, 480.0])


def turned(track: PoseTrack, roll_deg: float) -> PoseTrack:
    """What a phone sees that is turned clockwise: a picture turned the other way."""
    angle = np.radians(roll_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return evolve(track, image_px=(track.image_px - MIDDLE) @ turn + MIDDLE)


def posts(roll_deg: float, converging: float = 0.0) -> np.ndarray:
    """Four door posts; seen from above they converge."""
    rows = []
    for x in (100.0, 300.0, 900.0, 1150.0):
        lean = np.radians(-roll_deg + converging * (x / 640 - 1))
        rows.append([0, x, 600.0, x + 400 * np.sin(lean), 600 - 400 * np.cos(lean)])
    return np.array(rows)


@pytest.mark.parametrize("roll_deg", [-8.0, -3.0, 0.0, 5.0])
def test_a_standing_body_is_a_plumb_line(roll_deg: float) -> None:
    """Within three degrees: nobody stands exactly upright."""
    assert body_roll_deg(turned(LIFT, roll_deg)) == pytest.approx(roll_deg, abs=3.0)


@pytest.mark.parametrize("roll_deg", [-6.0, 0.0, 4.0])
@pytest.mark.parametrize("converging", [0.0, 6.0])
def test_door_posts_tell_the_roll(roll_deg: float, converging: float) -> None:
    """Also where the camera looks down, so that upright edges converge."""
    picture = made_picture(len(LIFT.time_s), edges_px=posts(roll_deg, converging))
    found = scene_roll_deg(picture, LIFT, roll_deg + 2.0)
    assert found == pytest.approx(roll_deg, abs=0.7)


def test_a_leaning_rack_does_not_outvote_the_lifter() -> None:
    """Long slanted edges far from the lifter's own upright are not taken for upright."""
    edges = np.concatenate([posts(14.0), posts(0.0)])
    picture = made_picture(len(LIFT.time_s), edges_px=edges)
    assert scene_roll_deg(picture, LIFT, 0.0) == pytest.approx(0.0, abs=0.7)


def test_few_edges_leave_it_to_the_body() -> None:
    """Two short edges are no scene; the uncertainty says which it was."""
    fact = roll_fact(pictured(LIFT, edges_px=posts(6.0)[:1]))
    assert "standing body" in fact.words
    assert fact.u == 3.0


def test_a_tilted_phone_is_poor() -> None:
    """Beyond three degrees the trunk reads wrong."""
    assert roll_fact(pictured(LIFT, edges_px=posts(6.0))).state is State.POOR
    assert roll_fact(pictured(LIFT, edges_px=posts(1.0))).state is State.GOOD


def test_nobody_standing_tells_nothing() -> None:
    """A lifter who never stands is no plumb line."""
    frames = LIFT.image_px.copy()
    frames[...] = np.nan
    assert roll_fact(evolve(LIFT, image_px=frames)).state is State.UNKNOWN
