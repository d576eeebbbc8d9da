"""Where faces may be: never too little, and steady."""

import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.head_covering import LOST_S, OTHERS_S, RADIUS_TRUNKS, cover_heads
from hingecheck.domain.array import Floats
from hingecheck.domain.glimpse import Glimpse
from hingecheck.domain.head_cover import HeadCover
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import swing

FACE = slice(Landmark.NOSE, Landmark.MOUTH_RIGHT + 1)
TRUNK_PX = 180.0


def lifter(cover: HeadCover) -> Floats:
    """(T, 3) the first circle of every frame."""
    return np.stack([circles[0] for circles in cover.circles_px])


def filmed_swing(**film: object) -> PoseTrack:
    """Two swings."""
    return filmed(swing(2), Film(**film))


def shows(cover: HeadCover, track: PoseTrack) -> Floats:
    """(T,) how far the face's outermost landmark lies inside the circle, in trunk lengths."""
    circles = lifter(cover)
    reach = np.linalg.norm(track.image_px[:, FACE] - circles[:, None, :2], axis=2).max(axis=1)
    return (circles[:, 2] - reach) / TRUNK_PX


def glimpse(time_s: float, x: float, y: float) -> Glimpse:
    """Somebody upright, a trunk of 100 px below a small face."""
    points = np.full((len(Landmark), 2), (x, y + 30.0))
    points[FACE] = (x, y)
    points[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]] = (x, y + 130.0)
    return Glimpse(time_s, points)


@pytest.mark.parametrize("yaw_deg", [0.0, 45.0, 90.0, -60.0])
def test_the_head_is_covered_with_room_to_spare(yaw_deg: float) -> None:
    """From every side, in every frame, the circle reaches well beyond the face."""
    track = filmed_swing(yaw_deg=yaw_deg)
    assert shows(cover_heads(track, []), track).min() > 0.15


def test_a_bow_to_the_camera_does_not_shrink_the_circle() -> None:
    """From the front the trunk looks short while it is bent; the head does not."""
    radius = lifter(cover_heads(filmed_swing(yaw_deg=90.0), []))[:, 2]
    assert radius.min() > 0.9 * RADIUS_TRUNKS * TRUNK_PX


def test_it_is_steady() -> None:
    """Noise in the landmarks neither shakes the circle nor makes it flicker."""
    track = filmed_swing(noise_px=4.0)
    still, shaken = lifter(cover_heads(filmed_swing(), [])), lifter(cover_heads(track, []))
    assert np.abs(np.diff(shaken[:, 2])).max() < 0.02 * TRUNK_PX
    assert np.hypot(*(shaken - still)[:, :2].T).max() < 8.0
    assert shows(cover_heads(track, []), track).min() > 0.1


def test_a_head_that_is_unseen_for_a_moment_stays_covered() -> None:
    """Where the model loses the lifter, the circle goes on its way, and grows."""
    whole, holed = filmed_swing(), filmed_swing(unseen_s=((1.0, 1.4),))
    cover = cover_heads(holed, [])
    hidden = ~holed.seen
    assert hidden.sum() == 12
    assert shows(cover, whole)[hidden].min() > 0.1
    radius = lifter(cover)[:, 2]
    assert radius[hidden].max() > radius[~hidden].max()


def test_a_head_that_is_lost_may_be_anywhere() -> None:
    """Long after the last sight of anybody the whole picture is hidden, and not before."""
    track = filmed_swing(unseen_s=((1.0, 9.0),))
    last_s = float(track.time_s[track.seen][-1])
    whole = np.isinf(lifter(cover_heads(track, []))[:, 2])
    assert whole.tolist() == (track.time_s - last_s > LOST_S).tolist()
    assert whole.any()


def test_nobody_at_all() -> None:
    """A shot in which the model finds nobody is hidden as a whole."""
    nobody = filmed_swing(unseen_s=((0.0, 99.0),))
    assert np.isinf(lifter(cover_heads(nobody, []))[:, 2]).all()


def test_a_scene_cut_is_not_bridged() -> None:
    """After a cut nothing is known from before it."""
    track = evolve(filmed_swing(unseen_s=((1.0, 9.0),)), cuts=[30])
    assert np.isinf(lifter(cover_heads(track, []))[30:, 2]).all()
    assert np.isfinite(lifter(cover_heads(track, []))[:30, 2]).all()


def test_somebody_else_is_covered_between_the_looks() -> None:
    """Who walks by is covered in between, and from a little before to a little after."""
    seen = [glimpse(1.0, 100.0, 200.0), glimpse(1.4, 140.0, 200.0)]
    track = filmed_swing()
    cover = cover_heads(track, seen)
    for time_s, circles in zip(track.time_s, cover.circles_px, strict=True):
        near = 1.0 - OTHERS_S <= time_s <= 1.4 + OTHERS_S
        assert len(circles) == 1 + near
        if near:
            place = 100.0 + 100.0 * np.clip(time_s - 1.0, 0.0, 0.4)
            wide = 1.25 * RADIUS_TRUNKS * 115.0
            assert circles[1] == pytest.approx([place, 200.0, wide], abs=10.0)


def test_two_others_are_two() -> None:
    """Two people seen at the same moment keep a circle each."""
    seen = [glimpse(1.0 + step / 10, x, 200.0) for step in range(4) for x in (100.0, 130.0)]
    cover = cover_heads(filmed_swing(), seen)
    assert len(cover.circles_px[36]) == 3


def test_the_lifter_seen_again_is_no_second_person() -> None:
    """A look that finds the lifter adds no circle; one that finds the face elsewhere does."""
    track = filmed_swing()
    again = Glimpse(1.0, track.image_px[30])
    elsewhere = Glimpse(1.0, track.image_px[30] + 300.0)
    assert {len(circles) for circles in cover_heads(track, [again]).circles_px} == {1}
    assert len(cover_heads(track, [elsewhere]).circles_px[30]) == 2
