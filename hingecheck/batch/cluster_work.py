"""What a Dask worker does: a whole recording, a part of a long one, or what comes after it."""

import threading
from functools import partial
from pathlib import Path
from typing import Final

from hingecheck.batch.clip import Clip, Failed, Outcome, Wish
from hingecheck.batch.clip_walk import Long, Share, attempted, walk_with
from hingecheck.batch.places import local_copy
from hingecheck.batch.results import Results
from hingecheck.capture.model_file import chosen_model
from hingecheck.capture.second_look import Again, look_again
from hingecheck.capture.stick_looking import look_for_stick
from hingecheck.capture.track_parts import Part, Stretch, chunks_of, joined, look_at
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import track_recording

# Engines quiet the whole process while they start, and a worker is sized for one recording.
_ONE_AT_A_TIME: Final = threading.Lock()


def work_whole(clip: Clip, wish: Wish, results: Results, most_chunks: int) -> Outcome | Long:
    """The whole walk; a recording of more chunks than `most_chunks` is left to several workers."""
    with _ONE_AT_A_TIME:
        return walk_with(partial(_looked, most_chunks), clip, wish, results)


def work_part(clip: Clip, wish: Wish, stretch: Stretch) -> Part | Failed:
    """The slow half of one stretch of a long recording."""
    with _ONE_AT_A_TIME:
        return attempted(clip, lambda: _part(clip, wish, stretch))


def work_rest(clip: Clip, wish: Wish, results: Results, *parts: Part | Failed) -> Outcome | Long:
    """The quick half of a long recording, from all its parts in order."""
    whole = [part for part in parts if isinstance(part, Part)]
    failed = [part for part in parts if isinstance(part, Failed)]
    if failed:
        return failed[0]
    with _ONE_AT_A_TIME:
        return walk_with(partial(_joined, whole), clip, wish, results)


def _looked(most_chunks: int, path: Path, wish: Wish, on_share: Share) -> PoseTrack | Long:
    del on_share  # nobody listens
    chunks = chunks_of(path)
    if chunks > most_chunks and wish.region is None:
        return Long(chunks)
    return track_recording(
        path, model=wish.model, jobs=wish.jobs, region=wish.region, person=wish.person
    )


def _part(clip: Clip, wish: Wish, stretch: Stretch) -> Part:
    with local_copy(clip) as path:
        return look_at(path, stretch, chosen_model(wish.model))


def _joined(parts: list[Part], path: Path, wish: Wish, on_share: Share) -> PoseTrack:
    del on_share
    model = chosen_model(wish.model)
    found = look_again(joined(parts, model), Again(path, model, wish.person, wish.jobs))
    return look_for_stick(found, path)
