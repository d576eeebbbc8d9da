"""How far a batch is, on standard error: one bar for the whole, or a few plain lines in a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from hingecheck.batch.clip import Clip, Failed, Outcome
from hingecheck.report.printable import printable

# In a log, one line per this many seconds.
LOG_EVERY_S: Final = 30.0
_NAME_CHARS: Final = 24


class BatchProgress:
    """Counts what is done and how far the others are.

    Args:
        bar: shows it; None = nothing is shown.
        log: gets a line now and then; None = none.
    """

    def __init__(self, bar: Progress | None, log: Console | None) -> None:
        self._bar = bar
        self._log = log
        self._total = 0
        self._done = 0
        self._failed = 0
        self._shares: dict[Clip, float] = {}
        self._task = None if bar is None else bar.add_task("", total=None, now="", done="")
        self._last_s = time.monotonic()

    @property
    def total(self) -> int:
        """How many recordings are known of."""
        return self._total

    def share(self, clip: Clip, share: float) -> None:
        """A recording is being looked at; `share` of it is done, 0 to 1."""
        self._shares[clip] = share
        self._show(clip.told)

    def done(self, outcome: Outcome) -> None:
        """A recording is done, or has failed."""
        self._shares.pop(outcome.clip, None)
        self._done += 1
        self._failed += isinstance(outcome, Failed)
        self._show(outcome.clip.told)

    def arrived(self, count: int) -> None:
        """So many more recordings have come."""
        self._total += count
        self._show("")

    def _show(self, now: str) -> None:
        failed = f", {self._failed} failed" if self._failed else ""
        if self._bar is not None and self._task is not None:
            completed = self._done + sum(self._shares.values())
            self._bar.update(
                self._task,
                completed=completed,
                total=self._total,
                done=f"{self._done}/{self._total}{failed}",
                now=printable(now)[:_NAME_CHARS],
            )
        elif self._log is not None and time.monotonic() - self._last_s >= LOG_EVERY_S:
            self._last_s = time.monotonic()
            self._log.print(f"{self._done} of {self._total} recordings done{failed}", markup=False)


@contextmanager
def shown_batch(console: Console, *, quiet: bool) -> Iterator[BatchProgress]:
    """Shows how far a batch is while the block runs."""
    if quiet or not console.is_terminal:
        yield BatchProgress(None, None if quiet else console)
        return
    columns = (
        BarColumn(bar_width=20),
        TextColumn("{task.fields[done]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[now]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield BatchProgress(bar, None)
