import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.turning import direction_deg, one_view_spans
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.view import Side
from tests.synthetic.cutting_room import spliced
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, standing, swing
from tests.synthetic.walk import walked


def _turned(*films: Film) -> PoseTrack:
    """One scene in which the lifter faces elsewhere in each part, from one frame to the next."""
    return evolve(spliced(*(filmed(slow_lift(1), film) for film in films)), cuts=[])


def _spans(track: PoseTrack) -> list[slice]:
    return one_view_spans(track, slice(0, len(track.time_s)))


@pytest.mark.parametrize(("yaw", "facing"), [(0.0, 1), (45.0, 1), (-45.0, -1), (90.0, 1)])
def test_the_direction_is_seen_from_above(yaw, facing) -> None:
    """0 = right in the picture, 90 = to the camera, 180 = left."""
    found = direction_deg(filmed(standing(), Film(yaw_deg=yaw, facing=facing)).world_m)
    wanted = yaw if facing > 0 else 180 - yaw
    np.testing.assert_allclose((found - wanted + 180) % 360, 180, atol=1e-6)


@pytest.mark.parametrize("fps", [24.0, 60.0])
def test_a_turn_begins_another_view(fps) -> None:
    """From oblique over the front to the other side: three views, each from its first frame."""
    films = (Film(yaw_deg=40, fps=fps), Film(yaw_deg=88, fps=fps), Film(-1, yaw_deg=40, fps=fps))
    track = _turned(*films)
    part = len(track.time_s) / 3
    starts = [span.start for span in _spans(track)]
    np.testing.assert_allclose(starts, [0, part, 2 * part], atol=0.1 * fps)


@pytest.mark.parametrize("film", [Film(), Film(yaw_deg=45.0, noise_px=3.0), Film(-1, yaw_deg=88)])
def test_a_lift_is_no_turn(film) -> None:
    """Folding and swinging leave one view, also where left and right are one direction apart."""
    assert len(_spans(filmed(swing(3), film))) == 1


def test_a_glance_is_no_turn() -> None:
    """Half a second in which the model sees the body turned round changes nothing."""
    track = filmed(standing(4.0))
    world = track.world_m.copy()
    world[40:54, :, [0, 2]] *= -1
    assert len(_spans(evolve(track, world_m=world))) == 1


def test_a_wide_swing_keeps_its_view_through_holes() -> None:
    """Frames without a lifter neither end a view nor begin one."""
    assert len(_spans(filmed(swing(3), Film(unseen_s=((1.0, 2.0),))))) == 1


def test_a_lifter_who_turns_round_is_measured_on_both_sides() -> None:
    """The same lift facing right and then left reads the same, with the same sign."""
    track = _turned(Film(), Film(facing=-1))
    view = estimate_view(track)
    assert [one.facing for one in view.stretches] == [1, -1]
    assert [one.near_side for one in view.stretches] == [Side.RIGHT, Side.LEFT]
    half = len(track.time_s) // 2
    joints = face_forward(track, view).joints
    np.testing.assert_allclose(joints[:half], joints[half:], atol=1e-6)


def test_a_cut_may_change_the_scale() -> None:
    """The second scene is filmed from nearer; in trunk lengths both are the same."""
    track = spliced(filmed(slow_lift(1)), filmed(slow_lift(1), Film(trunk_px=120.0, facing=-1)))
    analysis = walked(track)
    half = len(track.time_s) // 2
    assert [round(one.trunk_px) for one in analysis.view.stretches] == [180, 120]
    for name in ("trunk_inclination", "knee_extended", "back_bow", "heel_rise"):
        values = analysis.signals[name].values
        np.testing.assert_allclose(values[:half], values[half:], atol=0.02, err_msg=name)
