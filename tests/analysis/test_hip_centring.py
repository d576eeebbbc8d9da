import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.hip_centring import HIP_FORWARD_TRUNKS, centre_hips
from hingecheck.domain.landmark import Landmark
from tests.synthetic.cutting_room import mirrored
from tests.synthetic.film import Film, filmed
from tests.synthetic.model_eyes import as_model_sees
from tests.synthetic.movements import standing, swing

HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]


@pytest.mark.parametrize("facing", [1, -1])
def test_standing_hips_move_straight_backward(facing) -> None:
    """In an upright body backward is level, away from the toes, by the constant's share."""
    track = filmed(standing(1.0), Film(facing=facing, trunk_px=100.0))
    way = centre_hips(track).image_px[:, HIPS] - track.image_px[:, HIPS]
    np.testing.assert_allclose(way[..., 0], -facing * 100.0 * HIP_FORWARD_TRUNKS, atol=0.3)
    np.testing.assert_allclose(way[..., 1], 0.0, atol=0.5)


def test_nothing_else_moves() -> None:
    """Only the two hips of the picture change; landmarks in space stay as the model gave them."""
    track = filmed(swing(1))
    moved = centre_hips(track)
    others = [landmark for landmark in Landmark if landmark not in HIPS]
    np.testing.assert_array_equal(moved.image_px[:, others], track.image_px[:, others])
    np.testing.assert_array_equal(moved.world_m, track.world_m)


def test_what_the_model_sees_comes_back() -> None:
    """Hips that were put in front of the joints are in the joints again, also in a deep fold."""
    track = filmed(swing(2))
    back = centre_hips(as_model_sees(track)).image_px[:, HIPS]
    np.testing.assert_allclose(back, track.image_px[:, HIPS], atol=0.05)


def test_an_oblique_camera_sees_less_of_it() -> None:
    """From the front nothing moves in the picture."""
    track = filmed(standing(1.0), Film(yaw_deg=90.0))
    way = centre_hips(track).image_px[:, HIPS] - track.image_px[:, HIPS]
    assert np.abs(way).max() < 0.05


def test_a_mirror_mirrors_it() -> None:
    """Left and right are treated alike."""
    track = filmed(swing(1))
    one = mirrored(centre_hips(track)).image_px
    np.testing.assert_allclose(one, centre_hips(mirrored(track)).image_px, atol=1e-9)


def test_an_unseen_knee_leaves_the_trunk_to_decide() -> None:
    """Hidden legs do not hide the hip."""
    track = filmed(standing(1.0))
    image = track.image_px.copy()
    image[:, [Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE]] = np.nan

    moved = centre_hips(evolve(track, image_px=image))
    assert np.isfinite(moved.image_px[:, HIPS]).all()
