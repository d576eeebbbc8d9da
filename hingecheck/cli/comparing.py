"""`hingecheck compare`: two recordings, or tracks, of the same movement."""

from pathlib import Path
from typing import Any, Final

import click
from attrs import evolve
from rich.console import Console

from hingecheck.analysis.comparing import compare
from hingecheck.capture.recording_search import find_recording
from hingecheck.capture.track_file import load_track
from hingecheck.cli.progress import shown_progress
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.comparison import Comparison
from hingecheck.domain.movement import MOVEMENT_WORDS
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import RecordingUnsuitable
from hingecheck.outputs import taken_stills
from hingecheck.pipeline import judge, track_recording
from hingecheck.report.aligned_video import aligned_stills, write_aligned_video
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.page.compare_page import (
    Recorded,
    change_rows,
    compare_page,
    compare_stills,
)
from hingecheck.report.printable import printable

PAGE: Final = "compare.html"
VIDEO: Final = "compare.mp4"
_FOLDER: Final = Path("compare.hingecheck")
_TRACK_SUFFIX: Final = ".npz"


def run_compare(before: Path, after: Path, **flags: Any) -> int:
    """Writes the page and prints the changes; gives the exit code.

    Raises:
        RecordingUnsuitable: the two are different movements, or one has no full rep.
    """
    aside = Console(stderr=True, highlight=False, markup=False, emoji=False)
    folder = flags["output"] or _FOLDER
    inputs = [before, after]
    with OutputFolder(folder, [PAGE, VIDEO], overwrite=flags["overwrite"], inputs=inputs) as place:
        sides = [_seen(path, flags, aside) for path in inputs]
        _require_same(*(analysis for analysis, _, _ in sides))
        comparison = compare(sides[0][0], sides[1][0])
        recorded = [_pictured(*side, comparison) for side in sides]
        pairs = [(side.analysis, side.pictures) for side in recorded]
        moving = write_aligned_video(pairs, comparison.phases, place.staged(VIDEO))
        page = compare_page(comparison, recorded[0], recorded[1], VIDEO if moving else None)
        place.staged(PAGE).write_text(page, encoding="utf-8", newline="\n")
    if not flags["quiet"]:
        _tell(comparison)
        click.echo("")
        for path in place.files:
            click.echo(printable(path))
    return 0


def _seen(
    path: Path, flags: dict[str, Any], aside: Console
) -> tuple[Analysis, PoseTrack, Path | None]:
    """The analysis of a recording or a track, the track, and where the recording is."""
    movement = None if flags["movement"] == "auto" else str(flags["movement"])
    if path.suffix == _TRACK_SUFFIX:
        found = load_track(path)
        recording = _beside(found, path)
    else:
        recording = path
        name = f"Looking at {printable(path.name)}"
        with shown_progress(aside, name, quiet=flags["quiet"]) as on_progress:
            found = track_recording(path, model=flags["model"], on_progress=on_progress)
    found = evolve(found, blur_faces=found.blur_faces or flags["blur_faces"])
    return judge(found, movement=movement), found, recording


def _beside(found: PoseTrack, path: Path) -> Path | None:
    folder = path.absolute().parent
    return find_recording(found.recording, [folder, folder.parent])


def _require_same(before: Analysis, after: Analysis) -> None:
    kinds = before.movement.movement, after.movement.movement
    if kinds[0] is not kinds[1]:
        raise RecordingUnsuitable(
            f"{printable(before.recording.name)} is a {MOVEMENT_WORDS[kinds[0]]}, "
            f"{printable(after.recording.name)} a {MOVEMENT_WORDS[kinds[1]]}; expected the same "
            "movement. If they are, say which with --movement"
        )
    for analysis in (before, after):
        if not analysis.full_reps:
            raise RecordingUnsuitable(
                f"{printable(analysis.recording.name)} has no full rep to compare. Film from "
                "before the first rep until after the last one"
            )


def _pictured(
    analysis: Analysis, found: PoseTrack, recording: Path | None, comparison: Comparison
) -> Recorded:
    wanted = {*compare_stills(analysis).values(), *aligned_stills(analysis, comparison.phases)}
    return Recorded(
        analysis, {} if recording is None else taken_stills(analysis, found, recording, wanted)
    )


def _tell(comparison: Comparison) -> None:
    for note in comparison.notes:
        click.echo(f"Note: {note}.")
    for row in change_rows(comparison):
        change = f" ({row.difference})" if row.difference else ""
        click.echo(f"{row.name}: {row.beyond}{change}\n    {row.before} before, {row.after} after")
