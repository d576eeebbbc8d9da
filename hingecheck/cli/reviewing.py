"""`hingecheck report`: the review page again, from a stored track."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from attrs import evolve
from rich.console import Console

from hingecheck.capture.recording_search import find_recording, require_recording
from hingecheck.capture.track_file import load_track
from hingecheck.cli.face_rules import require_no_faces
from hingecheck.cli.progress import shown_progress
from hingecheck.domain.notes import Notes
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import InputError
from hingecheck.outputs import write_outputs
from hingecheck.pipeline import judge
from hingecheck.report.notes_file import load_notes
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.page.review_page import embedding_note
from hingecheck.report.printable import printable
from hingecheck.report.telling import PageWishes

LOOKING = "Taking pictures"


def run_report(track_file: Path, **flags: Any) -> int:
    """Writes the page, its captions and, where the recording is found, its pictures and video."""
    stored = load_track(track_file)
    found = evolve(stored, blur_faces=stored.blur_faces or flags["blur_faces"])
    analysis = judge(found, movement=_movement(flags), slowmo=flags["slowmo"])
    notes = _notes(flags["notes"], found)
    folder = flags["output"] or track_file.parent
    recording = _recording(flags["video"], found, track_file, folder)
    aside = Console(stderr=True, highlight=False, markup=False, emoji=False, quiet=flags["quiet"])
    if recording is None:
        _say_missing(aside, found)
    # a video that was drawn before faces were to be hidden shows them
    trusted = not found.blur_faces or (stored.blur_faces and folder == track_file.parent)
    video = _video_in(folder) if trusted else None
    outputs = _outputs(recording, video)
    names = [output.file_name for output in outputs]
    if not trusted:
        require_no_faces(folder, names)
    inputs = [path for path in (track_file, recording, flags["notes"]) if path is not None]
    with OutputFolder(folder, names, overwrite=flags["overwrite"], inputs=inputs) as place:
        targets = [(output, place.staged(output.file_name)) for output in outputs]
        wishes = PageWishes(video, flags["embed"], notes)
        with shown_progress(aside, LOOKING, quiet=flags["quiet"]) as on_progress:
            write_outputs(analysis, found, recording, targets, on_progress, wishes)
    _tell(place.files, flags, aside, folder)
    return 0


def _movement(flags: dict[str, Any]) -> str | None:
    return None if flags["movement"] == "auto" else str(flags["movement"])


def _tell(files: Sequence[Path], flags: dict[str, Any], aside: Console, folder: Path) -> None:
    if flags["embed"] and (note := embedding_note(_video_in(folder))):
        aside.print(note, markup=False)
    if not flags["quiet"]:
        for path in files:
            click.echo(printable(path))


def _say_missing(aside: Console, found: PoseTrack) -> None:
    aside.print(
        f"The recording {printable(found.recording.name)} was not found, so the page has no "
        "pictures. Name it with --video",
        markup=False,
    )


def _outputs(recording: Path | None, video: Path | None) -> tuple[Output, ...]:
    """The video is drawn only where there is none yet."""
    outputs = [Output.PAGE, Output.VTT, Output.SRT]
    if recording is not None:
        outputs += [Output.KINOGRAM, Output.SLOW] + ([] if video else [Output.VIDEO])
    return tuple(outputs)


def _video_in(folder: Path) -> Path | None:
    video: Path = folder / Output.VIDEO.file_name
    return video if video.is_file() else None


def _recording(named: Path | None, found: PoseTrack, track_file: Path, folder: Path) -> Path | None:
    if named is not None:
        return require_recording(found.recording, named)
    near = (track_file.absolute().parent, track_file.absolute().parent.parent, folder.absolute())
    return find_recording(found.recording, [place for place in near if place.is_dir()])


def _notes(path: Path | None, found: PoseTrack) -> Notes | None:
    if path is None:
        return None
    notes = load_notes(path)
    if notes.sha256 != found.recording.sha256:
        raise InputError(
            f"{path.name} holds notes on another recording ({printable(notes.name)}); expected "
            f"notes on {printable(found.recording.name)}"
        )
    return notes
