import numpy as np

from hingecheck.domain.joint import Joint
from hingecheck.report.overlay.hip_path import TRAIL_S, draw_hip_path
from tests.report.made_analysis import FPS, UNSEEN, made_analysis
from tests.report.overlay.drawn import drawn, with_joints


def _points(entry: str) -> int:
    return entry.count("], [") + 1


def test_shows_the_last_moments_only() -> None:
    """The trail is as long as it says, however long the recording."""
    (trail,) = drawn(draw_hip_path, made_analysis(), 47).starting("line path")
    assert _points(trail) == round(TRAIL_S * FPS) + 1


def test_is_open_where_the_hip_was_unseen() -> None:
    """A hole in the track is a hole in the trail."""
    assert len(drawn(draw_hip_path, made_analysis(), UNSEEN.stop + 10).starting("line path")) == 2


def test_does_not_cross_a_cut() -> None:
    """The hip of another scene is not joined to this one's."""
    analysis = made_analysis()
    joints = analysis.pose.joints_px.copy()
    joints[:30, Joint.HIP] += [0.0, 3 * analysis.pose.trunk_px]
    (trail,) = drawn(draw_hip_path, with_joints(analysis, joints), 40).starting("line path")
    assert _points(trail) == 11


def test_begins_with_the_recording() -> None:
    """The first frame has no trail yet and does not fail."""
    canvas = drawn(draw_hip_path, made_analysis(), 0)
    assert np.all([_points(entry) == 1 for entry in canvas.entries])
