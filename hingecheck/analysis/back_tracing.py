"""The dorsal edge of the body's outline, measured from the hip-shoulder line."""

import numpy as np

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


def trace_back_line(pose: SagittalPose, outline: Outline, view: View) -> BackLine:
    """Samples the back in every frame, and the back of the head beyond it.

    From each station on the hip-shoulder line a ray goes straight backward; the back is where it
    first leaves the outline. The head may lie before that line, so there the hindmost edge counts.
    NaN where hip, shoulder or outline are unseen, or where the ray leaves it nowhere near, or
    where the camera sees a shoulder blade instead of the spine.
    """
    frames = len(pose.time_s)
    depth = np.full((frames, len(STATIONS)), np.nan)
    head = np.full((frames, len(HEAD_STATIONS)), np.nan)
    hip, trunk = _trunk_px(pose)
    side_on = np.abs(view.yaw_deg) <= MAX_YAW_DEG
    for frame in np.flatnonzero(np.isfinite(trunk).all(axis=1) & side_on):
        polygon = outline.polygon_px(int(frame))
        if len(polygon) > 2:
            facing = int(pose.facings[frame])
            own = _along_trunk(polygon - hip[frame], trunk[frame], facing)
            station, out = _crossings(own, _ALL_STATIONS)
            back = station < len(STATIONS)
            depth[frame] = _first_behind(station[back], out[back], len(STATIONS))
            head[frame] = _hindmost(station[~back] - len(STATIONS), out[~back], len(HEAD_STATIONS))
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


def _trunk_px(pose: SagittalPose) -> tuple[Floats, Floats]:
    """(T, 2) the hip, and (T, 2) the way from it to the shoulder, in pixels."""
    hip = pose.joints_px[:, Joint.HIP]
    return hip, pose.joints_px[:, Joint.SHOULDER] - hip


def dorsal(along: Floats, facing: int | Ints) -> Floats:
    """Unit vectors backward from the trunk, for unit vectors up the trunk; y down."""
    return np.stack([along[..., 1], -along[..., 0]], axis=-1) * facing


def _along_trunk(polygon: Floats, trunk: Floats, facing: int) -> Floats:
    """(n, 2) a polygon about the hip, up the trunk and behind it, in lengths of that trunk."""
    length = float(np.linalg.norm(trunk))
    axes = np.stack([trunk / length, dorsal(trunk / length, facing)], axis=1) / length
    return np.asarray(polygon @ axes)


def _crossings(own: Floats, stations: Floats) -> tuple[Ints, Floats]:
    """(m,) stations at which the polygon's edges are crossed, and how far behind the line."""
    stop = np.concatenate([own[1:], own[:1]])
    crossed = (own[:, None, 0] <= stations) != (stop[:, None, 0] <= stations)
    edge, station = np.nonzero(crossed)
    share = (stations[station] - own[edge, 0]) / (stop[edge, 0] - own[edge, 0])
    return station, own[edge, 1] + share * (stop[edge, 1] - own[edge, 1])


def _first_behind(station: Ints, out: Floats, count: int) -> Floats:
    """(N,) the nearest crossing behind the line, NaN where there is none."""
    depth = np.full(count, np.inf)
    behind = (out > 0) & (out < _MAX_DEPTH)
    np.minimum.at(depth, station[behind], out[behind])
    return np.where(np.isinf(depth), np.nan, depth)


def _hindmost(station: Ints, out: Floats, count: int) -> Floats:
    """(N,) the hindmost crossing, NaN where there is none near."""
    depth = np.full(count, -np.inf)
    near = np.abs(out) < _MAX_DEPTH
    np.maximum.at(depth, station[near], out[near])
    return np.where(np.isinf(depth), np.nan, depth)
