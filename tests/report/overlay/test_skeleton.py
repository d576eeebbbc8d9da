import numpy as np

from hingecheck.domain.joint import Joint
from hingecheck.report.overlay.skeleton import draw_skeleton
from tests.report.made_analysis import NO_WRIST, UNSEEN, made_analysis
from tests.report.overlay.drawn import drawn, with_joints


def test_draws_trunk_leg_and_arm() -> None:
    """A frame in which all is seen shows three chains and a dot on each measured joint."""
    canvas = drawn(draw_skeleton, made_analysis(), 46)
    assert len(canvas.starting("line body")) == 3
    assert len(canvas.starting("dot body")) == 7


def test_leaves_the_unseen_arm_out() -> None:
    """Where the hands are hidden there is no forearm, and no line to where it might be."""
    canvas = drawn(draw_skeleton, made_analysis(), NO_WRIST.start)
    bones = [entry for entry in canvas.starting("line body") if entry.count("], [") > 0]
    assert len(bones) == 2
    assert len(canvas.starting("dot body")) == 5


def test_draws_nothing_where_nobody_is_seen() -> None:
    """A hidden lifter leaves the picture as it is."""
    assert drawn(draw_skeleton, made_analysis(), UNSEEN.start).entries == []


def test_breaks_a_chain_at_an_unseen_joint() -> None:
    """A missing knee does not join the hip to the ankle."""
    analysis = made_analysis()
    joints = analysis.pose.joints_px.copy()
    joints[:, Joint.KNEE] = np.nan
    canvas = drawn(draw_skeleton, with_joints(analysis, joints), 46)
    hip, ankle = joints[46, Joint.HIP].round(), joints[46, Joint.ANKLE].round()
    straight = f"[{hip[0]:.0f}, {hip[1]:.0f}], [{ankle[0]:.0f}, {ankle[1]:.0f}]"
    assert not any(straight in entry for entry in canvas.entries)
    assert len(canvas.starting("line body")) == 4
