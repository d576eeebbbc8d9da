"""Takes out of the back line what is not the back: an arm over the edge, hair, a stick, a plate.

And of the head what is not the head: a ponytail, a hood.
"""

import numpy as np
from attrs import evolve

from hingecheck.analysis.back_tracing import dorsal, points_px, trace_back_line
from hingecheck.analysis.stick_laying import lay_virtual_stick
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.view import View

# A back turns by less than this between two stations a twentieth of a trunk apart: 45 degrees
# and noise. Own measurements: 0.05 at most on bare backs in use, 0.08 and more where hair, a
# caption or a machine behind the head is taken for the body.
MAX_STEP_TRUNKS = 0.06
# The back of a head with short hair is 0.18 to 0.37 from the ear (lower and upper twentieth on 24
# rendered and labelled recordings); a ponytail that whips, a hood or a cap's peak reaches 0.45 to
# 0.63.
MAX_FROM_EAR_TRUNKS = 0.40
_SKULL_FROM = 1.2
# Where the back is read; above lies the neck, below the seat.
_READ_FROM, _READ_TO = 0.10, 0.85
# An arm's middle this near to the edge, from inside, already covers it: half a forearm's width.
_ARM_HALF_WIDTH = 0.05
_ARM_REACH = 0.10
_ARMS = (
    (Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW, Landmark.LEFT_WRIST),
    (Landmark.RIGHT_SHOULDER, Landmark.RIGHT_ELBOW, Landmark.RIGHT_WRIST),
)
# Places along the upper arm (without its root in the shoulder) and along the forearm.
_ALONG_UPPER_ARM = np.linspace(0.5, 1.0, 4)
_ALONG_FOREARM = np.linspace(0.0, 1.0, 5)


def clear_back_line(pose: SagittalPose, track: PoseTrack, view: View) -> BackLine:
    """The back line of a conditioned track, traced and cleared, with a stick laid along it."""
    back = clear_back(trace_back_line(pose, track.outline, view, track.latest_look), pose, track)
    return evolve(back, stick=lay_virtual_stick(pose, back))


def clear_back(back: BackLine, pose: SagittalPose, track: PoseTrack) -> BackLine:
    """The back line without the stations where something else makes the edge.

    Args:
        back: as traced.
        pose: the sagittal pose it was traced along.
        track: conditioned, for both arms.

    Returns:
        The line with NaN there, the share of stations lost to an arm, and the largest step.
    """
    arms = along_and_behind(pose, arm_points(track))
    armed = _under_an_arm(back.station, back.depth, *arms)
    head_armed = _under_an_arm(back.head_station, back.head_depth, *arms)
    step, stepped = _steps(back)
    seen = np.isfinite(back.depth).any(axis=1)
    hidden = armed | stepped
    return evolve(
        back,
        depth=np.where(hidden, np.nan, back.depth),
        points_px=np.where(hidden[..., None], np.nan, back.points_px),
        arm_share=np.where(seen, armed.mean(axis=1), np.nan),
        step=np.where(seen, step, np.nan),
        head_depth=np.where(head_armed | ~_is_head(back, pose), np.nan, back.head_depth),
    )


def _is_head(back: BackLine, pose: SagittalPose) -> Bools:
    """(T, M) where the edge beyond the shoulder is no farther from the ear than a skull reaches.

    Below the skull the neck counts, whatever is behind it. Where the ear is unseen nothing counts.
    """
    edge_px = points_px(pose, back.head_station, back.head_depth)
    away = np.linalg.norm(edge_px - pose.joints_px[:, None, Joint.EAR], axis=2)
    near = away <= MAX_FROM_EAR_TRUNKS * pose.trunks_px[:, None]  # NaN compares false
    return np.asarray(near | (back.head_station < _SKULL_FROM))


def _under_an_arm(station: Floats, depth: Floats, along: Floats, out: Floats) -> Bools:
    """(T, N) where one of (T, P) places of the arms lies over the edge or beyond it."""
    inner = np.maximum(depth - _ARM_HALF_WIDTH, _ARM_HALF_WIDTH)
    covered = np.zeros(depth.shape, dtype=np.bool_)
    for place in range(along.shape[1]):  # one by one: all together would be large
        near = np.abs(along[:, place, None] - station) <= _ARM_REACH
        covered |= (out[:, place, None] > inner) & near  # NaN compares false
    return covered


def arm_points(track: PoseTrack) -> Floats:
    """(T, P, 2) pixels of places along both arms."""
    parts = []
    for arm in _ARMS:
        shoulder, elbow, wrist = (track.image_px[:, None, point] for point in arm)
        parts.append(shoulder + _ALONG_UPPER_ARM[:, None] * (elbow - shoulder))
        parts.append(elbow + _ALONG_FOREARM[:, None] * (wrist - elbow))
    return np.concatenate(parts, axis=1)


def along_and_behind(pose: SagittalPose, points_px: Floats) -> tuple[Floats, Floats]:
    """(T, P) along the hip-shoulder line as shares of it, and behind it in trunk lengths.

    Args:
        pose: the sagittal pose.
        points_px: (T, P, 2) on the picture.
    """
    hip = pose.joints_px[:, Joint.HIP]
    trunk = pose.joints_px[:, Joint.SHOULDER] - hip
    length = np.linalg.norm(trunk, axis=1)[:, None]
    along = trunk / length
    behind = dorsal(along, pose.facings[:, None])
    offset = points_px - hip[:, None]
    return (
        np.einsum("tpc,tc->tp", offset, along) / length,
        np.einsum("tpc,tc->tp", offset, behind) / pose.trunks_px[:, None],
    )


def _steps(back: BackLine) -> tuple[Floats, Bools]:
    """(T,) the largest step of the edge where it is read, and (T, N) the stations beside steps."""
    between = np.abs(np.diff(back.depth, axis=1))
    middle = (back.station[1:] + back.station[:-1]) / 2
    between[:, (middle < _READ_FROM) | (middle > _READ_TO)] = 0.0
    large = between > MAX_STEP_TRUNKS  # NaN compares false
    beside = np.zeros(back.depth.shape, dtype=np.bool_)
    beside[:, 1:] |= large
    beside[:, :-1] |= large
    return np.nan_to_num(between).max(axis=1), beside
