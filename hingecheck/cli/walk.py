"""The commands that walk: analyze, track, judge."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from attrs import evolve, frozen
from rich.console import Console

from hingecheck.analysis.criteria import Criteria, criteria_of
from hingecheck.analysis.profiles import PROFILES
from hingecheck.capture.criteria_file import read_criteria_file
from hingecheck.capture.track_file import load_track
from hingecheck.cli.face_rules import require_no_faces
from hingecheck.cli.prescribing import prescription
from hingecheck.cli.progress import shown_progress
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.outputs import write_outputs
from hingecheck.pipeline import judge, track_recording
from hingecheck.report.json_report import report_json
from hingecheck.report.output_folder import OutputFolder, chosen_folder
from hingecheck.report.page.review_page import embedding_note
from hingecheck.report.printable import printable
from hingecheck.report.telling import PageWishes
from hingecheck.report.terminal import print_summary

LANDMARKS = "Looking at every frame"
DRAWING = "Drawing the video"


@frozen
class _Voice:
    """Where words go: results to standard output, everything else to standard error."""

    result: Console
    aside: Console
    quiet: bool
    verbose: bool

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Says how long a step took, if that was asked for."""
        start = time.monotonic()
        yield
        if self.verbose:
            self.aside.print(f"{step}: {time.monotonic() - start:.1f} s")


def run_analyze(recording: Path, **flags: Any) -> int:
    """`hingecheck analyze`; gives the exit code."""
    voice = _voice(flags)
    outputs = asked_outputs(flags["only"], no_video=flags["no_video"])
    if flags["json_to"] and flags["output"] is None:
        analysis, _ = _seen(recording, flags, voice)
        click.echo(report_json(analysis), nl=False)
        return 0
    folder, note = chosen_folder(recording, flags["output"])
    if note:
        voice.aside.print(note)
    names = [output.file_name for output in outputs]
    if flags["blur_faces"]:
        require_no_faces(folder, names)
    with OutputFolder(folder, names, overwrite=flags["overwrite"], inputs=[recording]) as place:
        analysis, found = _seen(recording, flags, voice)
        targets = [(output, place.staged(output.file_name)) for output in outputs]
        with voice.timed("Outputs"), shown_progress(voice.aside, DRAWING, quiet=voice.quiet) as on:
            write_outputs(analysis, found, recording, targets, on, _wishes(folder, flags))
    if flags["embed"] and (note := embedding_note(folder / Output.VIDEO.file_name)):
        voice.aside.print(note, markup=False)
    _tell(analysis, place.files, flags, voice)
    return 0


def _wishes(folder: Path, flags: dict[str, Any]) -> PageWishes:
    """A page that is written alone shows the video of an earlier run."""
    earlier = folder / Output.VIDEO.file_name
    return PageWishes(earlier if earlier.is_file() else None, flags["embed"])


def run_track(recording: Path, **flags: Any) -> int:
    """`hingecheck track`; gives the exit code."""
    voice = _voice(flags)
    folder, note = chosen_folder(recording, flags["output"])
    if note:
        voice.aside.print(note)
    name = Output.TRACK.file_name
    with OutputFolder(folder, [name], overwrite=flags["overwrite"], inputs=[recording]) as place:
        found = _tracked(recording, flags, voice)
        analysis = judge(found)
        write_outputs(analysis, found, None, [(Output.TRACK, place.staged(name))])
    if not voice.quiet:
        for path in place.files:
            click.echo(printable(path))
    return 0


def run_judge(track_file: Path, **flags: Any) -> int:
    """`hingecheck judge`; gives the exit code."""
    voice = _voice(flags | {"verbose": False})
    plan = prescription(flags)
    found = load_track(track_file)
    analysis = judge(
        found,
        movement=_movement(flags),
        criteria=_criteria(flags),
        prescription=plan,
        slowmo=flags["slowmo"],
    )
    if flags["json_to"] and flags["output"] is None:
        click.echo(report_json(analysis), nl=False)
        return 0
    outputs = (Output.JSON, Output.CSV)
    names = [output.file_name for output in outputs]
    folder = flags["output"] or track_file.parent
    with OutputFolder(folder, names, overwrite=flags["overwrite"], inputs=[track_file]) as place:
        targets = [(output, place.staged(output.file_name)) for output in outputs]
        write_outputs(analysis, found, None, targets)
    _tell(analysis, place.files, flags, voice)
    return 0


