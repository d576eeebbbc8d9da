"""Slips of the model that are short and sure: sides mixed up, joints that leap away or stand still.

Left and right of a limb that change places for a moment are changed back. A joint that leaps
away and comes back lies on the line between before and after; where that is longer than a filter
may bridge it is not measured. What lasts longer than `LONGEST_S` cannot be told from a movement.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from attrs import evolve

from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

LONGEST_S: Final = 0.3
# The sides of a limb have changed places where changing them back makes the way from the frame
# before less than half; where they lie nearer together in the picture it changes nothing.
_SHORTER: Final = 0.5
_APART_TRUNKS: Final = 0.12
# No joint is as quick: hands of quick swings reach half of it. At high rates the model's own jitter
# would be a leap, so it has a least size.
_LEAP_TRUNKS_PER_S: Final = 10.5
_LEAST_LEAP_TRUNKS: Final = 0.25
# It comes back to about where it was, or as far on as a quick hand goes meanwhile.
_BACK_TRUNKS: Final = 0.25
_QUICK_TRUNKS_PER_S: Final = 6.0
# A hand or elbow stands still that moves less than this from frame to frame, for a while, while the
# joint that it hangs on goes this far. The model's own jitter is larger.
_STILL_TRUNKS: Final = 0.001
_STILL_S: Final = 0.2
_WAY_TRUNKS: Final = 0.25

# The left landmarks of each limb; the right twin of one follows it.
_ARM: Final = (
    Landmark.LEFT_SHOULDER, Landmark.LEFT_ELBOW, Landmark.LEFT_WRIST,
    Landmark.LEFT_PINKY, Landmark.LEFT_INDEX, Landmark.LEFT_THUMB,
)  # fmt: skip
_LEG: Final = (
    Landmark.LEFT_HIP, Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE,
    Landmark.LEFT_HEEL, Landmark.LEFT_FOOT_INDEX,
)  # fmt: skip
_JOINTS: Final = [point + side for point in (*_ARM, *_LEG) for side in (0, 1)]
# A joint that goes where the other one goes; a knee may stand still while the hip moves.
_HANGS_ON: Final = {
    Landmark.LEFT_ELBOW: Landmark.LEFT_SHOULDER,
    Landmark.LEFT_WRIST: Landmark.LEFT_ELBOW,
}


def repaired(track: PoseTrack, runs: Sequence[slice], trunk_px: float) -> tuple[PoseTrack, Bools]:
    """The track with its own sides, and where its joints are not to be believed.

    Frames between two looks of the model hold a mixture of both: what is wrong in one of them is
    wrong up to the next.

    Args:
        track: raw.
        runs: frames in which one person is seen.
        trunk_px: length of the trunk.

    Returns:
        The track, the same one where no sides were mixed up for a short time; and (T, K) true
        for joints that have leapt away for a short time, or stand still while the body moves.
    """
    looked = np.arange(len(track.time_s)) if track.looked is None else np.flatnonzero(track.looked)
    wrong = np.zeros(track.visibility.shape, dtype=np.bool_)
    looks = [looked[(looked >= run.start) & (looked < run.stop)] for run in runs]
    for limb in (_ARM, _LEG):
        for own in looks:
            both = np.array([limb, [point + 1 for point in limb]])
            for start, stop in _swapped(track, both, own, trunk_px):
                track = _changed_back(track, both, slice(own[start], own[stop - 1] + 1))
                wrong[own[start - 1] + 1 : own[start], both] = True
                wrong[own[stop - 1] + 1 : own[stop], both] = True
    for own in looks:
        for joint, start, stop in _slips(track.image_px[own] / trunk_px, track.time_s[own]):
            wrong[own[start - 1] + 1 : own[stop], joint] = True
    return track, wrong


def _changed_back(track: PoseTrack, both: Ints, frames: slice) -> PoseTrack:
    arrays = {name: getattr(track, name).copy() for name in ("image_px", "world_m", "visibility")}
    for array in arrays.values():
        array[frames, both.ravel()] = array[frames, both[::-1].ravel()]
    return evolve(track, **arrays)


def _swapped(track: PoseTrack, both: Ints, own: Ints, trunk_px: float) -> Iterator[tuple[int, int]]:
    """The short times in which the sides of a limb, (2, n) landmarks, have changed places."""
    left, right = (track.image_px[own][:, side] / trunk_px for side in both)
    stays = (_way(left[1:], left[:-1]) + _way(right[1:], right[:-1])).sum(axis=1)
    changes = (_way(left[1:], right[:-1]) + _way(right[1:], left[:-1])).sum(axis=1)
    apart = _way(left, right).mean(axis=1) > _APART_TRUNKS
    events = np.flatnonzero((changes < _SHORTER * stays) & apart[1:] & apart[:-1]) + 1
    yield from _short(events, track.time_s[own])


def _slips(points: Floats, time_s: Floats) -> Iterator[tuple[int, int, int]]:
    """Joint, first look and the look after the last one of each slip in a run."""
    steps = _way(points[1:], points[:-1])
    for joint in _JOINTS:
        for start, stop in _leaps(points[:, joint], steps[:, joint], time_s):
            yield joint, start, stop
    for joint, beside in _HANGS_ON.items():
        for side in (0, 1):
            for start, stop in _still(steps[:, joint + side], time_s):
                if _goes(points[start:stop, beside + side]):
                    yield joint + side, start, stop


def bridged(time_s: Floats, points: Floats, wrong: Bools) -> Floats:
    """A copy of (T, K, n) points in which the wrong ones lie on a line from before to after."""
    result = points.copy()
    for joint in np.flatnonzero(wrong.any(axis=0)).tolist():
        gone = wrong[:, joint]
        known = ~gone & np.isfinite(points[:, joint, 0])  # a slip has a frame before and after
        for axis in range(points.shape[2]):
            column = points[:, joint, axis]
            result[gone, joint, axis] = np.interp(time_s[gone], time_s[known], column[known])
    return result


def lasting(wrong: Bools, time_s: Floats, longest_s: float) -> Bools:
    """(T, K) the wrong points of those times that are longer than may be bridged."""
    kept = np.zeros_like(wrong)
    for joint in np.flatnonzero(wrong.any(axis=0)).tolist():
        edges = np.diff(np.concatenate([[False], wrong[:, joint], [False]]).astype(np.int8))
        for start, stop in np.flatnonzero(edges).reshape(-1, 2).tolist():
            before, after = max(start - 1, 0), min(stop, len(time_s) - 1)
            # as for holes: a period lies beside it, and half a one more for rounded stamps
            period_s = time_s[after] - time_s[stop - 1]
            if time_s[after] - time_s[before] > longest_s + 1.5 * period_s:
                kept[start:stop, joint] = True
    return kept


def _leaps(place: Floats, steps: Floats, time_s: Floats) -> Iterator[tuple[int, int]]:
    """Frames from each leap away to the leap back."""
    least = np.maximum(_LEAP_TRUNKS_PER_S * np.diff(time_s), _LEAST_LEAP_TRUNKS)
    far = np.flatnonzero(steps > least)
    for start, stop in _short(far + 1, time_s):
        gone_s = float(time_s[stop] - time_s[start - 1])
        back = max(_BACK_TRUNKS, _QUICK_TRUNKS_PER_S * gone_s)
        opposed = np.dot(place[start] - place[start - 1], place[stop] - place[stop - 1]) < 0
        if opposed and np.linalg.norm(place[stop] - place[start - 1]) < back:
            yield start, stop


def _short(events: Ints, time_s: Floats) -> Iterator[tuple[int, int]]:
    """Two events that follow soon after each other; each belongs to one pair only."""
    last = -1
    for start, stop in pairwise(events.tolist()):
        # half a period more, for time stamps that are rounded
        longest_s = LONGEST_S + (time_s[start] - time_s[start - 1]) / 2
        if start > last and time_s[stop] - time_s[start] <= longest_s:
            last = stop
            yield start, stop


def _still(steps: Floats, time_s: Floats) -> Iterator[tuple[int, int]]:
    still = np.concatenate([[False], steps < _STILL_TRUNKS, [False]])
    edges = np.flatnonzero(np.diff(still.astype(np.int8))).reshape(-1, 2)
    for start, stop in edges.tolist():
        # the frame before must be a moving one, and so must the one after
        if start > 0 and stop + 1 < len(time_s) and time_s[stop] - time_s[start] >= _STILL_S:
            yield start, stop + 1


def _goes(place: Floats) -> bool:
    return bool(np.linalg.norm(np.ptp(place, axis=0)) > _WAY_TRUNKS)


def _way(one: Floats, other: Floats) -> Floats:
    """The distance between (..., 2) places."""
    return np.asarray(np.linalg.norm(one - other, axis=-1))
