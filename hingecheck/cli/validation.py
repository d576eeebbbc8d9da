"""`hingecheck validate`: coaches' notes against the checks' own verdicts."""

from pathlib import Path
from typing import Final

import click

from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.validating import score_checks
from hingecheck.domain.check_score import CheckScore
from hingecheck.domain.finding import Verdict
from hingecheck.errors import InputError
from hingecheck.report.notes_file import load_notes

# A browser that saves twice writes "swing.notes (1).json".
_PATTERN: Final = "*.notes*.json"
_KEY: Final = (
    "Precision: of the reps called a fault, those where the coach sees it. Recall: of the measured "
    "reps where the coach sees it, those called a fault. A borderline is neither right nor wrong; "
    "it is listed as seen / not seen."
)


def run_validate(folder: Path) -> int:
    """Prints the table; gives the exit code.

    Raises:
        InputError: no folder, no notes in it, or a file that is no notes file.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder; expected one with *.notes.json files")
    paths = sorted(folder.rglob(_PATTERN), key=lambda path: (path.stat().st_mtime, path.name))
    if not paths:
        raise InputError(
            f"There are no *.notes.json files in {folder}. Save some on the review page"
        )
    notes = [load_notes(path) for path in paths]
    scores = score_checks(notes)
    recordings = len({of.sha256 for of in notes})
    click.echo(f"{_counted(len(paths), 'notes file')} on {_counted(recordings, 'recording')}")
    if not scores:
        click.echo("Nobody has confirmed or dismissed anything yet.")
        return 0
    names = {fault.code: fault.name for fault in FAULTS}
    width = max(len(names.get(score.code, score.code)) for score in scores)
    click.echo(f"\n{'check':{width}}  {'precision':16}  {'recall':16}  borderline  not measurable")
    for score in scores:
        click.echo(_line(score, names.get(score.code, score.code), width))
    click.echo(f"\n{_KEY}")
    return 0


def _line(score: CheckScore, name: str, width: int) -> str:
    borderline, unseen = (
        f"{score.there[verdict]} / {score.absent[verdict]}"
        for verdict in (Verdict.BORDERLINE, Verdict.NOT_MEASURABLE)
    )
    shares = f"{_share(*score.precision):16}  {_share(*score.recall):16}"
    return f"{name:{width}}  {shares}  {borderline:10}  {unseen}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.0%})" if whole else "none yet"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
