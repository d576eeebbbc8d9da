"""The choke point: near side, forward, in trunk lengths. Below it there is no left and right."""

import numpy as np

from hingecheck.analysis.bone_lengths import keep_bone_lengths
from hingecheck.analysis.oblique import into_plane
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.view import Side, View, ViewStretch

# In joint order; the right twin of a landmark follows it, the nose has none.
_LEFT = (
    Landmark.NOSE, Landmark.LEFT_EAR, Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW,
    Landmark.LEFT_WRIST, Landmark.LEFT_INDEX, Landmark.LEFT_HIP, Landmark.LEFT_KNEE,
    Landmark.LEFT_ANKLE, Landmark.LEFT_HEEL, Landmark.LEFT_FOOT_INDEX,
)  # fmt: skip
# Below this the model itself does not believe a near-side point (evidence: 0.79-0.99 in sight).
MIN_VISIBILITY = 0.5
# A trunk, thigh or shank that differs this much from its own median is not where the model says: a
# plate hides it, or the model lost it. Knees that move out shorten it by less.
MAX_LENGTH_CHANGE = 0.25
# A forearm leaves the picture's plane in every swing (15-28 % in real clips); a plate before it
# makes it half as long.
MAX_FOREARM_CHANGE = 0.45
_SEGMENTS = (
    (Joint.SHOULDER, Joint.HIP, MAX_LENGTH_CHANGE),
    (Joint.HIP, Joint.KNEE, MAX_LENGTH_CHANGE),
    (Joint.KNEE, Joint.ANKLE, MAX_LENGTH_CHANGE),
    (Joint.ELBOW, Joint.WRIST, MAX_FOREARM_CHANGE),
)
# Seen from further round than this, the picture shortens the leg in every good hinge.
_LENGTH_CHECK_YAW_DEG = 20.0
# A leg in trunk lengths where the recording never shows one (de Leva 1996, both sexes' mean).
_USUAL_LEG_TRUNKS = 1.6


def face_forward(track: PoseTrack, view: View) -> SagittalPose:
    """Turns a conditioned track into the sagittal pose, each stretch of one view by itself.

    Args:
        track: conditioned; somebody is seen in it.
        view: where the camera stands.

    Raises:
        ValueError: nobody is seen in the whole track.
    """
    measured = [one for one in view.stretches if np.isfinite(one.trunk_px)]
    if not (track.seen.any() and measured):
        raise ValueError("a sagittal pose needs at least one frame with a person")
    faced = [_faced(track, view, one) for one in view.stretches]
    joints, points_px, origins_px = (np.concatenate(part) for part in zip(*faced, strict=True))
    usual = max(measured, key=lambda one: int(np.count_nonzero(track.seen[one.frames])))
    return SagittalPose(
        time_s=track.time_s,
        joints=joints,
        joints_px=points_px,
        trunk_px=usual.trunk_px,
        leg_trunks=_leg_trunks(joints),
        origin_px=origins_px[usual.start],
        facing=usual.facing,
        trunks_px=view.trunks_px,
        facings=view.facings,
    )


def _faced(track: PoseTrack, view: View, one: ViewStretch) -> tuple[Floats, Floats, Floats]:
    """Joints in trunk lengths, joints in pixels and the origin in every frame of a stretch."""
    yaw_deg = view.yaw_deg[one.frames]
    points_px = _near_points(track, one, yaw_deg)
    far_px = _points(track, one, _other(one.near_side))
    origin_px = _origin(points_px)
    forward_up = np.array([one.facing, -1.0]) / one.trunk_px
    near, far = (points_px - origin_px) * forward_up, (far_px - origin_px) * forward_up
    joints = keep_bone_lengths(into_plane(near, far, yaw_deg), yaw_deg)
    return joints, points_px, np.tile(origin_px, (len(points_px), 1))


def _near_points(track: PoseTrack, one: ViewStretch, yaw_deg: Floats) -> Floats:
    """(N, J, 2) pixels; NaN where hardly visible or at an impossible distance."""
    points = _points(track, one, one.near_side)
    side_on = np.abs(yaw_deg) <= _LENGTH_CHECK_YAW_DEG
    for upper, lower, limit in _SEGMENTS:
        wrong = _implausible(points[:, upper], points[:, lower], limit) & side_on
        points[wrong, lower] = np.nan
    return points


def _points(track: PoseTrack, one: ViewStretch, side: Side) -> Floats:
    """(N, J, 2) pixels of one side; NaN where hardly visible."""
    right = 0 if side is Side.LEFT else 1
    chosen = [_LEFT[0], *(point + right for point in _LEFT[1:])]
    points = track.image_px[one.frames][:, chosen]
    points[track.visibility[one.frames][:, chosen] < MIN_VISIBILITY] = np.nan
    return points


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def _implausible(upper: Floats, lower: Floats, limit: float) -> Bools:
    """(T,) where a segment's length differs from its own median by more than a share of it."""
    length = np.linalg.norm(upper - lower, axis=1)
    known = length[np.isfinite(length)]
    if not len(known):
        return np.zeros(len(length), dtype=np.bool_)
    change = np.abs(length / np.median(known) - 1)
    return np.asarray(change > limit)  # NaN compares false and stays NaN


def _origin(points_px: Floats) -> Floats:
    """(2,) the ankle's median place, or the lowest joint that was seen at all; NaN if none."""
    for joint in (Joint.ANKLE, Joint.KNEE, Joint.HIP, Joint.SHOULDER):
        known = points_px[:, joint][np.isfinite(points_px[:, joint, 0])]
        if len(known):
            return np.asarray(np.median(known, axis=0))
    return np.full(2, np.nan)


def _leg_trunks(joints: Floats) -> float:
    thigh = np.linalg.norm(joints[:, Joint.HIP] - joints[:, Joint.KNEE], axis=1)
    shank = np.linalg.norm(joints[:, Joint.KNEE] - joints[:, Joint.ANKLE], axis=1)
    known = (thigh + shank)[np.isfinite(thigh + shank)]
    return float(np.median(known)) if len(known) else _USUAL_LEG_TRUNKS
