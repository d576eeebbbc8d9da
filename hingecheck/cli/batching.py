"""`hingecheck batch`: many recordings."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

import click
from attrs import evolve, frozen
from rich.console import Console

from hingecheck.batch.arrivals import Arrivals
from hingecheck.batch.clip import Clip, Done, Failed, Outcome, Wish
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.crew import Crew, OnShare
from hingecheck.batch.dask_crew import DaskCrew
from hingecheck.batch.places import is_address
from hingecheck.batch.remote_results import RemoteResults
from hingecheck.batch.results import LocalResults, Results
from hingecheck.batch.running import Inbox, Workers, outcomes
from hingecheck.batch.shelf import Shelf
from hingecheck.batch.sources import find_clips, require_clips
from hingecheck.batch.summary import PAGE, write_summary
from hingecheck.capture.shared_tracking import processors
from hingecheck.cli.batch_progress import BatchProgress, shown_batch
from hingecheck.cli.walk import asked_criteria, asked_outputs, require_one_choice
from hingecheck.domain.output import Output
from hingecheck.report.printable import printable
from hingecheck.report.table import require_parquet

SOME_FAILED: Final = 7
INTERRUPTED: Final = 130


@frozen(eq=False)
class _Plan:
    """Who looks at what, and where the results go."""

    wish: Wish
    inbox: Inbox
    jobs: int
    results: Results
    parquet: bool
    dask: str | None

    def workers(self) -> AbstractContextManager[Workers]:
        """Those of a cluster, or processes of this machine."""
        if self.dask is not None:
            return DaskCrew(self.dask, self.wish, self.results)
        return Crew[Clip, Outcome](partial(_work_on, self.wish, self.results), self.jobs)

    def summarise(self, told: Iterable[Outcome]) -> None:
        """Writes the summary."""
        write_summary(told, self.results, parquet=self.parquet)


def run_batch(sources: Sequence[str], **flags: Any) -> int:
    """Looks at all of them, writes the summary and says what happened; gives the exit code.

    Raises:
        RecordingUnreadable: there is nothing to look at.
        CriteriaError: the criteria are not valid.
        OutputError: the results cannot be written, or another batch writes there.
        MissingExtra: Parquet is asked for, and cannot be written.
    """
    aside = Console(stderr=True, highlight=False, markup=False, emoji=False)
    quiet = flags["quiet"]
    if flags["parquet"]:
        require_parquet()  # before the slow work
    plan = _plan(sources, flags)
    told: dict[Clip, Outcome] = {}
    if plan.inbox.is_open and not quiet:
        aside.print("Waiting for recordings; Ctrl-C ends it.", markup=False)
    with plan.results.alone(), shown_batch(aside, quiet=quiet) as progress:
        stopped = _work(plan, told, progress)
        plan.summarise(told.values())
    _tell(tuple(told.values()), progress.total, plan.results, stopped=stopped, quiet=quiet)
    if stopped:
        return INTERRUPTED
    return SOME_FAILED if any(isinstance(one, Failed) for one in told.values()) else 0


def _plan(sources: Sequence[str], flags: dict[str, Any]) -> _Plan:
    output, dask = flags["output"], flags["dask"]
    results: Results = RemoteResults(output) if is_address(output) else LocalResults.at(output)
    jobs = flags["jobs"] or processors()
    wish = _wish(flags)
    if flags["watch"]:
        inbox = Arrivals(sources, [output])
        return _Plan(wish, inbox, jobs, results, flags["parquet"], dask)
    clips = find_clips(sources, [output])
    require_clips(clips, sources)
    if dask is None:  # fewer recordings than processors: several look at one
        wish = evolve(wish, jobs=max(1, jobs // len(clips)))
    return _Plan(wish, Shelf(clips), min(jobs, len(clips)), results, flags["parquet"], dask)


def _work_on(wish: Wish, results: Results, clip: Clip, on_share: OnShare) -> Outcome:
    """What a process of the crew does with a recording."""
    return walk_clip(clip, wish, results, on_share)


def _wish(flags: dict[str, Any]) -> Wish:
    require_one_choice(flags)
    always = (Output.JSON, Output.TRACK)  # the summary and `progress` live on them
    chosen = asked_outputs(flags["only"], no_video=flags["no_video"])
    return Wish(
        outputs=tuple(output for output in Output if output in (*always, *chosen)),
        movement=None if flags["movement"] == "auto" else flags["movement"],
        model=flags["model"],
        criteria=asked_criteria(flags["criteria"]),
        blur_faces=flags["blur_faces"],
        region=flags["roi"],
        person=flags["person"],
    )


def _work(plan: _Plan, told: dict[Clip, Outcome], progress: BatchProgress) -> bool:
    """Fills `told`; gives whether a person stopped it."""
    try:
        with plan.workers() as workers:
            for outcome in outcomes(plan.inbox, workers, progress):
                told[outcome.clip] = outcome
                progress.done(outcome)
                if plan.inbox.is_open:  # nobody knows when the last one comes
                    plan.summarise(told.values())
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
    click.echo(printable(_short(results.told(PAGE))))


def _short(place: str) -> str:
    """A path below the current folder without it."""
    with suppress(ValueError):
        return str(Path(place).relative_to(Path.cwd()))
    return place
