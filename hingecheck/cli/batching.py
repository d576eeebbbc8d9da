"""`hingecheck batch`: many recordings."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import click
from attrs import evolve
from rich.console import Console

from hingecheck.batch.clip import Clip, Done, Failed, Outcome, Wish
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.crew import Crew, OnShare
from hingecheck.batch.results import LocalResults, Results
from hingecheck.batch.running import Inbox, outcomes
from hingecheck.batch.shelf import Shelf
from hingecheck.batch.sources import find_clips, require_clips
from hingecheck.batch.summary import PAGE, write_summary
from hingecheck.capture.shared_tracking import processors
from hingecheck.cli.batch_progress import BatchProgress, shown_batch
from hingecheck.cli.walk import asked_criteria, asked_outputs
from hingecheck.domain.output import Output
from hingecheck.report.printable import printable
from hingecheck.report.table import require_parquet

SOME_FAILED: Final = 7
INTERRUPTED: Final = 130


def run_batch(sources: Sequence[str], **flags: Any) -> int:
    """Looks at all of them, writes the summary and says what happened; gives the exit code.

    Raises:
        RecordingUnreadable: there is nothing to look at.
        CriteriaError: the criteria are not valid.
        OutputError: the results cannot be written, or another batch writes there.
        MissingExtra: Parquet is asked for, and cannot be written.
    """
    aside = Console(stderr=True, highlight=False)
    wish = _wish(flags)
    if flags["parquet"]:
        require_parquet()  # before the slow work
    results = LocalResults(flags["output"])
    clips = find_clips(sources, [results.root])
    require_clips(clips, sources)
    jobs = flags["jobs"] or processors()
    # fewer recordings than processors: several look at one
    wish = evolve(wish, jobs=max(1, jobs // len(clips)))
    told: list[Outcome] = []
    with results.alone(), shown_batch(aside, len(clips), quiet=flags["quiet"]) as progress:
        stopped = _work(wish, results, Shelf(clips), min(jobs, len(clips)), told, progress)
        write_summary(told, results, parquet=flags["parquet"])
    _tell(told, len(clips), results, stopped=stopped, quiet=flags["quiet"])
    if stopped:
        return INTERRUPTED
    return SOME_FAILED if any(isinstance(outcome, Failed) for outcome in told) else 0


def _work_on(wish: Wish, results: Results, clip: Clip, on_share: OnShare) -> Outcome:
    """What a process of the crew does with a recording."""
    return walk_clip(clip, wish, results, on_share)


def _wish(flags: dict[str, Any]) -> Wish:
    always = (Output.JSON, Output.TRACK)  # the summary and `progress` live on them
    chosen = asked_outputs(flags["only"], no_video=flags["no_video"])
    return Wish(
        outputs=tuple(output for output in Output if output in (*always, *chosen)),
        movement=None if flags["movement"] == "auto" else flags["movement"],
        model=flags["model"],
        criteria=asked_criteria(flags["criteria"]),
        blur_faces=flags["blur_faces"],
    )


def _work(
    wish: Wish,
    results: Results,
    inbox: Inbox,
    jobs: int,
    told: list[Outcome],
    progress: BatchProgress,
) -> bool:
    """Fills `told`; gives whether a person stopped it."""
    work = partial(_work_on, wish, results)
    try:
        with Crew[Clip, Outcome](work, jobs) as crew:
            for outcome in outcomes(inbox, crew, progress.share):
                told.append(outcome)
                progress.done(outcome)
    except KeyboardInterrupt:
        return True
    return False


def _failure(failed: Failed) -> str:
    """One line, which names the recording once."""
    named = failed.clip.name in failed.reason
    return printable(failed.reason if named else f"{failed.clip.told}: {failed.reason}")


def _tell(
    told: Sequence[Outcome], total: int, results: Results, *, stopped: bool, quiet: bool
) -> None:
    """Counts, what failed and why, and where the summary is."""
    failed = [outcome for outcome in told if isinstance(outcome, Failed)]
    for outcome in sorted(failed, key=lambda outcome: outcome.clip.told):
        click.echo(f"hingecheck: {_failure(outcome)}", err=True)
    if quiet:
        return
    done = [outcome for outcome in told if isinstance(outcome, Done)]
    kept = sum(outcome.kept for outcome in done)
    earlier = f" ({kept} of them earlier)" if kept else ""
    click.echo(f"{len(done)} of {total} recordings done{earlier}, {len(failed)} failed.")
    if stopped:
        click.echo("Stopped. What is done stays; run the same command again to go on.")
    click.echo(printable(results.told(PAGE)))
