"""Turns what an oblique camera sees back into the plane of the movement."""

import numpy as np

from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.joint import JOINT_COUNT, Joint

# From the side the near joints are the better ones, and the far ones are hidden. From further
# round both are seen, and only their middle lies in the plane of the movement: the near shoulder
# stands further out than the near hip, which reads as a lean. In between, the one gives way to
# the other. Found on the tuning part of the accuracy bench (docs/decisions/0009-oblique-views.md).
NEAR_ONLY_DEG = 10.0
MIDDLE_DEG = 20.0
# Share of the near joint's frames in which the far one must be seen as well.
FAR_SEEN = 0.95
# Beyond this nearly nothing of the plane is left to be stretched.
MAX_STRETCH_YAW_DEG = 60.0
# How far a joint usually stands out from the plane, in trunk lengths, where the far one is unseen:
# shoulders as in `viewing`, hips and feet of the rendered lifters, hands on one handle.
_STANDS_OUT = {
    Joint.EAR: 0.14,
    Joint.SHOULDER: 0.38,
    Joint.ELBOW: 0.30,
    Joint.WRIST: 0.10,
    Joint.HAND: 0.10,
    Joint.HIP: 0.20,
    Joint.KNEE: 0.22,
    Joint.ANKLE: 0.22,
    Joint.HEEL: 0.22,
    Joint.TOE: 0.25,
}
_OUT = np.array([_STANDS_OUT.get(Joint(joint), 0.0) for joint in range(JOINT_COUNT)])


def into_plane(near: Floats, far: Floats, yaw_deg: Floats) -> Floats:
    """Joints of both sides -> joints in the sagittal plane.

    Args:
        near: (T, J, 2) as the picture shows them, in trunk lengths, forward and up; NaN = unseen.
        far: (T, J, 2) the same joints of the far side; where one is often unseen, the near joint
            is moved by how far it usually stands out.
        yaw_deg: (T,) the camera's yaw; where NaN the near joints are taken as they are.

    Returns:
        (T, J, 2) trunk lengths, the way forward stretched by the yaw; NaN where the near joint
        is unseen.
    """
    yaw = np.nan_to_num(yaw_deg)
    share = np.clip((np.abs(yaw) - NEAR_ONLY_DEG) / (MIDDLE_DEG - NEAR_ONLY_DEG), 0.0, 1.0)
    guessed = near.copy()
    guessed[..., 0] += _OUT * np.sin(np.radians(yaw))[:, None]
    middle = np.where(_reliable(near, far), (near + far) / 2, guessed)
    joined = near + share[:, None, None] * (middle - near)
    stretch = 1 / np.cos(np.radians(np.minimum(np.abs(yaw), MAX_STRETCH_YAW_DEG)))
    joined[..., 0] *= stretch[:, None]
    return np.asarray(joined)


def _reliable(near: Floats, far: Floats) -> Bools:
    """(T, J, 1) where the far joint counts.

    Only a joint that is seen nearly always: one that comes and goes would make the middle jump.
    """
    both = np.isfinite(near[..., 0]) & np.isfinite(far[..., 0])
    often = both.sum(axis=0) >= FAR_SEEN * np.isfinite(near[..., 0]).sum(axis=0)
    return np.asarray((both & often)[..., None])