def _voice(flags: dict[str, Any]) -> _Voice:
    to_stderr = bool(flags.get("json_to"))
    return _Voice(
        result=Console(stderr=to_stderr, highlight=False, markup=False, emoji=False),
        aside=Console(stderr=True, highlight=False, markup=False, emoji=False),
        quiet=flags["quiet"],
        verbose=flags["verbose"],
    )


def _movement(flags: dict[str, Any]) -> str | None:
    return None if flags["movement"] == "auto" else str(flags["movement"])


def asked_criteria(asked: str | None) -> tuple[Mapping[str, object], str] | None:
    """What `--criteria` names, as content and name: a built-in profile or a file.

    Returns:
        None where nothing is asked for.

    Raises:
        CriteriaError: the file cannot be read, or what is in it is not valid.
    """
    if asked is None:
        return None
    if asked in PROFILES:
        return {"profile": asked}, f"profile {asked}"
    path = Path(asked)
    told = read_criteria_file(path), path.name
    criteria_of(*told)  # a slip in the file is told at once
    return told


def _criteria(flags: dict[str, Any]) -> Criteria | None:
    asked = asked_criteria(flags["criteria"])
    return None if asked is None else criteria_of(*asked)


def _seen(recording: Path, flags: dict[str, Any], voice: _Voice) -> tuple[Analysis, PoseTrack]:
    # before the slow work: a slip is told at once
    criteria, plan = _criteria(flags), prescription(flags)
    found = evolve(_tracked(recording, flags, voice), blur_faces=flags["blur_faces"])
    with voice.timed("Judging"):
        analysis = judge(
            found,
            movement=_movement(flags),
            criteria=criteria,
            prescription=plan,
            slowmo=flags["slowmo"],
        )
    if voice.verbose:
        voice.aside.print(", ".join(" ".join(pair) for pair in analysis.versions))
    return analysis, found


def _tracked(recording: Path, flags: dict[str, Any], voice: _Voice) -> PoseTrack:
    require_stretch(flags)
    require_one_choice(flags)
    with voice.timed("Landmarks"), shown_progress(voice.aside, LANDMARKS, quiet=voice.quiet) as on:
        return track_recording(
            recording,
            model=flags["model"],
            start_s=flags["start"],
            end_s=flags["end"],
            jobs=flags["jobs"],
            region=flags["roi"],
            person=flags["person"],
            on_progress=on,
        )


def require_stretch(flags: dict[str, Any]) -> None:
    """Refuses a stretch that ends before it begins.

    Raises:
        click.BadParameter: so it is.
    """
    if None not in (flags["start"], flags["end"]) and flags["start"] >= flags["end"]:
        raise click.BadParameter("--end must be later than --start")


def require_one_choice(flags: dict[str, Any]) -> None:
    """Refuses a part of the picture together with a person's number.

    Raises:
        click.BadParameter: so it is.
    """
    if None not in (flags["roi"], flags["person"]):
        raise click.BadParameter("--roi and --person both say who is measured; give one of them")


def asked_outputs(only: str | None, *, no_video: bool) -> tuple[Output, ...]:
    """The outputs asked for, in the order of the enumeration.

    Raises:
        click.BadParameter: one is unknown, or none is left.
    """
    names = {name.strip() for name in only.split(",")} if only else {*Output}
    unknown = sorted(names - {*Output})
    if unknown:
        known = ", ".join(Output)
        raise click.BadParameter(f"there is no output {unknown[0]!r}; choose from {known}")
    chosen = tuple(
        output for output in Output if output in names and not (no_video and output == "video")
    )
    if not chosen:
        raise click.BadParameter("--only video with --no-video leaves nothing to write")
    return chosen


def _tell(analysis: Analysis, files: Sequence[Path], flags: dict[str, Any], voice: _Voice) -> None:
    if flags["json_to"]:
        click.echo(report_json(analysis), nl=False)
    if not voice.quiet:
        print_summary(voice.result, analysis, files)
