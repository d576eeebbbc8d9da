import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.back_tracing import STATIONS, trace_back_line
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.outline import Outline
from tests.synthetic.body import BACK_DEPTH, BULGE_FROM, BULGE_TO
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, standing
from tests.synthetic.posture import HINGE_BOTTOM


def _traced(track):
    view = estimate_view(track)
    return trace_back_line(face_forward(track, view), track.outline, view)


def _true_depth(bow: float):
    share = np.clip((STATIONS - BULGE_FROM) / (BULGE_TO - BULGE_FROM), 0, 1)
    return BACK_DEPTH + bow * np.sin(np.pi * share)


@pytest.mark.parametrize("bow", [0.0, 0.08, -0.04])
@pytest.mark.parametrize("facing", [1, -1], ids=["faces-right", "faces-left"])
@pytest.mark.parametrize("trunk_px", [90.0, 180.0])
def test_the_depth_of_a_known_back_is_exact(bow, facing, trunk_px) -> None:
    """Every station reads the dialled depth, in trunk lengths, folded or upright."""
    bottom = evolve(HINGE_BOTTOM, bow=bow)
    motion = slow_lift(1, bottom=bottom)
    track = filmed(motion, Film(facing=facing, trunk_px=trunk_px))
    back = _traced(track)
    deep = round((motion.bottoms_s[0] + 0.1) * 30)
    np.testing.assert_allclose(back.depth[deep], _true_depth(bow), atol=1e-9)
    np.testing.assert_allclose(back.depth[0], _true_depth(0.0), atol=1e-9)


def test_depth_is_counted_in_upright_trunk_lengths() -> None:
    """A trunk that the picture shortens does not make its back deeper."""
    track = filmed(standing(0.5))
    view = estimate_view(track)
    pose = face_forward(track, view)
    shortened = evolve(pose, trunks_px=2 * pose.trunks_px)
    depth = trace_back_line(shortened, track.outline, view).depth
    np.testing.assert_allclose(depth, BACK_DEPTH / 2, atol=1e-9)


def test_points_for_drawing_lie_on_the_outline() -> None:
    """The points on the picture are the outline's own corners."""
    track = filmed(standing(0.5))
    points = _traced(track).points_px[3]
    corners = track.outline.polygon_px(3)
    distance = np.linalg.norm(points[:, None] - corners[None], axis=2).min(axis=1)
    assert distance.max() < 1e-6


def test_the_nearest_edge_counts() -> None:
    """A second outline edge further back (a bag on the back) is not the back."""
    track = filmed(standing(0.5))
    with_bag = []
    for frame in range(len(track.time_s)):
        polygon = track.outline.polygon_px(frame)
        bag = polygon.mean(axis=0) + np.array([[-90.0, -40.0], [-70.0, -40.0], [-70.0, 40.0]])
        with_bag.append(np.concatenate([polygon, polygon[:1], bag, bag[:1], polygon[:1]]))
    depth = _traced(evolve(track, outline=Outline.from_polygons(with_bag))).depth
    np.testing.assert_allclose(depth[3, 4:20], BACK_DEPTH, atol=1e-9)


def test_an_edge_far_away_is_no_back() -> None:
    """Where the ray leaves the outline more than 0.6 trunk lengths behind, nothing is told."""
    track = filmed(standing(0.5))
    wide = [
        track.outline.polygon_px(frame) * [1, 1] - [150.0, 0.0]
        for frame in range(len(track.time_s))
    ]
    assert np.isnan(_traced(evolve(track, outline=Outline.from_polygons(wide))).depth).all()


@pytest.mark.parametrize("polygon", [np.empty((0, 2)), np.zeros((2, 2))], ids=["none", "a-line"])
def test_without_an_outline_nothing_is_told(polygon) -> None:
    """No polygon, no back."""
    track = filmed(standing(0.5))
    empty = Outline.from_polygons([polygon] * len(track.time_s))
    assert np.isnan(_traced(evolve(track, outline=empty)).depth).all()


def test_unseen_frames_have_no_back() -> None:
    """NaN travels from the joints to the back line, and no further."""
    track = filmed(standing(2.0), Film(unseen_s=((0.5, 1.0),)))
    unseen = np.isnan(_traced(track).depth).all(axis=1)
    np.testing.assert_array_equal(unseen, ~track.seen)


@pytest.mark.parametrize(("yaw", "told"), [(15.0, True), (30.0, False), (-30.0, False)])
def test_from_further_round_the_edge_is_another(yaw, told) -> None:
    """Beyond 25 degrees the camera sees a shoulder blade or the chest, so nothing is told."""
    depth = _traced(filmed(standing(1.0), Film(yaw_deg=yaw))).depth
    assert np.isfinite(depth).all() if told else np.isnan(depth).all()
