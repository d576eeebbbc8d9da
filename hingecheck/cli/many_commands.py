"""The commands for many recordings; the work behind each loads only when it is called."""

from pathlib import Path
from typing import Any

import click

from hingecheck.cli.commands import FILE, OUTPUTS, flags, hingecheck_command


@hingecheck_command.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o", "--output", required=True, metavar="OUT", help="Folder, or address, for all results."
)
@flags("movement", "criteria", "model")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Recordings looked at at the same time; the results are the same.  [default: all "
    "processors]",
)
@click.option("--no-video", is_flag=True, help="Leave out the annotated videos.")
@click.option(
    "--only",
    metavar="LIST",
    help=f"Write only these, and json and track: {', '.join(OUTPUTS)}.",
)
@click.option("--parquet", is_flag=True, help="Write the tables as Parquet too (extra: parquet).")
@click.option(
    "--dask",
    metavar="ADDRESS",
    help="Send the work to the Dask cluster with this scheduler (extra: cluster).",
)
@click.option("--watch", is_flag=True, help="Go on, and take recordings as they arrive.")
@flags("roi", "person", "blur_faces", "quiet")
def batch(sources: tuple[str, ...], **given: Any) -> int:
    """Look at many recordings on all processors.

    SOURCE is a folder (with all below it), a pattern in quotes, a list (.txt, a path on each
    line) or a recording, or an address of these such as s3://bucket/season. Each recording gets
    a folder in OUT with what analyze writes; summary.html and summary.csv tell of all. Run it
    again after a stop: what is done is not done twice.
    """
    from hingecheck.cli.batching import run_batch  # noqa: PLC0415 - heavy

    return run_batch(sources, **given)


@hingecheck_command.command()
@click.argument("results", type=FILE, metavar="OUT")
@click.option("--lifter", metavar="NAME", help="Only this lifter: the name of a sub-folder.")
@click.option(
    "-o", "--output", type=FILE, metavar="DIR", help="Folder for the page; by default OUT."
)
@flags("quiet")
def progress(results: Path, **given: Any) -> int:
    """Say what changed over the weeks, per lifter.

    OUT is the folder of an earlier batch; each sub-folder in it is a lifter. Writes progress.html
    and progress.csv: every measure with its error from the first recording to the last one.
    """
    from hingecheck.cli.progressing import run_progress  # noqa: PLC0415 - loads pydantic

    return run_progress(results, **given)
