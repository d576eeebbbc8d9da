"""Feeds a crew with recordings and tells what becomes of each."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from hingecheck.batch.clip import Clip, Failed, Outcome
from hingecheck.batch.crew import Advanced, Event, Finished
from hingecheck.report.printable import printable

# How often a folder that is watched is looked at.
LOOK_EVERY_S: Final = 1.0


class Inbox(Protocol):
    """Where recordings come from."""

    @property
    def is_open(self) -> bool:
        """Whether more may come."""
        ...

    def arrived(self) -> Iterable[Clip]:
        """Those that have come since this was last asked."""
        ...


class Workers(Protocol):
    """Who looks at the recordings: processes of this machine, or of a cluster."""

    @property
    def has_room(self) -> bool:
        """Whether another recording may be handed over."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether one is being looked at."""
        ...

    def give(self, task: Clip) -> None:
        """Hands a recording over."""
        ...

    def wait(self, timeout_s: float | None = None) -> list[Event[Clip, Outcome]]:
        """What has happened since."""
        ...


class Watcher(Protocol):
    """Who wants to know how far it is."""

    def arrived(self, count: int) -> None:
        """So many more recordings have come."""
        ...

    def share(self, clip: Clip, share: float) -> None:
        """So much of a recording is done, 0 to 1."""
        ...


def outcomes(inbox: Inbox, workers: Workers, watcher: Watcher) -> Iterator[Outcome]:
    """What becomes of every recording, in the order in which they are done.

    Args:
        inbox: where they come from.
        workers: who looks at them.
        watcher: told how far it is.
    """
    waiting: deque[Clip] = deque()
    while True:
        arrived = tuple(inbox.arrived())
        if arrived:
            waiting.extend(arrived)
            watcher.arrived(len(arrived))
        while waiting and workers.has_room:
            workers.give(waiting.popleft())
        if not workers.is_busy and not waiting and not inbox.is_open:
            return
        for event in workers.wait(LOOK_EVERY_S):
            if isinstance(event, Advanced):
                watcher.share(event.task, event.share)
            elif isinstance(event, Finished):
                yield event.result
            else:
                yield Failed(event.task, _set_aside(event.task, event.why))


def _set_aside(clip: Clip, why: str) -> str:
    return (
        f"{printable(clip.name)} was set aside: each process that looked at it ended ({why}). "
        "Try it alone with hingecheck analyze, or copy it from the phone again"
    )
