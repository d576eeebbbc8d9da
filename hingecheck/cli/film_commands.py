"""The command that looks at a film before anything is judged."""

from pathlib import Path
from typing import Any

import click

from hingecheck.cli.commands import FILE, flags, hingecheck_command


@hingecheck_command.command("check-film")
@click.argument("film", type=FILE, metavar="FILM")
@click.option("--quick", is_flag=True, help="Look only at the first ten seconds.")
@click.option(
    "--json",
    "json_to",
    type=click.Choice(["-"]),
    help="Print the film's part of the report as JSON to standard output.",
)
@flags("movement", "model", "start", "end", "roi", "person", "slowmo", "jobs", "quiet")
def check_film(film: Path, **given: Any) -> int:
    """Say what a film allows, and how to film the next one.

    FILM is a recording or the track.npz of an earlier run. Says where the phone stood, what is out
    of the picture, light, blur, stillness, frame rate and slow motion, and which checks can be
    made. Writes no file.
    """
    from hingecheck.cli.film_checking import run_check_film  # noqa: PLC0415 - heavy

    return run_check_film(film, **given)
