"""Whether somebody else is in the picture, or was followed for a while."""

from typing import Final

import numpy as np

from hingecheck.analysis.box import boxes_of, overlap
from hingecheck.analysis.crowd import is_dense
from hingecheck.analysis.lifter import people_in
from hingecheck.analysis.people import SAME, chosen_number, person_changes, somebody_else
from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.person import Person
from hingecheck.domain.pose_track import PoseTrack

# Somebody is there when found by this many rare looks; a single one may be a slip.
_MIN_LOOKS: Final = 2
# How much wider than the body the advised part of the picture is, as a share of the body's height.
_MARGIN: Final = 0.08
_MOST_TOLD: Final = 5


def people_fact(track: PoseTrack) -> FilmFact:
    """Who is measured and who else is there; when the track was with another person."""
    told = [*_changes(track), *_others(track), *_left_out(track)]
    if told:
        return FilmFact(FactName.PEOPLE, State.POOR, "; ".join(told), float(len(told)))
    if track.people is None:
        words = "one person followed; others are not looked for"
        return FilmFact(FactName.PEOPLE, State.UNKNOWN, words)
    words = "nobody else found; small or half-hidden people may be missed"
    return FilmFact(FactName.PEOPLE, State.GOOD, words, 0.0)


def listed_people(track: PoseTrack) -> tuple[Person, ...]:
    """Everybody with a number, from left to right; empty where nobody else was noticed.

    Only close looks tell people apart, and those are taken where somebody else was noticed.
    """
    if track.people is None or track.region is not None or not is_dense(track.people):
        return ()  # who asks for a part of the picture has chosen
    return people_in(track.people)


def has_others(track: PoseTrack) -> bool:
    """Whether a look found somebody beside the one who is followed; it may have been a slip."""
    if track.people is None or track.region is not None:
        return False
    boxes = boxes_of(track.image_px)
    return any(_is_other(row, boxes, track.time_s) for row in track.people)


def _changes(track: PoseTrack) -> list[str]:
    changes = person_changes(track)[:_MOST_TOLD].tolist()
    if not changes:
        return []
    times = ", ".join(f"{track.time_s[change]:.1f}" for change in changes)
    return [f"went over to somebody else at {times} s; --roi X,Y,W,H keeps to one"]


def _others(track: PoseTrack) -> list[str]:
    if track.people is None or track.region is not None:
        return []
    people = listed_people(track)
    if not is_dense(track.people):
        return _seen_rarely(track, track.people)
    if len(people) < 2:
        return []
    which = f"person {chosen_number(track)} of {len(people)}, from the left, is measured"
    return [f"{which}; --person N measures another"]


def _seen_rarely(track: PoseTrack, people: Floats) -> list[str]:
    """Who else was found often enough by rare looks, with the part of the picture to look at."""
    boxes = boxes_of(track.image_px)
    others = [row for row in people if _is_other(row, boxes, track.time_s)]
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


def _left_out(track: PoseTrack) -> list[str]:
    wrong = somebody_else(track)
    if not wrong.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wrong, [False]]).astype(np.int8)))
    spans = [
        f"{track.time_s[start]:.1f}-{track.time_s[stop - 1]:.1f}"
        for start, stop in edges.reshape(-1, 2)[:_MOST_TOLD].tolist()
    ]
    return [f"others in the way at {', '.join(spans)} s, left out"]


def _is_other(row: Floats, boxes: Floats, time_s: Floats) -> bool:
    """Whether a person of a look is not the one who is followed at that time."""
    box = boxes[int(np.abs(time_s - row[0]).argmin())]
    return bool(np.isfinite(box).all()) and float(overlap(row[1:], box)) < SAME
