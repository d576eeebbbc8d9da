"""Raw landmarks -> landmarks fit to be measured: outliers out, noise down, holes left open."""

from itertools import pairwise

import numpy as np
from attrs import evolve

from hingecheck.analysis.filtering import low_pass, without_outliers
from hingecheck.analysis.people import jumps
from hingecheck.analysis.repairing import bridged, lasting, repaired
from hingecheck.analysis.viewing import trunk_length_px
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.region import Region
from hingecheck.domain.settings import Settings
from hingecheck.errors import RecordingUnsuitable

# The model goes on guessing beyond the picture's edge; a small overhang is still a sighting.
OVERHANG = 0.02

_HANDS = np.array(
    [
        Landmark.LEFT_ELBOW, Landmark.RIGHT_ELBOW, Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST,
        Landmark.LEFT_INDEX, Landmark.RIGHT_INDEX, Landmark.LEFT_PINKY, Landmark.RIGHT_PINKY,
        Landmark.LEFT_THUMB, Landmark.RIGHT_THUMB,
    ]
)  # fmt: skip
_OTHERS = np.setdiff1d(np.arange(LANDMARK_COUNT), _HANDS)
# Filtered group by group: all landmarks at once would take several times the track's memory.
_GROUPS = (_HANDS, *np.array_split(_OTHERS, 3))


def require_person(found: PoseTrack) -> None:
    """Refuses a track in which nobody is seen.

    Raises:
        RecordingUnsuitable: says what was expected and how to film.
    """
    if not found.seen.any():
        raise RecordingUnsuitable(
            f"No person was found in {found.recording.name}; expected one lifter, head to feet, "
            "in the picture. Film from the side, about 3 m away, in good light"
        )


def condition(track: PoseTrack, settings: Settings) -> PoseTrack:
    """Smooths a track without moving anything in time.

    Each run of frames in which one person is seen is filtered by itself: nothing crosses a scene
    cut or a jump to somebody else. A hole up to `settings.max_gap_s` is bridged for the filter
    and opened again. Points beyond the picture's edge become NaN; so do joints where the model
    slipped for longer than that.
    """
    whole = runs(track, settings.max_gap_s)
    track, wrong = repaired(track, whole, trunk_length_px(track))
    image = bridged(track.time_s, track.image_px, wrong)
    world = bridged(track.time_s, track.world_m, wrong)
    for run in whole:
        stamps = track.time_s[run]
        image[run] = _smoothed(stamps, image[run], settings)
        world[run] = _smoothed(stamps, world[run], settings)
    image[_outside(track) | lasting(wrong, track.time_s, settings.max_gap_s)] = np.nan
    return evolve(track, image_px=image, world_m=world)


def runs(track: PoseTrack, max_gap_s: float) -> list[slice]:
    """The longest stretches in which the same person is seen, holes up to `max_gap_s` included."""
    seen = np.flatnonzero(track.seen)
    if not len(seen):
        return []
    edges = set(track.cuts.tolist()) | set(jumps(track).tolist())
    # one period lies between neighbours; half a one more for time stamps that are rounded
    longest_s = max_gap_s + 1.5 / track.recording.fps
    starts = [int(seen[0])]
    stops = []
    for before, after in pairwise(seen.tolist()):
        crossed = any(before < edge <= after for edge in edges)
        if crossed or track.time_s[after] - track.time_s[before] > longest_s:
            stops.append(before + 1)
            starts.append(after)
    stops.append(int(seen[-1]) + 1)
    return [slice(start, stop) for start, stop in zip(starts, stops, strict=True)]


def _smoothed(time_s: Floats, points: Floats, settings: Settings) -> Floats:
    """(N, K, 2 or 3) filtered; frames that were NaN are NaN again."""
    frames = len(points)
    unseen = np.asarray(np.isnan(points).any(axis=(1, 2)))
    fps = (frames - 1) / float(time_s[-1] - time_s[0]) if frames > 1 else 1.0
    result = np.empty_like(points)
    for landmarks in _GROUPS:
        flat = points[:, landmarks].reshape(frames, -1)
        whole = without_outliers(_bridged(time_s, flat, unseen), fps)
        cutoff_hz = settings.hand_cutoff_hz if landmarks is _HANDS else settings.body_cutoff_hz
        smooth = low_pass(time_s, whole, cutoff_hz)
        result[:, landmarks] = smooth.reshape(frames, len(landmarks), -1)
    result[unseen] = np.nan
    return result


def _bridged(time_s: Floats, flat: Floats, unseen: Bools) -> Floats:
    if not unseen.any():
        return flat
    known = ~unseen
    columns = [np.interp(time_s, time_s[known], column[known]) for column in flat.T]
    return np.stack(columns, axis=1)


def _outside(track: PoseTrack) -> Bools:
    """(T, K) true for points that lie beyond the edge of what was looked at."""
    recording, region = track.recording, track.region
    whole = Region(0, 0, recording.width_px, recording.height_px) if region is None else region
    margin = OVERHANG * max(whole.width_px, whole.height_px)
    low = np.array([whole.left_px, whole.top_px]) - margin
    high = np.array([whole.right_px, whole.bottom_px]) + margin
    beyond = (track.image_px < low) | (track.image_px > high)
    return np.asarray(beyond.any(axis=2))
