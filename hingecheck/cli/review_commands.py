"""The commands round the review page; the work behind each loads only when it is called."""

from pathlib import Path
from typing import Any

import click

from hingecheck.cli.commands import FILE, flags, hingecheck_command

EMBED = click.option(
    "--embed", is_flag=True, help="Put the video into the page, up to 50 MB, to send one file."
)


@hingecheck_command.command()
@click.argument("track_file", type=FILE, metavar="TRACK")
@click.option("--video", type=FILE, metavar="FILE", help="The recording, if it lies elsewhere.")
@click.option("--notes", type=FILE, metavar="FILE", help="A coach's notes, saved on the page.")
@EMBED
@flags("movement", "slowmo", "output", "overwrite", "blur_faces", "quiet")
def report(track_file: Path, **given: Any) -> int:
    """Write the review page again from a stored track.

    TRACK is the track.npz of an earlier run. The pictures need the recording: it is found beside
    the track by its content, whatever its name, or named with --video.
    """
    from hingecheck.cli.reviewing import run_report  # noqa: PLC0415 - heavy

    return run_report(track_file, **given)


@hingecheck_command.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@flags("movement", "model", "output", "overwrite", "blur_faces", "quiet")
def compare(before: Path, after: Path, **given: Any) -> int:
    """Say what changed from one recording to another.

    BEFORE and AFTER are recordings or stored tracks of the same movement. Writes compare.html:
    every change with whether it is beyond measuring error, and the signals over one another.
    """
    from hingecheck.cli.comparing import run_compare  # noqa: PLC0415 - heavy

    return run_compare(before, after, **given)


@hingecheck_command.command()
@click.argument("folder", type=FILE)
def validate(folder: Path) -> int:
    """Say how often the checks agree with coaches' notes.

    Reads every *.notes.json in FOLDER and below, and prints precision and recall per check.
    """
    from hingecheck.cli.validation import run_validate  # noqa: PLC0415 - loads pydantic

    return run_validate(folder)


@hingecheck_command.command()
@click.argument("track_file", type=FILE, metavar="TRACK")
@click.option(
    "--height-cm",
    type=click.FloatRange(100, 250),
    required=True,
    metavar="CM",
    help="The lifter's height; a film alone holds no metres.",
)
@flags("output", "overwrite")
def export(track_file: Path, **given: Any) -> int:
    """Write joints and angles for OpenSim and Sports2D.

    TRACK is the track.npz of an earlier run. Writes joints.trc (metres) and angles.mot (degrees).
    """
    from hingecheck.cli.exporting import run_export  # noqa: PLC0415 - heavy

    return run_export(track_file, **given)
