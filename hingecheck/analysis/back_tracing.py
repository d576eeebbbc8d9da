"""The dorsal edge of the body's outline, measured from the hip-shoulder line."""

import numpy as np

from hingecheck.analysis.outline_crossing import crossings
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import Joint
from hingecheck.domain.outline import Outline
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.view import View

# Above this the edge belongs to the neck, a collar or a ponytail.
STATIONS = np.linspace(0.0, 0.95, 20)
# From the base of the neck to the crown of a head held in line.
HEAD_STATIONS = np.linspace(1.05, 1.6, 12)
_ALL_STATIONS = np.concatenate([STATIONS, HEAD_STATIONS])
# Further round than this the edge is a shoulder blade or the chest. The yaw is known to 5 degrees,
# and each check has its own gate for the rep as a whole.
MAX_YAW_DEG = 25.0
# A back lies this far behind the hip-shoulder line; what is deeper is a bag, a bar, a bystander.
_MAX_DEPTH = 0.6
# Frames that are looked at together.
_BLOCK = 512


def trace_back_line(
    pose: SagittalPose, outline: Outline, view: View, latest_look: Ints | None = None
) -> BackLine:
    """Samples the back in every frame, and the back of the head beyond it.

    From each station on the hip-shoulder line a ray goes straight backward; the back is where it
    first leaves the outline. The head may lie before that line, so there the hindmost edge counts.
    NaN where hip, shoulder or outline are unseen, or where the ray leaves it nowhere near, or
    where the camera sees a shoulder blade instead of the spine. A frame that was not
    looked at has no outline, and the edge of the `latest_look` before it; None = all were.
    """
    hip, trunk = _trunk_px(pose)
    edge = np.full((len(pose.time_s), len(_ALL_STATIONS)), np.nan)
    side_on = np.abs(view.yaw_deg) <= MAX_YAW_DEG
    drawn = np.diff(outline.start) > 2
    frames = np.flatnonzero(np.isfinite(trunk).all(axis=1) & side_on & drawn)
    for some in np.split(frames, range(_BLOCK, len(frames), _BLOCK)):
        axes = _axes(trunk[some], pose.facings[some])
        edge[some] = _edge(
            [
                (outline.polygon_px(frame) - hip[frame]) @ own
                for frame, own in zip(some.tolist(), axes, strict=True)
            ]
        )
    if latest_look is not None:
        edge = np.where(side_on[:, None], edge[latest_look], np.nan)
    depth, head = np.split(edge, [len(STATIONS)], axis=1)
    scale = np.linalg.norm(trunk, axis=1) / pose.trunks_px
    return BackLine(
        station=STATIONS,
        depth=depth * scale[:, None],
        points_px=points_px(pose, STATIONS, depth * scale[:, None]),
        head_station=HEAD_STATIONS,
        head_depth=head * scale[:, None],
    )


def points_px(pose: SagittalPose, station: Floats, depth: Floats) -> Floats:
    """(T, N, 2) on the picture of (T, N) depths, in trunk lengths, at (N,) or (T, N) stations."""
    hip, trunk = _trunk_px(pose)
    behind = dorsal(trunk / np.linalg.norm(trunk, axis=1)[:, None], pose.facings[:, None])
    along = np.broadcast_to(station, depth.shape)[..., None] * trunk[:, None]
    out = (depth * pose.trunks_px[:, None])[..., None] * behind[:, None]
    return np.asarray(hip[:, None] + along + out)


def trunk_axes(pose: SagittalPose, frames: Ints) -> tuple[Floats, Floats]:
    """Turns the picture of some frames to their trunk.

    Args:
        pose: the sagittal pose.
        frames: (F,).

    Returns:
        (F, 2) the hip, and (F, 2, 2): a way from there in pixels, times this, is along the
        hip-shoulder line and behind it, in lengths of that trunk.
    """
    hip, trunk = _trunk_px(pose)
    return hip[frames], _axes(trunk[frames], pose.facings[frames])


def _trunk_px(pose: SagittalPose) -> tuple[Floats, Floats]:
    """(T, 2) the hip, and (T, 2) the way from it to the shoulder, in pixels."""
    hip = pose.joints_px[:, Joint.HIP]
    return hip, pose.joints_px[:, Joint.SHOULDER] - hip


def dorsal(along: Floats, facing: int | Ints) -> Floats:
    """Unit vectors backward from the trunk, for unit vectors up the trunk; y down."""
    return np.stack([along[..., 1], -along[..., 0]], axis=-1) * facing


def _axes(trunk: Floats, facings: Ints) -> Floats:
    """(F, 2, 2) up the trunk and behind it, in lengths of that trunk."""
    length = np.linalg.norm(trunk, axis=1)[:, None]
    up = trunk / length
    axes = np.stack([up, dorsal(up, facings[:, None])], axis=2)
    return np.asarray(axes / length[..., None])


def _edge(polygons: list[Floats]) -> Floats:
    """(F, S) the nearest crossing behind the line, for the head the hindmost; NaN = none."""
    if not polygons:
        return np.empty((0, len(_ALL_STATIONS)))
    found = crossings(polygons, _ALL_STATIONS)
    back = found.station < len(STATIONS)
    behind = back & (found.out > 0) & (found.out < _MAX_DEPTH)
    near = ~back & (np.abs(found.out) < _MAX_DEPTH)
    place = found.owner * len(_ALL_STATIONS) + found.station
    depth = np.full((len(polygons), len(_ALL_STATIONS)), np.inf)
    depth[:, len(STATIONS) :] = -np.inf
    np.minimum.at(depth.reshape(-1), place[behind], found.out[behind])
    np.maximum.at(depth.reshape(-1), place[near], found.out[near])
    return np.where(np.isinf(depth), np.nan, depth)
