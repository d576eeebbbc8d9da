import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.joint import JOINT_COUNT, Joint
from hingecheck.domain.sagittal_pose import SagittalPose

POSE = SagittalPose(
    time_s=[0.0, 0.1],
    joints=np.arange(2 * JOINT_COUNT * 2).reshape(2, JOINT_COUNT, 2),
    joints_px=np.zeros((2, JOINT_COUNT, 2)),
    trunk_px=100.0,
    leg_trunks=1.6,
    origin_px=[0.0, 0.0],
    facing=1,
)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"joints": np.zeros((2, 3, 2))}, "joints", id="joints-missing"),
        pytest.param(
            {"joints_px": np.zeros((1, JOINT_COUNT, 2))}, "joints_px", id="frames-missing"
        ),
        pytest.param({"origin_px": [0.0]}, "origin_px", id="origin-not-a-point"),
        pytest.param({"trunk_px": 0.0}, "must be positive", id="no-trunk"),
        pytest.param({"trunk_px": float("nan")}, "must be positive", id="trunk-unknown"),
        pytest.param({"leg_trunks": -1.0}, "must be positive", id="negative-leg"),
    ],
)
def test_a_pose_that_does_not_fit_together_is_refused(changes, message) -> None:
    """Shapes follow the clock, and lengths are lengths."""
    with pytest.raises(ValueError, match=message):
        evolve(POSE, **changes)


def test_a_joint_is_found_by_name() -> None:
    """`of` gives the path of that joint and no other."""
    np.testing.assert_array_equal(POSE.of(Joint.HIP), POSE.joints[:, 6])
