"""Steps that run at the same time: each in a thread of its own, every item in its turn.

Decoders, OpenCV and encoders work outside Python, so that threads keep all processors busy. What
comes out does not depend on them.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from threading import Thread
from typing import Any, TypeVar

Item = TypeVar("Item")

# So many items wait between two steps: enough for a step that is slow now and then.
_WAITING = 6
_END: Any = object()


@contextmanager
def made_ahead(items: Iterator[Item]) -> Iterator[Iterator[Item]]:
    """The same items in the same order, the next ones being made while one is used.

    Leaving the block waits until nothing is being made. Errors come where their item would have.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        yield _handed_on(items, pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _handed_on(items: Iterator[Item], pool: ThreadPoolExecutor) -> Iterator[Item]:
    waiting = deque(pool.submit(next, items, _END) for _ in range(_WAITING))
    while (item := waiting.popleft().result()) is not _END:
        waiting.append(pool.submit(next, items, _END))
        yield item


@contextmanager
def done_behind() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Gives a function that has work done later, in turn, while the caller goes on.

    It waits while too much is left to do, and raises what earlier work has raised; so does leaving
    the block, which waits for everything, unless an error leaves it.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    waiting: deque[Future[None]] = deque()

    def do(work: Callable[[], None]) -> None:
        waiting.append(pool.submit(work))
        if len(waiting) > _WAITING:
            waiting.popleft().result()

    try:
        yield do
        for work in waiting:
            work.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@cache
def load_behind(*modules: str) -> None:
    """Has large libraries loaded while something else is done; whoever needs one earlier waits."""
    Thread(target=lambda: [import_module(module) for module in modules]).start()
