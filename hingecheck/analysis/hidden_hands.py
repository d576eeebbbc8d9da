"""Hands that the legs hide are put where the lifter's own straight arm ends."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.geometry import inclination_deg
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.view import Side, View

# An arm that points backward by this much is swung between the legs: at the first nothing is
# moved yet, at the second the upper arm alone tells where the hand is. Found on the tuning part
# of the accuracy bench (docs/decisions/0022-hidden-hands.md).
BACKWARD_DEG = (5.0, 20.0)
# A wrist of which the model is this sure is not hidden; below the first it is. From the side the
# model is sure to 0.65-0.94 in the backswing, and to 0.93-0.98 with the hands in front.
HIDDEN_VISIBILITY = (0.93, 0.98)
# From further round the upper arm's picture says too little about the way back.
MAX_YAW_DEG = 50.0
# Only who also raises the arm to here swings it; in a slow lift the hands stay before the legs.
SWUNG_DEG = 60.0
# Frames that are enough: with the arm so high, and in front, to know its length.
_ENOUGH_FRAMES = 8


def place_hidden_hands(pose: SagittalPose, view: View, track: PoseTrack) -> SagittalPose:
    """The pose with wrist and hand on the upper arm's line, at arm's length, in the backswing.

    Each stretch of one view by itself. The pose is the same where the arm hangs or is in front,
    where the model is sure of the wrist, where the yaw is unknown or beyond `MAX_YAW_DEG`, and
    where no arm is swung up. The arm's length is its median in the frames with the arm in front.
    A hand that is unseen stays unseen (NaN).

    Args:
        pose: as the picture shows it.
        view: where the camera stands.
        track: tells how sure the model is of the near wrist.
    """
    wrists = {Side.LEFT: Landmark.LEFT_WRIST, Side.RIGHT: Landmark.RIGHT_WRIST}
    joints = pose.joints.copy()
    for one in view.stretches:
        sure = track.visibility[one.frames, wrists[one.near_side]]
        share = _rising(-sure, (-HIDDEN_VISIBILITY[1], -HIDDEN_VISIBILITY[0]))
        share = np.where(np.abs(view.yaw_deg[one.frames]) <= MAX_YAW_DEG, share, 0.0)
        joints[one.frames] = _placed(joints[one.frames], share)
    return evolve(pose, joints=joints)


def _placed(joints: Floats, hidden: Floats) -> Floats:
    """(N, J, 2) of a stretch, moved by the (N,) share in which the hand counts as hidden."""
    shoulder, elbow, wrist = (joints[:, j] for j in (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST))
    # an arm's zero is down, so the line is read from wrist to shoulder: leaning forward = backward
    backward_deg = inclination_deg(wrist, shoulder)
    if np.count_nonzero(backward_deg < -SWUNG_DEG) < _ENOUGH_FRAMES:
        return joints
    in_front = backward_deg < BACKWARD_DEG[0]
    length = _own_length(shoulder, elbow, in_front) + _own_length(elbow, wrist, in_front)
    share = _rising(backward_deg, BACKWARD_DEG) * hidden
    along = (elbow - shoulder) / np.linalg.norm(elbow - shoulder, axis=1, keepdims=True)
    way = np.nan_to_num(share[:, None] * (shoulder + length * along - wrist))
    moved = joints.copy()
    moved[:, [Joint.WRIST, Joint.HAND]] += way[:, None]
    return moved


def _rising(values: Floats, ends: tuple[float, float]) -> Floats:
    """0 up to the first end, 1 from the second on."""
    first, full = ends
    return np.asarray(np.clip((values - first) / (full - first), 0.0, 1.0))


def _own_length(start: Floats, end: Floats, told: Bools) -> float:
    """Median length of a bone in the frames told, where it is seen; NaN if it never is."""
    length = np.linalg.norm(end - start, axis=1)[told]
    known = length[np.isfinite(length)]
    return float(np.median(known)) if len(known) else float("nan")
