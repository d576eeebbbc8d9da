"""Bones keep their length: what an oblique view hides of a lean is what is missing of the bone."""

import numpy as np

from hingecheck.analysis.geometry import inclination_deg
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.joint import Joint

# How much more the length is trusted than the stretched picture, per tangent of the yaw beyond
# `FREE_YAW_DEG`; found on the tuning part of the accuracy bench
# (docs/decisions/0013-bone-lengths.md).
TRUST = 4.0
FREE_YAW_DEG = 10.0
# A bone this near to the vertical shows its whole length from any view.
_UPRIGHT_DEG = 30.0
_UPRIGHT_FRAMES = 8
# Without such frames the longest ones stand for them.
_LONGEST_PERCENTILE = 90
# Leaning less than this share of its length, a bone's own picture tells forward from backward less
# and less.
_CERTAIN_SHARE = 0.15
_ABOVE_HIP = (Joint.NOSE, Joint.EAR, Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HAND)


def keep_bone_lengths(joints: Floats, yaw_deg: Floats) -> Floats:
    """Hip and shoulder moved forward or backward until thigh and trunk are as long as upright.

    Args:
        joints: (T, J, 2) in the plane of the movement, trunk lengths; NaN = unseen.
        yaw_deg: (T,) the camera's yaw; where NaN nothing is moved.

    Returns:
        (T, J, 2) as given up to `FREE_YAW_DEG`. Heights never change. The nearer a bone is to the
        level and the further round the camera stands, the more its length decides. The arms and
        the head follow the shoulder.
    """
    beyond = np.clip(np.abs(np.nan_to_num(yaw_deg)) - FREE_YAW_DEG, 0, None)
    trust = TRUST * np.tan(np.radians(np.minimum(beyond, 60.0)))
    if not trust.any():
        return joints
    moved = joints.copy()
    moved[:, Joint.HIP, 0] += _way(joints[:, Joint.HIP] - joints[:, Joint.KNEE], trust)
    way = _way(moved[:, Joint.SHOULDER] - moved[:, Joint.HIP], trust)
    moved[:, _ABOVE_HIP, 0] += way[:, None]
    return moved


def _way(bone: Floats, trust: Floats) -> Floats:
    """(T,) how much further forward the bone's upper end lies; 0 where that is not known."""
    length = _length(bone)
    ahead, up = bone.T
    level = np.sqrt(np.clip(length**2 - up**2, 0.0, None))
    weight = (trust * level / length) ** 2
    weight = weight / (1 + weight)
    sign = np.clip(ahead / (_CERTAIN_SHARE * length), -1.0, 1.0)
    return np.asarray(np.nan_to_num(weight * (sign * level - np.abs(sign) * ahead)))


def _length(bone: Floats) -> float:
    """Of the upright frames, else of the longest; NaN if never seen."""
    lengths = np.linalg.norm(bone, axis=1)
    upright = lengths[_is_upright(bone)]
    if len(upright) >= _UPRIGHT_FRAMES:
        return float(np.median(upright))
    known = lengths[np.isfinite(lengths)]
    return float(np.percentile(known, _LONGEST_PERCENTILE)) if len(known) else float("nan")


def _is_upright(bone: Floats) -> Bools:
    return np.asarray(np.abs(inclination_deg(np.zeros_like(bone), bone)) < _UPRIGHT_DEG)
