from collections import deque
from pathlib import Path

from attrs import define, field

from hingecheck.batch.clip import Clip, Failed, Outcome
from hingecheck.batch.crew import Advanced, Event, Finished, SetAside
from hingecheck.batch.running import outcomes
from hingecheck.batch.shelf import Shelf

FINE, DEADLY = Clip("/films/fine.mp4"), Clip("/films/deadly.mp4")


@define
class OneWorker:
    """Fails every recording after a word of its progress, and dies of one of them."""

    given: deque[Clip] = field(factory=deque)

    @property
    def has_room(self) -> bool:
        """One at a time."""
        return not self.given

    @property
    def is_busy(self) -> bool:
        """While one is there."""
        return bool(self.given)

    def give(self, task: Clip) -> None:
        """Takes it, if there is room."""
        assert self.has_room
        self.given.append(task)

    def wait(self, timeout_s: float | None = None) -> list[Event[Clip, Outcome]]:
        """What becomes of it."""
        assert timeout_s is not None
        if not self.given:
            return []
        clip = self.given.popleft()
        if clip == DEADLY:
            return [SetAside(clip, "SIGABRT")]
        return [Advanced(clip, 0.5), Finished(clip, Failed(clip, "bad"))]


@define
class Heard:
    """What a watcher hears."""

    total: int = 0
    shares: list[tuple[Clip, float]] = field(factory=list)

    def arrived(self, count: int) -> None:
        """More have come."""
        self.total += count

    def share(self, clip: Clip, share: float) -> None:
        """One is further."""
        self.shares.append((clip, share))


def test_every_recording_has_an_outcome() -> None:
    """One that kills is set aside with its reason, and the next one is looked at."""
    heard = Heard()
    told = list(outcomes(Shelf([DEADLY, FINE]), OneWorker(), heard))
    assert [outcome.clip for outcome in told] == [DEADLY, FINE]
    assert isinstance(told[0], Failed)
    assert "deadly.mp4 was set aside" in told[0].reason
    assert "SIGABRT" in told[0].reason
    assert heard.shares == [(FINE, 0.5)]
    assert heard.total == 2


def test_a_recording_in_many_words() -> None:
    """A person reads the sub-folder and the name, not the whole path."""
    assert Clip("/films/anna/a.mp4", "anna").told == "anna/a.mp4"
    assert Path(FINE.place).name == FINE.told
