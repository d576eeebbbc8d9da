import numpy as np
import pytest

from hingecheck.analysis.bone_lengths import FREE_YAW_DEG, keep_bone_lengths
from hingecheck.analysis.geometry import inclination_deg
from hingecheck.domain.array import Floats
from hingecheck.domain.joint import JOINT_COUNT, Joint

THIGH_DEG = np.repeat([0.0, -25.0, -50.0], 10)
TRUNK_DEG = np.repeat([0.0, 40.0, 75.0], 10)
SHRUNK = 0.75


def leaning(thigh_deg: Floats, trunk_deg: Floats, shrunk: float = 1.0) -> Floats:
    """(T, J, 2) a lifter with these inclinations, the way forward too short by a factor."""
    joints = np.full((len(thigh_deg), JOINT_COUNT, 2), np.nan)
    joints[:, Joint.ANKLE], joints[:, Joint.KNEE] = (0.0, 0.0), (0.0, 0.8)
    joints[:, Joint.HIP] = joints[:, Joint.KNEE] + 0.8 * direction(thigh_deg)
    joints[:, Joint.SHOULDER] = joints[:, Joint.HIP] + direction(trunk_deg)
    joints[:, Joint.WRIST] = joints[:, Joint.SHOULDER] - (0.0, 1.0)
    joints[..., 0] *= shrunk
    return joints


def direction(inclination: Floats) -> Floats:
    """(T, 2) of length 1."""
    angle = np.radians(inclination)
    return np.stack([np.sin(angle), np.cos(angle)], axis=1)


def errors(joints: Floats) -> Floats:
    """Mean errors of thigh and trunk, degrees."""
    thigh = inclination_deg(joints[:, Joint.KNEE], joints[:, Joint.HIP]) - THIGH_DEG
    trunk = inclination_deg(joints[:, Joint.HIP], joints[:, Joint.SHOULDER]) - TRUNK_DEG
    return np.abs([thigh, trunk]).mean(axis=1)


@pytest.mark.parametrize("yaw_deg", [40.0, -40.0])
def test_what_an_oblique_view_hides_comes_back(yaw_deg) -> None:
    """A fold seen too short loses more than half of its error, from before and from behind."""
    seen = leaning(THIGH_DEG, TRUNK_DEG, SHRUNK)
    kept = keep_bone_lengths(seen, np.full(len(seen), yaw_deg))
    assert (errors(kept) < errors(seen) / 2).all()


def test_a_true_fold_stays() -> None:
    """Where every bone has its length already nothing moves."""
    seen = leaning(THIGH_DEG, TRUNK_DEG)
    np.testing.assert_allclose(keep_bone_lengths(seen, np.full(len(seen), 45.0)), seen, atol=1e-9)


@pytest.mark.parametrize("yaw_deg", [0.0, -FREE_YAW_DEG, np.nan])
def test_the_side_view_is_taken_as_it_is(yaw_deg) -> None:
    """From the side the picture is the better witness; so it is where the yaw is unknown."""
    seen = leaning(THIGH_DEG, TRUNK_DEG, SHRUNK)
    kept = keep_bone_lengths(seen, np.full(len(seen), yaw_deg))
    np.testing.assert_array_equal(kept, seen)


def test_heights_and_feet_stay_and_the_arms_follow() -> None:
    """Only the way forward of hip, shoulder and what hangs on it is corrected."""
    seen = leaning(THIGH_DEG, TRUNK_DEG, SHRUNK)
    kept = keep_bone_lengths(seen, np.full(len(seen), 40.0))
    np.testing.assert_array_equal(kept[..., 1], seen[..., 1])
    feet = [Joint.KNEE, Joint.ANKLE]
    np.testing.assert_array_equal(kept[:, feet], seen[:, feet])
    way = (kept - seen)[..., 0]
    np.testing.assert_allclose(way[:, Joint.WRIST], way[:, Joint.SHOULDER])
    assert np.isnan(kept[:, Joint.EAR]).all()


def test_an_upright_body_never_tips_over() -> None:
    """A bone that noise makes short while it stands is not thrown forward or backward."""
    count = 40
    straight = leaning(np.zeros(count), np.zeros(count))
    straight[::2, Joint.SHOULDER, 1] -= 0.05
    kept = keep_bone_lengths(straight, np.full(count, 45.0))
    assert np.abs(kept - straight)[:, [Joint.HIP, Joint.SHOULDER]].max() < 0.01


def test_without_an_upright_frame_the_longest_stand_for_it() -> None:
    """A recording that never shows the lifter standing is still corrected, only more carefully."""
    deep = THIGH_DEG < -40
    seen = leaning(THIGH_DEG, TRUNK_DEG, SHRUNK)[deep]
    seen[::2, Joint.SHOULDER, 0] *= 0.9
    kept = keep_bone_lengths(seen, np.full(len(seen), 40.0))
    before, after = (
        inclination_deg(one[::2, Joint.HIP], one[::2, Joint.SHOULDER]) for one in (seen, kept)
    )
    assert (after > before).all()
