"""Pose track -> head cover: where faces may be, wide enough that none is shown.

The lifter's head is followed through the track: steady, wider where it is not sure, and the whole
picture where nobody was found for long. Other people are seen several times a second; their
heads are covered from a little before to a little after, and in between.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import scipy

from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.glimpse import Glimpse
from hingecheck.domain.head_cover import HeadCover
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# From between ear and nose a head reaches about 13 cm every way, a trunk is about 50 cm long;
# the rest is for hair, caps and the model's error (own judgement, looked at on 25 recordings).
RADIUS_TRUNKS: Final = 0.36
# The landmarks of a face reach 0.12 to 0.16 trunk lengths from their middle on those recordings, so
# this takes over where the trunk is foreshortened.
RADIUS_PER_SPREAD: Final = 2.6
# A trunk bent toward the camera looks short; the upright moments about it tell its length.
_TRUNK_WINDOW_S: Final = 8.0
_UPRIGHT_PERCENT: Final = 90
_STEADY_S: Final = 0.05
_WIDEST_S: Final = 0.2
# How fast a circle grows, in trunk lengths a second, while the head is unseen: a brisk swing's.
GROWTH_TRUNKS_PER_S: Final = 3.0
# Nobody found for longer than this to either side: the face may be anywhere.
LOST_S: Final = 0.5
# Another person's head stays covered for this long before and after it was seen, and two looks
# no farther apart than twice that and this many radii are at the same head.
OTHERS_S: Final = 1.0
# Seen by themselves, without the frames about them, they are less sure than the lifter.
_OTHERS_WIDER: Final = 1.25
_SAME_HEAD_RADII: Final = 2.0

_FACE: Final = slice(Landmark.NOSE, Landmark.MOUTH_RIGHT + 1)
_EVERYWHERE: Final = np.array([0.0, 0.0, np.inf])


def cover_heads(track: PoseTrack, glimpses: Sequence[Glimpse]) -> HeadCover:
    """Where the faces are: the lifter's, and those of everybody who was glimpsed.

    Args:
        track: of the lifter.
        glimpses: of anybody, in any order; those that fit the lifter's own head add nothing.

    Returns:
        At least one circle for every frame.
    """
    lifter = np.concatenate([_lifter(track, stretch) for stretch in track.stretches()])
    circles = [[own] for own in lifter]
    for path in _paths(_others(track.time_s, lifter, glimpses)):
        for frame, circle in _followed(path, track.time_s):
            circles[frame].append(circle)
    return HeadCover(track.time_s, tuple(np.stack(of_frame) for of_frame in circles))


def _lifter(track: PoseTrack, stretch: slice) -> Floats:
    """(n, 3) circles of the frames between two scene cuts."""
    times, points = track.time_s[stretch], track.image_px[stretch]
    centre, radius = _head(points)
    seen = np.isfinite(centre).all(axis=1) & np.isfinite(radius)
    if not seen.any():
        return np.tile(_EVERYWHERE, (len(times), 1))
    frame_s = float(np.median(np.diff(times))) if len(times) > 1 else 1.0
    trunk = _usual_trunk(_bridged(times, _trunk(points), seen), frame_s)
    rough = _bridged(times, centre, seen)
    smooth = scipy.ndimage.gaussian_filter1d(rough, _STEADY_S / frame_s, axis=0, mode="nearest")
    slip = np.hypot(*(smooth - rough).T)
    wide = np.maximum(RADIUS_TRUNKS * trunk, _bridged(times, radius, seen)) + slip
    gap_s = _distance_s(times, seen)
    steady = _steady(wide, frame_s) + GROWTH_TRUNKS_PER_S * trunk * gap_s
    circles = np.concatenate([smooth, steady[:, None]], axis=1)
    circles[gap_s > LOST_S] = _EVERYWHERE
    return circles


def _head(points: Floats) -> tuple[Floats, Floats]:
    """(n, 2) a point between ear and nose, and (n,) a radius from the face's own size."""
    face = points[:, _FACE]
    centre = (_middle(points, Landmark.LEFT_EAR) + face.mean(axis=1)) / 2
    spread = np.linalg.norm(face - centre[:, None], axis=2).max(axis=1)
    return centre, RADIUS_PER_SPREAD * spread


