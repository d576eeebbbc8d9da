"""The track of the right person, large enough to see: a second pass where the first one is not it.

The first pass follows whomever the engine finds. In the ordinary film that is the lifter, and
nothing more is done. Where there are several people, or the lifter is small or not found at all,
single pictures are looked at to know where the lifter stands, and the recording is passed once
more with an engine that sees only that part of each picture.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from attrs import evolve, frozen

from hingecheck.analysis.box import boxes_of
from hingecheck.analysis.film.bystanding import has_others
from hingecheck.analysis.lifter import people_in, rows_of
from hingecheck.analysis.people import agreement, chosen_number, person_changes
from hingecheck.capture.bystanders import glimpse_everybody
from hingecheck.capture.following import pieces_around
from hingecheck.capture.landmarker import Crowd
from hingecheck.capture.looking_within import looking_within
from hingecheck.capture.mediapipe_landmarker import mediapipe_crowd, mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.pace import Pace
from hingecheck.capture.shrinking import shrinks_by
from hingecheck.capture.tiles import TiledCrowd
from hingecheck.capture.tracking import assembled, gather
from hingecheck.capture.video import opened
from hingecheck.domain.array import Floats
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import RecordingUnsuitable

# How often single pictures are looked at to know who is where.
EVERY_S: Final = 0.2
# The same where nobody was found, in many tiles.
_SEARCH_EVERY_S: Final = 0.5
# A body that has fewer pixels in the shrunk picture is looked at in the recording's own pixels,
# where those are more (docs/decisions/0023-who-is-measured.md).
SMALL_PX: Final = 160.0
_LARGER: Final = 1.2
# Seen in fewer of the frames, somebody may be there who is too small for the whole picture.
_HARDLY_SEEN: Final = 0.5
_STANDING_PERCENTILE: Final = 90

OnFrame = Callable[[int], None]


@frozen
class Again:
    """What a second pass needs to know.

    Attributes:
        path: the recording.
        model: of the first pass.
        person: the number asked for; None = the lifter.
        jobs: how many engines look at the same time.
        on_frame: told how many frames of a pass are done.
    """

    path: Path
    model: Model
    person: int | None
    jobs: int
    on_frame: OnFrame = lambda _: None


def look_again(found: PoseTrack, again: Again) -> PoseTrack:
    """The first pass where it shows the right person well enough, or else that of a second one.

    Args:
        found: the first pass, with the looks at everybody.
        again: the recording, and who is to be followed.

    Raises:
        RecordingUnsuitable: there is no person of the number asked for.
    """
    if found.region is not None:
        return found
    if again.person is not None or has_others(found) or len(person_changes(found)):
        return _one_of_many(found, again)
    if float(found.seen.mean()) < _HARDLY_SEEN:
        return _searched(found, again)
    return _enlarged(found, again)


def _one_of_many(found: PoseTrack, again: Again) -> PoseTrack:
    people = _looked_for(found, again, EVERY_S)
    known = evolve(found, people=people, person=again.person)
    number = chosen_number(known)
    _require(number, len(people_in(people)), again)
    if number is None or len(people_in(people)) < 2 or agreement(known) == 1:
        return known
    better = _followed(known, people[rows_of(people, number)], again)
    return known if agreement(known) > agreement(better) else better


def _require(number: int | None, count: int, again: Again) -> None:
    if again.person is None or (number is not None and 1 <= number <= count):
        return
    there = "nobody was" if not count else "one was" if count == 1 else f"{count} were"
    raise RecordingUnsuitable(
        f"There is no person {again.person} in {again.path.name}: {there} found. "
        "hingecheck check-film lists them from left to right"
    )


def _searched(found: PoseTrack, again: Again) -> PoseTrack:
    """Whoever is too small or too far to be found in the whole picture."""
    people = _looked_for(found, again, _SEARCH_EVERY_S, tiled=True)
    known = evolve(found, people=people)
    number = chosen_number(known)
    if number is None:
        return found
    better = _followed(known, people[rows_of(people, number)], again)
    return better if better.seen.sum() > found.seen.sum() else found


def _enlarged(found: PoseTrack, again: Again) -> PoseTrack:
    boxes = boxes_of(found.image_px)
    seen = np.flatnonzero(np.isfinite(boxes).all(axis=1))
    if not len(seen):
        return found
    height_px = float(np.percentile(boxes[seen, 3] - boxes[seen, 1], _STANDING_PERCENTILE))
    scale = shrinks_by(found.recording.width_px, found.recording.height_px)
    if height_px / scale >= SMALL_PX or scale < _LARGER:
        return found
    return _followed(found, np.column_stack([found.time_s[seen], boxes[seen]]), again)


def _looked_for(found: PoseTrack, again: Again, every_s: float, *, tiled: bool = False) -> Floats:
    """(n, 5) everybody in one picture of each `every_s`, as `PoseTrack.people`."""
    with opened(again.path) as reader, mediapipe_crowd(model_file(Model.LITE)) as engine:
        crowd: Crowd = TiledCrowd(engine) if tiled else engine
        frames = reader.frames_between(found.start_s, found.end_s)
        rows = [
            [one.time_s, *one.image_px.min(axis=0), *one.image_px.max(axis=0)]
            for one in glimpse_everybody(frames, crowd, every_s=every_s)
        ]
    # at the track file's precision, so that a stored track is judged exactly as a fresh one
    return np.array(rows, dtype=np.float32).reshape(-1, 5).astype(np.float64)


def _followed(found: PoseTrack, own: Floats, again: Again) -> PoseTrack:
    """A second pass over the recording, around the boxes of one person."""
    size = found.recording.width_px, found.recording.height_px
    pieces = pieces_around(own, size)
    with opened(again.path) as reader:
        pace = Pace(reader.slowed)
        looks = reader.frames_between(found.start_s, found.end_s, pace)
        engine = partial(mediapipe_landmarker, model_file(again.model))
        gathered = gather(
            *looking_within(pieces, looks, engine), again.on_frame, again.jobs, pace, shrinks=False
        )
    track = assembled(gathered, found.recording, found.model, found.engine)
    return evolve(
        track,
        start_s=found.start_s,
        end_s=found.end_s,
        people=found.people,
        person=found.person,
    )
