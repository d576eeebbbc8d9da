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
# Further round than this the edge is a shoulder blade or the chest.
MAX_YAW_DEG = 20.0
# A back lies this far behind the hip-shoulder line; what is deeper is a bag, a bar, a bystander.
_MAX_DEPTH = 0.6


def trace_back_line(pose: SagittalPose, outline: Outline, view: View) -> BackLine:
    """Samples the back in every frame.

    From each station on the hip-shoulder line a ray goes straight backward; the back is where it
    first leaves the outline. NaN where hip, shoulder or outline are unseen, or where the ray
    leaves it nowhere near, or where the camera sees a shoulder blade instead of the spine.
    """
    frames = len(pose.time_s)
    depth = np.full((frames, len(STATIONS)), np.nan)
    hip, trunk = _trunk_px(pose)
    side_on = np.abs(view.yaw_deg) <= MAX_YAW_DEG
    for frame in np.flatnonzero(np.isfinite(trunk).all(axis=1) & side_on):
        polygon = outline.polygon_px(int(frame))
        if len(polygon) > 2:
            facing = int(pose.facings[frame])
            depth[frame] = _depth_at_stations(polygon - hip[frame], trunk[frame], facing)
    length = np.linalg.norm(trunk, axis=1)
    behind = dorsal(trunk / length[:, None], pose.facings[:, None])
    on_line = hip[:, None] + STATIONS[None, :, None] * trunk[:, None]
    points_px = on_line + (depth * length[:, None])[..., None] * behind[:, None]
    scale = length / pose.trunks_px
    return BackLine(station=STATIONS, depth=depth * scale[:, None], points_px=points_px)


def _trunk_px(pose: SagittalPose) -> tuple[Floats, Floats]:
    """(T, 2) the hip, and (T, 2) the way from it to the shoulder, in pixels."""
    hip = pose.joints_px[:, Joint.HIP]
    return hip, pose.joints_px[:, Joint.SHOULDER] - hip


def dorsal(along: Floats, facing: int | Ints) -> Floats:
    """Unit vectors backward from the trunk, for unit vectors up the trunk; y down."""
    return np.stack([along[..., 1], -along[..., 0]], axis=-1) * facing


def _depth_at_stations(polygon: Floats, trunk: Floats, facing: int) -> Floats:
    """(N,) where rays from the stations leave the polygon, in lengths of this frame's trunk."""
    length = float(np.linalg.norm(trunk))
    axes = np.stack([trunk / length, dorsal(trunk / length, facing)], axis=1) / length
    start = polygon @ axes
    stop = np.roll(start, -1, axis=0)
    below = start[:, None, 0] <= STATIONS
    crossed = below != (stop[:, None, 0] <= STATIONS)
    edge, station = np.nonzero(crossed)
    share = (STATIONS[station] - start[edge, 0]) / (stop[edge, 0] - start[edge, 0])
    out = start[edge, 1] + share * (stop[edge, 1] - start[edge, 1])
    depth = np.full(len(STATIONS), np.inf)
    behind = (out > 0) & (out < _MAX_DEPTH)
    np.minimum.at(depth, station[behind], out[behind])
    depth[np.isinf(depth)] = np.nan
    return depth
