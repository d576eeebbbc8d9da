"""Whether somebody else is in the picture, or was followed for a while."""

import numpy as np

from hingecheck.analysis.people import person_changes
from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.pose_track import PoseTrack

# Boxes that share less than this of their union belong to two people.
_SAME = 0.3
# Somebody is there when found by this many looks; a single one may be a slip.
_MIN_LOOKS = 2
# How much wider than the body the advised part of the picture is, as a share of the body's height.
_MARGIN = 0.08


def people_fact(track: PoseTrack) -> FilmFact:
    """Who else is there and how to look at them; when the track went over to another person."""
    told = [*_changes(track), *_others(track)]
    if told:
        return FilmFact(FactName.PEOPLE, State.POOR, "; ".join(told), float(len(told)))
    if track.people is None:
        words = "one person followed; others are not looked for"
        return FilmFact(FactName.PEOPLE, State.UNKNOWN, words)
    words = "nobody else found; small or half-hidden people may be missed"
    return FilmFact(FactName.PEOPLE, State.GOOD, words, 0.0)


def _changes(track: PoseTrack) -> list[str]:
    changes = person_changes(track)[:5].tolist()
    if not changes:
        return []
    times = ", ".join(f"{track.time_s[change]:.1f}" for change in changes)
    return [f"went over to somebody else at {times} s; --roi X,Y,W,H keeps to one"]


def _others(track: PoseTrack) -> list[str]:
    """Who else was found often enough, with the part of the picture that shows them."""
    if track.people is None or track.region is not None:
        return []  # who asks for a part of the picture has chosen
    others = [row for row in track.people if _is_other(row, track)]
    if len({float(row[0]) for row in others}) < _MIN_LOOKS:
        return []
    width, height = track.recording.width_px, track.recording.height_px
    left, top, right, bottom = _part(np.array(others)[:, 1:], (width, height))
    place = "left" if left + right < width else "right"
    part = f"{left},{top},{right - left},{bottom - top}"
    return [f"somebody else stands on the {place} of the picture; --roi {part} looks at them"]


def _part(boxes: Floats, size_px: tuple[int, int]) -> list[int]:
    """Left, top, right and bottom of what holds the (n, 4) boxes about the middle one."""
    usual = np.median(boxes, axis=0)
    centre = boxes[:, [0, 2]].mean(axis=1)
    near = np.abs(centre - usual[[0, 2]].mean()) <= usual[2] - usual[0]
    low, high = boxes[near, :2].min(axis=0), boxes[near, 2:].max(axis=0)
    margin = _MARGIN * (high[1] - low[1])
    edges = np.clip(np.concatenate([low - margin, high + margin]), 0, [*size_px, *size_px])
    return [int(edge) for edge in edges.tolist()]


def _is_other(row: Floats, track: PoseTrack) -> bool:
    """Whether a person of a look is not the lifter at that time."""
    frame = int(np.abs(track.time_s - row[0]).argmin())
    points = track.image_px[frame]
    if not np.isfinite(points).all():
        return False
    return _overlap(row[1:], np.concatenate([points.min(axis=0), points.max(axis=0)])) < _SAME


def _overlap(one: Floats, other: Floats) -> float:
    """Intersection over union."""
    low, high = np.maximum(one[:2], other[:2]), np.minimum(one[2:], other[2:])
    shared = float(np.prod(np.clip(high - low, 0, None)))
    both = float(np.prod(one[2:] - one[:2]) + np.prod(other[2:] - other[:2]))
    return shared / (both - shared) if both > shared else 0.0
