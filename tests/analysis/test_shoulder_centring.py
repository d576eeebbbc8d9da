import numpy as np
import pytest

from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.shoulder_centring import SHOULDER_ABOVE, centre_shoulders
from hingecheck.domain.landmark import Landmark
from tests.synthetic.cutting_room import mirrored
from tests.synthetic.film import Film, filmed
from tests.synthetic.model_eyes import as_model_sees
from tests.synthetic.movements import standing, swing

SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]


@pytest.mark.parametrize("yaw_deg", [0.0, 40.0, 90.0])
def test_standing_shoulders_sink_by_a_share_of_the_trunk(yaw_deg) -> None:
    """The same share from any view: a length that stands upright is not foreshortened."""
    track = filmed(standing(1.0), Film(yaw_deg=yaw_deg, trunk_px=100.0))
    way = centre_shoulders(track).image_px[:, SHOULDERS] - track.image_px[:, SHOULDERS]
    np.testing.assert_allclose(way[..., 1], 100.0 * SHOULDER_ABOVE, rtol=0.02)


def test_nothing_else_moves() -> None:
    """Only the two shoulders of the picture change, and not the way the trunk points."""
    track = filmed(swing(1))
    moved = centre_shoulders(track)
    others = [landmark for landmark in Landmark if landmark not in SHOULDERS]
    np.testing.assert_array_equal(moved.image_px[:, others], track.image_px[:, others])
    np.testing.assert_array_equal(moved.world_m, track.world_m)
    before, after = (
        one.image_px[:, Landmark.LEFT_SHOULDER] - one.image_px[:, Landmark.LEFT_HIP]
        for one in (track, moved)
    )
    np.testing.assert_allclose(before * after[:, ::-1], (before * after[:, ::-1])[:, ::-1])


def test_what_the_model_sees_comes_back() -> None:
    """Shoulders that were put above the joints are in the joints again, also in a deep fold."""
    track = filmed(swing(2))
    back = centre_shoulders(centre_hips(as_model_sees(track))).image_px[:, SHOULDERS]
    np.testing.assert_allclose(back, track.image_px[:, SHOULDERS], atol=0.05)


def test_a_mirror_mirrors_it() -> None:
    """Left and right are treated alike."""
    track = filmed(swing(1))
    one = mirrored(centre_shoulders(track)).image_px
    np.testing.assert_allclose(one, centre_shoulders(mirrored(track)).image_px, atol=1e-9)
