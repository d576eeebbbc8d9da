import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.viewing import BODY_TRUNKS, estimate_view, trunk_length_px
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.view import Side
from tests.synthetic.cutting_room import mirrored
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, standing, swing


@pytest.mark.parametrize("facing", [1, -1], ids=["faces-right", "faces-left"])
@pytest.mark.parametrize("yaw", [0.0, 20.0, 45.0, 90.0, -20.0, -45.0])
def test_the_yaw_is_read_off_any_view(yaw, facing) -> None:
    """0 is the exact side, the front is positive, from behind negative; facing does not matter."""
    view = estimate_view(filmed(swing(2), Film(yaw_deg=yaw, facing=facing)))
    assert np.median(view.yaw_deg) == pytest.approx(yaw, abs=2.0)


def test_noise_moves_the_yaw_by_less_than_its_uncertainty() -> None:
    """Landmarks that tremble by 2 % of a trunk leave the yaw within u in nearly every frame."""
    view = estimate_view(filmed(slow_lift(1), Film(yaw_deg=10.0, noise_px=4.0)))
    assert np.percentile(np.abs(view.yaw_deg - 10.0), 95) < view.yaw_u_deg


def test_one_wrong_estimate_is_outvoted() -> None:
    """When the model's depth has the hips turned wrong, shoulders and picture still agree."""
    track = filmed(standing(2.0), Film(yaw_deg=20.0))
    world = track.world_m.copy()
    world[:, Landmark.LEFT_HIP, 0] += 0.4
    assert np.median(estimate_view(evolve(track, world_m=world)).yaw_deg) == pytest.approx(
        20, abs=2
    )


def test_where_nobody_is_seen_there_is_no_yaw() -> None:
    """Unseen frames have NaN, the others their yaw."""
    track = filmed(standing(3.0), Film(yaw_deg=20.0, unseen_s=((1.0, 2.0),)))
    view = estimate_view(track)
    np.testing.assert_array_equal(np.isfinite(view.yaw_deg), track.seen)
    assert np.nanmax(np.abs(view.yaw_deg - 20.0)) < 2.0


@pytest.mark.parametrize(
    ("facing", "yaw", "near"),
    [
        (1, 0.0, Side.RIGHT),
        (-1, 0.0, Side.LEFT),
        (1, 45.0, Side.RIGHT),
        (1, -45.0, Side.RIGHT),
        (-1, -30.0, Side.LEFT),
    ],
)
def test_near_side_and_facing(facing, yaw, near) -> None:
    """Who faces right shows the right side; both are told over the whole recording."""
    view = estimate_view(filmed(swing(2), Film(facing=facing, yaw_deg=yaw)))
    assert (view.facing, view.near_side) == (facing, near)


@pytest.mark.parametrize("side", list(Side))
def test_the_near_side_is_the_one_that_the_model_sees(side) -> None:
    """Visibility decides, not the direction of the toes."""
    assert estimate_view(filmed(standing(), Film(near_side=side))).near_side is side


def test_a_mirror_swaps_sides_and_facing() -> None:
    """A mirrored recording shows the other side, facing the other way, at the same yaw."""
    track = filmed(swing(1), Film(yaw_deg=25.0))
    view, other = estimate_view(track), estimate_view(mirrored(track))
    assert (other.near_side, other.facing) == (Side.LEFT, -1)
    np.testing.assert_allclose(other.yaw_deg, view.yaw_deg, atol=1e-6)


@pytest.mark.parametrize("trunk_px", [60.0, 180.0, 400.0])
def test_the_trunk_is_measured_upright(trunk_px) -> None:
    """One trunk length is the upright one, in pixels, however long the lifter stays folded."""
    film = Film(trunk_px=trunk_px, size_px=(4000, 4000), ankle_px=(2000.0, 3500.0))
    assert trunk_length_px(filmed(slow_lift(2), film)) == pytest.approx(trunk_px, rel=1e-3)


def test_a_trunk_that_never_stands_is_measured_folded() -> None:
    """Without an upright frame the longest ones stand for it."""
    folded = filmed(slow_lift(1), Film(start_s=2.1, end_s=2.6))
    assert trunk_length_px(folded) == pytest.approx(180.0, rel=0.02)


def test_nobody_has_no_trunk() -> None:
    """NaN where nobody is seen."""
    assert np.isnan(trunk_length_px(filmed(standing(1.0), Film(unseen_s=((0.0, 9.0),)))))


def test_the_body_height_is_ear_to_heel() -> None:
    """Ear to heel when upright; from the trunk where the ends are not in the picture."""
    track = filmed(standing())
    height = estimate_view(track).body_height_px
    expected = track.image_px[0, Landmark.RIGHT_HEEL, 1] - track.image_px[0, Landmark.RIGHT_EAR, 1]
    assert height == pytest.approx(expected)
    image = track.image_px.copy()
    image[:, [Landmark.LEFT_EAR, Landmark.RIGHT_EAR]] = np.nan
    assert estimate_view(evolve(track, image_px=image)).body_height_px == pytest.approx(
        BODY_TRUNKS * 180.0
    )


def test_who_never_stands_up_is_as_tall_as_his_segments() -> None:
    """A film of the lower half of a lift only gives nearly the height of who stands."""
    track = filmed(slow_lift(2))
    whole = estimate_view(track)
    ears = track.image_px[:, [Landmark.LEFT_EAR, Landmark.RIGHT_EAR], 1].mean(axis=1)
    bent = ears > np.percentile(ears, 70)
    low = evolve(track, image_px=np.where(bent[:, None, None], track.image_px, np.nan))
    assert estimate_view(low).body_height_px == pytest.approx(whole.body_height_px, rel=0.1)
