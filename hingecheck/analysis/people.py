"""Whether the track stays with one person."""

from typing import Final

import numpy as np
from attrs import evolve

from hingecheck.analysis.box import boxes_of, overlap
from hingecheck.analysis.crowd import is_dense, numbers_of
from hingecheck.analysis.lifter import lifter_of, people_in
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# From one frame to the next a lifter's hips move less than this; another person's are elsewhere.
JUMP_TRUNKS = 0.5
# A jump that is undone sooner is the model's slip, not another person.
MIN_STAY_S = 0.3
# The track's box and a look's box of the same person share at least this much of their union.
SAME: Final = 0.3


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


def chosen_number(track: PoseTrack) -> int | None:
    """Who is to be measured: the number asked for, or the lifter's; None where nobody is known."""
    if track.person is not None:
        return track.person
    people = () if track.people is None else people_in(track.people)
    return lifter_of(people) if people else None


def kept_to_one(track: PoseTrack) -> PoseTrack:
    """The track without the frames in which it follows somebody else than the chosen one."""
    wrong = somebody_else(track)
    if not wrong.any():
        return track
    image, world, visibility = (
        array.copy() for array in (track.image_px, track.world_m, track.visibility)
    )
    for array in (image, world, visibility):
        array[wrong] = np.nan
    return evolve(track, image_px=image, world_m=world, visibility=visibility)


def somebody_else(track: PoseTrack) -> Bools:
    """(T,) where the looks say that the track is not with the chosen one, or cannot be sure.

    Looks that are too rare to tell who passes whom say nothing. Where one of them finds the track
    with another person, all frames count from the last look before that found it in place to the
    next one that does.
    """
    wrong = np.zeros(len(track.time_s), dtype=np.bool_)
    times, states = _states(track)
    sure = times[states > 0]
    for time_s in times[states < 0].tolist():
        start_s = max(sure[sure < time_s], default=-np.inf)
        stop_s = min(sure[sure > time_s], default=np.inf)
        wrong |= (track.time_s > start_s) & (track.time_s < stop_s)
    return wrong


def agreement(track: PoseTrack) -> float:
    """In what share of the looks that tell the track is with the chosen one; NaN if none tell."""
    _, states = _states(track)
    told = states[states != 0]
    return float((told > 0).mean()) if len(told) else float("nan")


def _states(track: PoseTrack) -> tuple[Floats, Ints]:
    """Times of the looks; of each 1 = with the chosen one, -1 = with another, 0 = not known."""
    nothing = np.empty(0), np.empty(0, dtype=np.int64)
    if track.people is None or track.region is not None:
        return nothing
    numbers, chosen = numbers_of(track.people), chosen_number(track)
    times = np.unique(track.people[:, 0])
    if chosen is None or not is_dense(track.people) or numbers.max() < 2:
        return nothing
    own = track.people[numbers == chosen]
    others = track.people[(numbers != chosen) & (numbers > 0)]
    followed = boxes_of(track.image_px)[_nearest(track.time_s, times)]
    with_own = overlap(followed, _between(own, times))
    with_other = np.array(
        [
            overlap(box, others[others[:, 0] == time_s, 1:]).max(initial=0.0)
            for box, time_s in zip(followed, times.tolist(), strict=True)
        ]
    )
    states = np.where(with_own >= np.maximum(with_other, SAME), 1, 0)
    states[(with_other >= SAME) & (with_other > with_own)] = -1
    return times, states


def _nearest(time_s: Floats, wanted_s: Floats) -> Ints:
    return np.array([np.abs(time_s - one).argmin() for one in wanted_s], dtype=np.int64)


def _between(own: Floats, times: Floats) -> Floats:
    """(n, 4) the person's boxes at some times, from the looks before and after."""
    if not len(own):
        return np.full((len(times), 4), np.nan)
    return np.stack([np.interp(times, own[:, 0], edge) for edge in own[:, 1:].T], axis=1)
