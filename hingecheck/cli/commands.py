"""The commands and their arguments; the work behind each loads only when it is called."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from hingecheck.domain.region import MIN_SIDE_PX, Region

MOVEMENTS = ("auto", "hinge", "deadlift", "rdl", "swing")
MODELS = ("lite", "full", "heavy")
OUTPUTS = ("json", "page", "video", "vtt", "srt", "kinogram", "slow", "csv", "track")

# The commands check their files themselves: click's own words name no remedy.
FILE = click.Path(path_type=Path)


def _region(
    _context: click.Context, _parameter: click.Parameter, asked: str | None
) -> Region | None:
    if asked is None:
        return None
    try:
        left, top, width, height = (int(part) for part in asked.split(","))
        return Region(left, top, width, height)
    except ValueError as cause:
        raise click.BadParameter(
            f"{asked!r} is no part of the picture; give left, top, width and height in pixels, at "
            f"least {MIN_SIDE_PX} wide and high, as in 0,0,540,960"
        ) from cause


_FLAGS: dict[str, Callable[..., Any]] = {
    "movement": click.option(
        "--movement",
        type=click.Choice(MOVEMENTS),
        default="auto",
        show_default=True,
        help="Which movement it is; auto tells a swing from a slow lift.",
    ),
    "model": click.option(
        "--model",
        type=click.Choice(MODELS),
        envvar="HINGECHECK_MODEL",
        show_envvar=True,
        help="Size of the pose model: lite is quicker, heavy slower.  [default: full]",
    ),
    "criteria": click.option(
        "--criteria",
        metavar="FILE",
        help="Your own limits and words (TOML), or a built-in profile: hardstyle, overhead.",
    ),
    "expect": click.option(
        "--expect",
        metavar="SETSxREPS",
        help="What was asked for, as in 3x10 or 3x8-10; compared with what was done.",
    ),
    "rest": click.option(
        "--rest",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Rest between the sets that was asked for; goes with --expect.",
    ),
    "output": click.option(
        "-o",
        "--output",
        type=FILE,
        metavar="DIR",
        help="Folder for the results; by default NAME.hingecheck beside the recording.",
    ),
    "overwrite": click.option(
        "--overwrite", is_flag=True, help="Replace results of an earlier run."
    ),
    "start": click.option(
        "--start", type=click.FloatRange(min=0), metavar="SECONDS", help="Look only from here on."
    ),
    "end": click.option(
        "--end", type=click.FloatRange(min=0), metavar="SECONDS", help="Look only up to here."
    ),
    "slowmo": click.option(
        "--slowmo",
        type=click.FloatRange(0.1, 100),
        metavar="N",
        help="The film runs N times slower than you moved.  [default: as the file says]",
    ),
    "json": click.option(
        "--json",
        "json_to",
        type=click.Choice(["-"]),
        help="Print the JSON report to standard output; writes files only with -o.",
    ),
    "jobs": click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Threads that share a long recording; the results are the same.  [default: all "
        "processors]",
    ),
    "roi": click.option(
        "--roi",
        metavar="X,Y,W,H",
        callback=_region,
        help="Look only at this part of the picture: left, top, width, height in pixels.",
    ),
    "person": click.option(
        "--person",
        type=click.IntRange(min=1),
        metavar="N",
        help="Who of several people is measured, counted from the left; check-film lists them.",
    ),
    "blur_faces": click.option(
        "--blur-faces",
        is_flag=True,
        help="Hide faces in every picture and video that is written, to share them.",
    ),
    "quiet": click.option("-q", "--quiet", is_flag=True, help="Say nothing unless it fails."),
    "verbose": click.option(
        "-v", "--verbose", is_flag=True, help="Also say versions and how long each step took."
    ),
}


def flags(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of these names, as one decorator."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names):
            function = _FLAGS[name](function)
        return function

    return decorate


def _say_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from hingecheck.cli.doctor import version_lines  # noqa: PLC0415 - loads the models' sums

        click.echo("\n".join(version_lines()))
        context.exit()


@click.group(
    # \b keeps click from running the lines together
    epilog="\b\nhingecheck analyze swing.mp4   reps, faults, an annotated video, a report\n"
    "hingecheck explain             what is checked, and against which limits",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Versions of hingecheck, its engines and its pose models.",
)
def hingecheck_command() -> None:
    """Check your hip hinge in a phone recording, on your own machine."""


@hingecheck_command.command()
@click.argument("recording", type=FILE)
@flags("movement", "criteria", "expect", "rest", "model", "output", "overwrite", "start", "end")
@flags("roi", "person", "slowmo", "jobs", "json", "blur_faces", "quiet", "verbose")
@click.option("--no-video", is_flag=True, help="Leave out the annotated video.")
@click.option(
    "--embed", is_flag=True, help="Put the video into the page, up to 50 MB, to send one file."
)
@click.option(
    "--only",
    metavar="LIST",
    help=f"Write only these, separated by commas: {', '.join(OUTPUTS)}.",
)
def analyze(recording: Path, **given: Any) -> int:
    """Count reps, flag faults, write a report and a video.

    Looks at every frame of RECORDING, which is only read. The results go into a folder beside it.
    """
    from hingecheck.cli.walk import run_analyze  # noqa: PLC0415 - heavy

    return run_analyze(recording, **given)


@hingecheck_command.command()
@click.argument("recording", type=FILE)
@flags("model", "output", "overwrite", "start", "end", "roi", "person", "jobs")
@flags("quiet", "verbose")
def track(recording: Path, **given: Any) -> int:
    """Only extract the landmarks, to judge them later.

    Writes track.npz into the folder of RECORDING's results.
    """
    from hingecheck.cli.walk import run_track  # noqa: PLC0415 - heavy

    return run_track(recording, **given)


@hingecheck_command.command()
@click.argument("track_file", type=FILE, metavar="TRACK")
@flags("movement", "criteria", "slowmo", "expect", "rest", "output", "overwrite", "json", "quiet")
def judge(track_file: Path, **given: Any) -> int:
    """Judge a stored track again, without the video.

    TRACK is the track.npz of an earlier run.
    Writes report.json and signals.csv into the track's folder.
    """
    from hingecheck.cli.walk import run_judge  # noqa: PLC0415 - heavy

    return run_judge(track_file, **given)


@hingecheck_command.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what is checked, or all about one check (CODE)."""
    from hingecheck.cli.explaining import explanation  # noqa: PLC0415 - loads the checks

    click.echo(explanation(code))


@hingecheck_command.command()
def schema() -> None:
    """Print the JSON Schema of report.json."""
    import json  # noqa: PLC0415 - with the next line

    from hingecheck.report.json_report import report_schema  # noqa: PLC0415 - loads pydantic

    click.echo(json.dumps(report_schema(), indent=2))


@hingecheck_command.command()
def doctor() -> int:
    """Check that everything is installed and works."""
    from hingecheck.cli.doctor import examine  # noqa: PLC0415 - heavy

    return examine()
