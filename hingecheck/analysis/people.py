"""Whether the track stays with one person."""

import numpy as np
from attrs import evolve

from hingecheck.domain.array import Ints
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# From one frame to the next a lifter's hips move less than this; another person's are elsewhere.
JUMP_TRUNKS = 0.5
# A jump that is undone sooner is the model's slip, not another person.
MIN_STAY_S = 0.3


def jumps(track: PoseTrack) -> Ints:
    """Frames in which the hips are suddenly elsewhere, in one scene or at a cut."""
    hips = track.image_px[:, [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=1)
    shoulders = track.image_px[:, [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]].mean(axis=1)
    lengths = np.linalg.norm(shoulders - hips, axis=1)
    if not np.isfinite(lengths).any():
        return np.empty(0, dtype=np.int64)
    step = np.linalg.norm(np.diff(hips, axis=0), axis=1)
    far = step > JUMP_TRUNKS * np.nanmedian(lengths)  # NaN compares false: a hole is no jump
    return np.flatnonzero(far) + 1


def person_changes(track: PoseTrack) -> Ints:
    """Jumps to another person: in the middle of a scene, and not undone at once."""
    found = jumps(track)
    edges = np.concatenate([[0], np.union1d(found, track.cuts), [len(track.time_s) - 1]])
    edges_s = track.time_s[edges.astype(np.int64)]
    inside = np.setdiff1d(found, track.cuts)
    place = np.searchsorted(edges[1:-1], inside) + 1
    stays = np.minimum(edges_s[place] - edges_s[place - 1], edges_s[place + 1] - edges_s[place])
    return np.asarray(inside[stays >= MIN_STAY_S])


def parted(track: PoseTrack) -> PoseTrack:
    """The track with a cut where it goes over to somebody else: nothing is mixed across it."""
    return evolve(track, cuts=np.union1d(track.cuts, person_changes(track)))
