"""`hingecheck progress`: a lifter's measures over the weeks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from hingecheck.analysis.progressing import follow
from hingecheck.batch.entries import find_entries
from hingecheck.domain.progress import Progress
from hingecheck.errors import InputError
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.page.progress_page import (
    course_rows,
    facts_of,
    progress_page,
    progress_table,
    title_of,
)
from hingecheck.report.printable import printable
from hingecheck.report.table import csv_text

PAGE: Final = "progress.html"
TABLE: Final = "progress.csv"


def run_progress(results: Path, **flags: Any) -> int:
    """Writes page and table and tells what changed; gives the exit code.

    Raises:
        InputError: there are no results, or none of this lifter.
        OutputError: the page cannot be written.
    """
    told = follow(find_entries(results))
    if flags["lifter"] is not None:
        told = _of(flags["lifter"], told)
    if not told:
        raise InputError(
            f"There is no report with a full rep in {printable(results)}; expected the OUT of an "
            "earlier hingecheck batch"
        )
    folder = flags["output"] or results
    with OutputFolder(folder, [PAGE, TABLE], overwrite=True) as place:
        place.staged(PAGE).write_text(progress_page(told), encoding="utf-8", newline="\n")
        place.staged(TABLE).write_text(csv_text(progress_table(told)), encoding="utf-8", newline="")
    if not flags["quiet"]:
        for progress in told:
            _tell(progress)
        for path in place.files:
            click.echo(printable(path))
    return 0


def _of(lifter: str, told: Sequence[Progress]) -> tuple[Progress, ...]:
    chosen = tuple(progress for progress in told if progress.lifter == lifter.strip("/"))
    if not chosen:
        known = ", ".join(sorted({progress.lifter or "(none)" for progress in told}))
        raise InputError(
            f"There are no results of {printable(lifter)!r}; there are some of: {printable(known)}"
        )
    return chosen


def _tell(progress: Progress) -> None:
    click.echo(f"{title_of(progress)} ({facts_of(progress)})")
    for note in progress.notes:
        click.echo(f"  Note: {printable(note)}.")
    rows = course_rows(progress)
    changed = [row for row in rows if "beyond" in row.beyond]
    for row in changed:
        click.echo(f"  {row.name}: {row.beyond} ({row.difference})")
        click.echo(f"      {row.first} first, {row.last} last")
    if len(progress.entries) == 1:
        click.echo("  One recording so far: nothing to compare it with.")
    elif not changed:
        click.echo("  Nothing changed beyond measuring error.")
    click.echo("")