def _trunk(points: Floats) -> Floats:
    """(n,) shoulders to hips, middle to middle, in pixels."""
    trunk = _middle(points, Landmark.LEFT_SHOULDER) - _middle(points, Landmark.LEFT_HIP)
    return np.asarray(np.linalg.norm(trunk, axis=1))


def _middle(points: Floats, left: Landmark) -> Floats:
    """(n, 2) between a left landmark and its right one, which follows it."""
    return np.asarray((points[:, left] + points[:, left + 1]) / 2)


def _usual_trunk(trunk: Floats, frame_s: float) -> Floats:
    """(n,) how long the trunk is when it is not bent toward the camera."""
    size = min(len(trunk), max(1, round(_TRUNK_WINDOW_S / frame_s)))
    usual: Floats = scipy.ndimage.percentile_filter(
        trunk, _UPRIGHT_PERCENT, size=size, mode="nearest"
    )
    return usual


def _steady(radius: Floats, frame_s: float) -> Floats:
    """Never less than the radius, and free of flicker."""
    size = 1 + 2 * round(_WIDEST_S / frame_s)
    widest = scipy.ndimage.maximum_filter1d(radius, size, mode="nearest")
    steady: Floats = scipy.ndimage.uniform_filter1d(widest, size, mode="nearest")
    return np.maximum(steady, radius)


def _bridged(times: Floats, values: Floats, seen: Bools) -> Floats:
    """The values with their holes filled by straight lines."""
    if values.ndim == 1:
        return np.asarray(np.interp(times, times[seen], values[seen]))
    return np.stack([np.interp(times, times[seen], one[seen]) for one in values.T], axis=1)


def _distance_s(times: Floats, seen: Bools) -> Floats:
    """(n,) time to the nearest frame in which the head was seen."""
    known = times[seen]
    after = np.clip(np.searchsorted(known, times), 0, len(known) - 1)
    before = np.clip(after - 1, 0, None)
    return np.minimum(np.abs(known[after] - times), np.abs(known[before] - times))


def _others(times: Floats, lifter: Floats, glimpses: Sequence[Glimpse]) -> list[Floats]:
    """(4,) time, x, y and radius of each head that is not the lifter's, in time order."""
    found = [_other(times, lifter, glimpse) for glimpse in glimpses]
    return sorted((one for one in found if one is not None), key=lambda one: float(one[0]))


def _other(times: Floats, lifter: Floats, glimpse: Glimpse) -> Floats | None:
    points = glimpse.image_px[None]
    centre, radius = _head(points)
    wide = _OTHERS_WIDER * max(float(radius[0]), RADIUS_TRUNKS * float(_trunk(points)[0]))
    if not (np.isfinite(centre).all() and np.isfinite(wide)):
        return None
    own = lifter[int(np.abs(times - glimpse.time_s).argmin())]
    if np.isfinite(own[2]) and np.hypot(*(centre[0] - own[:2])) <= own[2] / 2:
        return None
    return np.array([glimpse.time_s, *centre[0], wide])


def _paths(heads: list[Floats]) -> list[list[Floats]]:
    """The heads strung together: each continues the nearest path that it can belong to."""
    paths: list[list[Floats]] = []
    for head in heads:
        near = [path for path in paths if _continues(path[-1], head)]
        if near:
            min(near, key=lambda path: float(np.hypot(*(path[-1] - head)[1:3]))).append(head)
        else:
            paths.append([head])
    return paths


def _continues(last: Floats, head: Floats) -> bool:
    passed_s, moved_px = head[0] - last[0], np.hypot(*(head - last)[1:3])
    return bool(0 < passed_s <= 2 * OTHERS_S and moved_px <= _SAME_HEAD_RADII * head[3])


def _followed(path: list[Floats], times: Floats) -> Iterator[tuple[int, Floats]]:
    """The frames in which a path covers something, each with its (3,) circle."""
    known = np.stack(path)
    begin_s, end_s = known[0, 0] - OTHERS_S, known[-1, 0] + OTHERS_S
    for frame in np.flatnonzero((times >= begin_s) & (times <= end_s)).tolist():
        yield frame, np.array([np.interp(times[frame], known[:, 0], one) for one in known.T[1:]])
