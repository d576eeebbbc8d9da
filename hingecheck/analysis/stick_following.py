"""The held stick in every frame: measured where it was looked for, carried on in between."""

import numpy as np

from hingecheck.analysis.back_tracing import trunk_axes
from hingecheck.analysis.stick_finding import find_sticks
from hingecheck.analysis.stick_measuring import Gaps, measure_gaps
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.held_stick import HeldStick
from hingecheck.domain.joint import Joint
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.view import View

# Between two looks no farther apart than this the stick moves with the trunk.
CARRIED_S = 0.6


def follow_stick(pose: SagittalPose, track: PoseTrack, view: View) -> HeldStick | None:
    """The stick that the lifter holds along the back; None where none was found.

    Args:
        pose: the sagittal pose.
        track: conditioned, with the looks.
        view: from where the camera looks.
    """
    looks = track.stick
    sticks = None if looks is None else find_sticks(pose, looks)
    if looks is None or sticks is None:
        return None
    frames = looks.frame[sticks.look]
    gaps = measure_gaps(sticks, looks, pose, track, view)
    line = np.column_stack([sticks.ends, sticks.height, sticks.slope, gaps.station, gaps.gap])
    ends, height, slope, station, gap = np.split(
        _carried(line, frames, pose.time_s), [2, 3, 4, 7], axis=1
    )
    foot, body = _nearest(station, gap, height, slope)
    looked = np.zeros(len(pose.time_s), dtype=np.bool_)
    looked[frames] = True
    return HeldStick(
        ends_px=_on_picture(pose, np.stack([ends, height + slope * ends], axis=2)),
        gap=gap * (_trunk_px(pose) / pose.trunks_px)[:, None],
        feet_px=_on_picture(pose, foot),
        contacts_px=_on_picture(pose, body),
        looked=looked,
        armed=_armed(gaps, frames, len(pose.time_s)),
    )


def _trunk_px(pose: SagittalPose) -> Floats:
    """(T,) hip to shoulder in each picture."""
    hip, shoulder = pose.joints_px[:, Joint.HIP], pose.joints_px[:, Joint.SHOULDER]
    return np.asarray(np.linalg.norm(shoulder - hip, axis=1))


def _on_picture(pose: SagittalPose, points: Floats) -> Floats:
    """(T, P, 2) of points along and behind the hip-shoulder line, in its own lengths."""
    hip, axes = trunk_axes(pose, np.arange(len(pose.time_s)))
    # the axes stand square to each other, so their inverse is their transpose, scaled
    turned = np.einsum("tpa,tca->tpc", points, axes) * (_trunk_px(pose) ** 2)[:, None, None]
    return np.asarray(hip[:, None] + turned)


def _nearest(station: Floats, gap: Floats, height: Floats, slope: Floats) -> tuple[Floats, Floats]:
    """(T, 3, 2) points of the stick and of the body, along and behind the hip-shoulder line."""
    foot = np.stack([station, height + slope * station], axis=2)
    tilt = np.sqrt(1 + slope**2)
    inward = np.stack([slope / tilt, -1 / tilt], axis=2)
    return foot, foot + gap[:, :, None] * inward


def _carried(values: Floats, frames: Ints, time_s: Floats) -> Floats:
    """(T, V) straight between two looks that are near to each other; NaN elsewhere."""
    whole = np.full((len(time_s), values.shape[1]), np.nan)
    whole[frames] = values
    for first, second, before, after in zip(
        frames[:-1], frames[1:], values[:-1], values[1:], strict=True
    ):
        span_s = time_s[second] - time_s[first]
        if span_s > CARRIED_S:
            continue
        between = slice(int(first) + 1, int(second))
        share = ((time_s[between] - time_s[first]) / span_s)[:, None]
        whole[between] = before + share * (after - before)
    return whole


def _armed(gaps: Gaps, frames: Ints, count: int) -> Bools:
    armed = np.zeros((count, gaps.armed.shape[1]), dtype=np.bool_)
    armed[frames] = gaps.armed
    return armed
