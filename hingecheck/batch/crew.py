"""Processes that work through tasks, one at a time each; one that dies takes nobody along.

The standard library's pools either hang or give up altogether when a process dies; here it is
known which task it had, the task gets a second chance, and the others never notice.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, Self, TypeVar

from attrs import define, frozen

T = TypeVar("T")
R = TypeVar("R")
# Told how much of a task is done, 0 to 1.
OnShare = Callable[[float], None]
Work = Callable[[T, OnShare], R]

# How often a process may die on a task before the task is set aside.
MOST_DEATHS: Final = 2
# After so many tasks a process makes room for a fresh one, so that no library's memory grows on.
TASKS_PER_PROCESS: Final = 50
# How long a process that is told to stop may clean up.
_GRACE_S: Final = 10.0
_TELL_EVERY_S: Final = 0.2


@frozen
class Advanced(Generic[T]):
    """A task is further than before: `share` of it is done, 0 to 1."""

    task: T
    share: float


@frozen
class Finished(Generic[T, R]):
    """A task is done."""

    task: T
    result: R


@frozen
class SetAside(Generic[T]):
    """Every process that took the task has died; `why` says of what."""

    task: T
    why: str


Event = Advanced[T] | Finished[T, R] | SetAside[T]


@define(eq=False)
class _Worker(Generic[T]):
    process: BaseProcess
    line: Connection
    task: T | None = None
    done: int = 0


class Crew(Generic[T, R]):
    """Used as `with Crew(work, 4) as crew:`; leaving the block ends every process.

    Args:
        work: what is done with a task, in another process: it, the tasks and the results must be
            picklable. What it raises ends the whole crew, so it should not.
        size: how many processes.
    """

    def __init__(self, work: Work[T, R], size: int) -> None:
        # a fresh interpreter each: a forked engine would share threads that it does not have
        self._context = multiprocessing.get_context("spawn")
        self._work = work
        self._size = size
        self._workers: list[_Worker[T]] = []
        self._retired: list[BaseProcess] = []
        self._again: deque[T] = deque()
        self._deaths: dict[T, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        processes = [*self._retired, *(worker.process for worker in self._workers)]
        for process in processes:
            process.terminate()
        end_s = time.monotonic() + _GRACE_S
        for process in processes:
            process.join(max(0.0, end_s - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()
        for worker in self._workers:
            worker.line.close()

    @property
    def has_room(self) -> bool:
        """Whether a task that is given now begins at once."""
        return self._busy + len(self._again) < self._size

    @property
    def is_busy(self) -> bool:
        """Whether a task is being worked on, or waits for its second chance."""
        return bool(self._busy or self._again)

    def give(self, task: T) -> None:
        """Hands over a task; tasks are told apart by their hash."""
        free = next((one for one in self._workers if one.task is None), None)
        worker = free or self._hired()
        worker.task = task
        try:
            worker.line.send(task)
        except OSError:  # it died while it waited; `wait` will meet its body
            return

    def wait(self, timeout_s: float | None = None) -> list[Event[T, R]]:
        """What has happened since; waits for something to happen, but no longer than told."""
        events: list[Event[T, R]] = []
        lines = {worker.line: worker for worker in self._workers}
        for line in wait(list(lines), timeout_s):
            events.extend(self._heard(lines[line]))  # type: ignore[index]  # these are our lines
        while self._again and self._busy < self._size:
            self.give(self._again.popleft())
        return events

    @property
    def _busy(self) -> int:
        return sum(worker.task is not None for worker in self._workers)

    def _hired(self) -> _Worker[T]:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(self._work, there))
        process.start()
        there.close()
        worker = _Worker[T](process, here)
        self._workers.append(worker)
        return worker

    def _heard(self, worker: _Worker[T]) -> Iterator[Event[T, R]]:
        try:
            kind, content = worker.line.recv()
        except (EOFError, OSError):
            yield from self._buried(worker)
            return
        if worker.task is None:
            return
        task = worker.task
        if kind == "share":
            yield Advanced(task, content)
            return
        worker.task = None
        worker.done += 1
        if worker.done >= TASKS_PER_PROCESS:
            worker.line.close()  # at its end the process ends by itself
            self._workers.remove(worker)
            self._retired = [one for one in self._retired if one.is_alive()] + [worker.process]
        yield Finished(task, content)

    def _buried(self, worker: _Worker[T]) -> Iterator[SetAside[T]]:
        worker.process.join()
        worker.line.close()
        self._workers.remove(worker)
        task = worker.task
        if task is None:
            return
        deaths = self._deaths.pop(task, 0) + 1
        if deaths < MOST_DEATHS:
            self._deaths[task] = deaths
            self._again.append(task)
            return
        yield SetAside(task, cause_of_death(worker.process.exitcode))


def cause_of_death(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _serve(work: Work[Any, Any], line: Connection) -> None:
    """The whole life of a process of the crew."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # through every `finally`
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        line.send(("done", work(task, _teller(line))))


def _teller(line: Connection) -> OnShare:
    last_s = 0.0

    def tell(share: float) -> None:
        nonlocal last_s
        if time.monotonic() - last_s >= _TELL_EVERY_S:
            last_s = time.monotonic()
            line.send(("share", share))

    return tell


def _leave_with_parent() -> None:
    """Ends this process soon after the one that started it, however that one ended."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_S)
    os._exit(1)
