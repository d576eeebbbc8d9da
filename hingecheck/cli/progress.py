"""How far a run is, on standard error: a bar on a terminal, a few plain lines in a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from hingecheck.pipeline import Progress as OnProgress

# In a log, one line per step of this many seconds.
LOG_EVERY_S = 10.0


class _Speed(ProgressColumn):
    """Frames per second, as far as measured."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.0f} frames/s", style="progress.data.speed")


@contextmanager
def shown_progress(console: Console, what: str, *, quiet: bool) -> Iterator[OnProgress]:
    """Gives a function to call after every frame, and shows what it is told."""
    if quiet:
        yield lambda _done, _expected: None
    elif console.is_terminal:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TaskProgressColumn(),
            _Speed(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, expected: bar.update(task, completed=done, total=expected)
    else:
        yield _log_lines(console, what)


def _log_lines(console: Console, what: str) -> OnProgress:
    last = time.monotonic()

    def tell(done: int, expected: int | None) -> None:
        nonlocal last
        if time.monotonic() - last >= LOG_EVERY_S:
            last = time.monotonic()
            of = "" if expected is None else f" of about {expected}"
            console.print(f"{what}: {done}{of} frames")

    return tell
