"""The walk over one recording of many: the same files as `hingecheck analyze`, and a marker."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from attrs import evolve, frozen

from hingecheck.batch.clip import Clip, Done, Failed, Outcome, Wish
from hingecheck.batch.identity import criteria_wished, folder_name, identity_of
from hingecheck.batch.places import local_copy
from hingecheck.batch.results import Results, staged_sizes, write_marker
from hingecheck.capture.recording_date import recording_date
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import HingecheckError
from hingecheck.outputs import write_outputs
from hingecheck.pipeline import judge, track_recording
from hingecheck.report.clip_record import Filed, clip_record
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.schema.clip import ClipRecord

# Told how much of a recording is done, 0 to 1.
Share = Callable[[float], None]
T = TypeVar("T")


@frozen
class Long:
    """A recording that several machines should share: how many chunks it has."""

    chunks: int


# Makes the track of a file.
Look = Callable[[Path, Wish, Share], PoseTrack | Long]
# Landmarks take about this part of the time, drawing the rest.
_LANDMARKS: Final = 0.75


def walk_clip(clip: Clip, wish: Wish, results: Results, on_share: Share) -> Outcome:
    """Looks at a recording, unless it is done already.

    Args:
        clip: the recording.
        wish: what is to be done.
        results: where its results go.
        on_share: told how far it is.

    Returns:
        What became of it. A recording that cannot be used, and a fault of our own, is an outcome
        too: nothing that lies in one recording stops the others.
    """
    found = walk_with(_looked, clip, wish, results, on_share)
    if isinstance(found, Long):
        raise TypeError("nobody splits a recording here")
    return found


def walk_with(
    look: Look, clip: Clip, wish: Wish, results: Results, on_share: Share = lambda _: None
) -> Outcome | Long:
    """As `walk_clip`, where `look` makes the track, or says that others should share the work."""
    return attempted(clip, lambda: _walked(look, clip, wish, results, on_share))


def attempted(clip: Clip, work: Callable[[], T]) -> T | Failed:
    """The result of some work on a recording, or why there is none."""
    try:
        return work()
    except HingecheckError as error:
        return Failed(clip, without_place(clip, str(error)))
    except Exception as error:  # noqa: BLE001 - one recording must not stop the rest of them
        return Failed(clip, own_fault(error))


def without_place(clip: Clip, reason: str) -> str:
    """The reason without the folder, which is nobody's business who reads the summary."""
    return reason.replace(clip.place, clip.told)


def own_fault(error: BaseException) -> str:
    """A fault of the program itself in a line that can be reported."""
    return (
        f"hingecheck itself failed here ({type(error).__name__}: {error}); please report it. "
        "The other recordings are not concerned"
    )


def _walked(look: Look, clip: Clip, wish: Wish, results: Results, on_share: Share) -> Done | Long:
    with local_copy(clip) as path:
        identity = identity_of(clip, path, wish)
        name = folder_name(clip, identity)
        kept = results.kept(name, identity, wish.outputs)
        if kept is not None:
            return Done(clip, kept, kept=True)
        asked = tuple(output.file_name for output in wish.outputs)
        filed = Filed(name, clip.lifter, identity, recording_date(path), asked)
        with results.publishing(name) as place:
            found = look(path, wish, on_share)
            if isinstance(found, Long):
                return found
            found = evolve(found, blur_faces=wish.blur_faces)
            return Done(clip, finish_clip(path, found, wish, filed, place, on_share))


def _looked(path: Path, wish: Wish, on_share: Share) -> PoseTrack:
    return track_recording(
        path,
        model=wish.model,
        jobs=wish.jobs,
        region=wish.region,
        person=wish.person,
        on_progress=lambda done, of: on_share(_LANDMARKS * _part(done, of)),
    )


def finish_clip(
    path: Path, found: PoseTrack, wish: Wish, filed: Filed, place: OutputFolder, on_share: Share
) -> ClipRecord:
    """The quick half: judges a track, writes the files and, as the last one, the marker.

    Args:
        path: the recording.
        found: its track.
        wish: what is to be done.
        filed: where the results belong.
        place: takes them in.
        on_share: told how far it is.

    Raises:
        HingecheckError: as `judge` and `write_outputs`.
    """
    analysis = judge(found, movement=wish.movement, criteria=criteria_wished(wish))
    targets = [(output, place.staged(output.file_name)) for output in wish.outputs]
    drawing = 1.0 - _LANDMARKS
    write_outputs(
        analysis,
        found,
        path,
        targets,
        lambda done, of: on_share(_LANDMARKS + drawing * _part(done, of)),
    )
    record = clip_record(analysis, filed, staged_sizes(place, wish.outputs))
    write_marker(place, record)
    return record


def _part(done: int, of: int | None) -> float:
    return min(1.0, done / of) if of else 0.0
