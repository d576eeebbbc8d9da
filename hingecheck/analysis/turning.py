"""When the lifter turns, or a cut shows another view: the stretches of one view."""

from itertools import pairwise

import numpy as np
import scipy

from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# A lift moves the body's direction by up to 15 degrees (labelled and rendered clips); a turn to
# another view by 40 and more. What lies in between is left to the yaw of each frame.
MIN_TURN_DEG = 30.0
# A glance of the model to the wrong side is shorter; who turns stays for longer.
MIN_STAY_S = 1.0
# The direction is smoothed as the yaw is: a person turns slowly.
_WINDOW_S = 0.5


def one_view_spans(track: PoseTrack, scene: slice) -> list[slice]:
    """The runs of frames between turns, in time order; each frame of the scene is in one."""
    time_s = track.time_s[scene]
    direction = direction_deg(track.world_m[scene])
    known = np.flatnonzero(np.isfinite(direction))
    if not len(known):
        return [scene]
    smooth = _smoothed(direction[known], track.recording.fps)
    edges = [0, *known[_turns(time_s[known], smooth)].tolist(), len(time_s)]
    return [slice(scene.start + start, scene.start + stop) for start, stop in pairwise(edges)]


def direction_deg(world_m: Floats) -> Floats:
    """(T,) where the body faces, seen from above: 0 = right in the picture, 90 = to the camera.

    The middle of what shoulders and hips say; -180 to 180, NaN where they are unseen.
    """
    shoulders, hips = (
        _unit(world_m[:, left] - world_m[:, left + 1])
        for left in (Landmark.LEFT_SHOULDER, Landmark.LEFT_HIP)
    )
    across = shoulders + hips
    return np.asarray(np.degrees(np.arctan2(across[:, 0], across[:, 2])))


def _unit(across: Floats) -> Floats:
    flat = across * [1.0, 0.0, 1.0]
    length = np.linalg.norm(flat, axis=1, keepdims=True)
    return np.asarray(flat / np.where(length > 0, length, np.nan))


def _smoothed(direction: Floats, fps: float) -> Floats:
    """Without jumps at 180 and without short glances, (N,) degrees of any size."""
    size = 2 * round(_WINDOW_S * fps / 2) + 1
    return np.asarray(
        scipy.ndimage.median_filter(np.unwrap(direction, period=360), size=size, mode="nearest")
    )


def _turns(time_s: Floats, direction: Floats) -> list[int]:
    """Where a new view begins: first frames that are far from the view before and stay far."""
    found: list[int] = []
    level = _level(time_s, direction, 0)
    away = _away(direction, level)
    for frame in range(len(direction)):
        if not away[frame]:
            continue
        staying = slice(frame, _after(time_s, frame))
        stays = time_s[staying.stop - 1] - time_s[frame] >= MIN_STAY_S * 0.9
        settled = _level(time_s, direction, frame)
        if stays and away[staying].all() and _apart(settled, level) >= MIN_TURN_DEG:
            found.append(frame)
            level = settled
            away = _away(direction, level)
    return found


def _level(time_s: Floats, direction: Floats, frame: int) -> float:
    """The direction of the time after a frame; the median, so that the turn itself is outvoted."""
    return float(np.median(direction[frame : _after(time_s, frame)]))


def _after(time_s: Floats, frame: int) -> int:
    return int(np.searchsorted(time_s, time_s[frame] + MIN_STAY_S, side="right"))


def _away(direction: Floats, level: float) -> Bools:
    return np.asarray(np.abs((direction - level + 180) % 360 - 180) >= MIN_TURN_DEG)


def _apart(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)
