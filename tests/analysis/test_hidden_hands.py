import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.hidden_hands import (
    BACKWARD_DEG,
    HIDDEN_VISIBILITY,
    SWUNG_DEG,
    place_hidden_hands,
)
from hingecheck.analysis.pose_readings import elbow_flexion
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import JOINT_COUNT, Joint
from hingecheck.domain.sagittal_pose import SagittalPose
from tests.synthetic.film import filmed
from tests.synthetic.movements import standing

UPPER, FORE = 0.55, 0.5
TRACK = filmed(standing(2.0))
FRAMES = len(TRACK.time_s)
# Raised in the first half, then swung back; positive = backward.
BACKWARD = np.where(np.arange(FRAMES) < FRAMES // 2, -SWUNG_DEG - 20, BACKWARD_DEG[1] + 20)
SWUNG_BACK = BACKWARD > 0


def swinging(backward_deg: Floats, shrunk: float = 1.0, bent_deg: float = 0.0) -> SagittalPose:
    """An arm that the model shortens, and bends at the elbow, while it is swung back."""
    joints = np.full((FRAMES, JOINT_COUNT, 2), np.nan)
    joints[:, Joint.SHOULDER] = (0.4, 2.0)
    back = backward_deg > 0
    size = np.where(back, shrunk, 1.0)[:, None]
    upper = down_and_back(backward_deg)
    fore = down_and_back(backward_deg - bent_deg * back)
    joints[:, Joint.ELBOW] = joints[:, Joint.SHOULDER] + UPPER * size * upper
    joints[:, Joint.WRIST] = joints[:, Joint.ELBOW] + FORE * size * fore
    joints[:, Joint.HAND] = joints[:, Joint.WRIST] + (0.0, -0.1)
    return SagittalPose(TRACK.time_s, joints, joints, 100.0, 1.6, np.zeros(2), 1)


def down_and_back(angle_deg: Floats) -> Floats:
    """(T, 2) of length 1."""
    angle = np.radians(angle_deg)
    return np.stack([-np.sin(angle), -np.cos(angle)], axis=1)


def placed(pose: SagittalPose, sure: float = HIDDEN_VISIBILITY[0], yaw_deg: float = 0.0) -> Floats:
    """(T, J, 2) the joints after hidden hands were placed."""
    track = evolve(TRACK, visibility=np.full(TRACK.visibility.shape, sure))
    view = evolve(estimate_view(TRACK), yaw_deg=np.full(FRAMES, yaw_deg))
    return place_hidden_hands(pose, view, track).joints


def test_a_hidden_hand_is_where_the_straight_arm_ends() -> None:
    """What the model shortens and bends between the legs comes back to its place."""
    found = placed(swinging(BACKWARD, 0.75, 20.0))[:, Joint.WRIST]
    np.testing.assert_allclose(found, swinging(BACKWARD).of(Joint.WRIST), atol=1e-9)


def test_only_hidden_hands_are_moved() -> None:
    """The arm in front is believed, a bent elbow included, and so is every other joint."""
    seen = swinging(BACKWARD, 0.75, 20.0)
    found = placed(seen)
    np.testing.assert_array_equal(found[~SWUNG_BACK], seen.joints[~SWUNG_BACK])
    others = [joint for joint in Joint if joint not in (Joint.WRIST, Joint.HAND)]
    np.testing.assert_array_equal(found[:, others], seen.joints[:, others])


@pytest.mark.parametrize(
    ("sure", "yaw_deg"),
    [
        pytest.param(HIDDEN_VISIBILITY[1], 0.0, id="hand-in-sight"),
        pytest.param(HIDDEN_VISIBILITY[0], 60.0, id="from-the-front"),
        pytest.param(HIDDEN_VISIBILITY[0], -75.0, id="from-behind"),
        pytest.param(HIDDEN_VISIBILITY[0], np.nan, id="view-unknown"),
    ],
)
def test_a_hand_in_sight_is_believed(sure, yaw_deg) -> None:
    """Nothing is moved where the model is sure, or where the upper arm tells nothing."""
    seen = swinging(BACKWARD, 0.75, 20.0)
    np.testing.assert_array_equal(placed(seen, sure, yaw_deg), seen.joints)


def test_an_unseen_hand_stays_unseen() -> None:
    """No hand is invented: where the model saw none there is none."""
    joints = swinging(BACKWARD, 0.75).joints.copy()
    joints[-3:, [Joint.WRIST, Joint.HAND]] = np.nan
    found = placed(evolve(swinging(BACKWARD), joints=joints))
    np.testing.assert_array_equal(np.isnan(found), np.isnan(joints))


def test_who_never_raises_the_arm_does_not_swing() -> None:
    """In a slow lift the hands stay before the legs, and the picture is believed."""
    seen = swinging(np.where(SWUNG_BACK, BACKWARD, 10 - SWUNG_DEG), 0.75, 20.0)
    np.testing.assert_array_equal(placed(seen), seen.joints)


def test_the_hand_does_not_jump() -> None:
    """Halfway between hanging and swung back it is moved by a part of the way."""
    half = FRAMES // 2
    sweep = np.linspace(0.1, BACKWARD_DEG[1] + 5, FRAMES - half)
    seen = swinging(np.concatenate([BACKWARD[:half], sweep]), 0.75)
    way = np.linalg.norm((placed(seen) - seen.joints)[half:, Joint.WRIST], axis=1)
    assert way[-1] > 0.2
    assert np.abs(np.diff(way)).max() < 0.1 * way[-1]


def test_a_forearm_drawn_too_short_tells_no_bend() -> None:
    """The hand that a knee hides is drawn near the elbow; a straight arm must not read as bent."""
    seen = swinging(BACKWARD)
    joints = seen.joints.copy()
    hidden = slice(-FRAMES // 4, None)
    joints[hidden, Joint.WRIST] = joints[hidden, Joint.ELBOW] + (0.2, -0.2)
    back = BackLine(np.zeros(2), np.zeros((FRAMES, 2)), np.zeros((FRAMES, 2, 2)))
    bend = elbow_flexion(evolve(seen, joints=joints), back)
    assert np.isnan(bend[hidden]).all()
    np.testing.assert_allclose(bend[: -FRAMES // 4], 0.0, atol=1e-6)
