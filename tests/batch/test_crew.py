import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hingecheck.batch.crew import Advanced, Crew, Finished, OnShare, SetAside, cause_of_death


def double(task: str, on_share: OnShare) -> str:
    """Doubles a word; some words kill, once or always, and some take their time."""
    kind, _, path = task.partition(" ")
    if kind == "who":
        return str(os.getpid())
    on_share(0.5)
    if kind == "slow":
        Path(path).touch()
        time.sleep(60)
    if kind == "always" or (kind == "once" and not Path(path).exists()):
        Path(path or os.devnull).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return task * 2


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew[str, str]]:
    """One process that doubles words."""
    with Crew[str, str](double, 1) as made:
        yield made


def worked(crew: Crew[str, str], task: str) -> list[object]:
    """All that is heard until a task is done."""
    crew.give(task)
    heard: list[object] = []
    while crew.is_busy:
        heard.extend(crew.wait(30))
    return heard


def test_a_task_is_done_elsewhere(crew: Crew[str, str]) -> None:
    """The result comes back, after word of how far it is."""
    assert worked(crew, "ab") == [Advanced("ab", 0.5), Finished("ab", "abab")]


def test_a_task_gets_a_second_chance(crew: Crew[str, str], tmp_path: Path) -> None:
    """A process that dies once costs nothing but time."""
    task = f"once {tmp_path / 'died'}"
    assert worked(crew, task)[-1] == Finished(task, task * 2)


def test_a_task_that_kills_is_set_aside(crew: Crew[str, str]) -> None:
    """After two deaths the task is given up with its reason, and the next one is done."""
    assert worked(crew, "always")[-1] == SetAside("always", "SIGKILL")
    assert worked(crew, "ab")[-1] == Finished("ab", "abab")


def test_a_process_makes_room(crew: Crew[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many tasks a fresh process takes over, so that memory has a bound."""
    (first,) = worked(crew, "who")
    monkeypatch.setattr("hingecheck.batch.crew.TASKS_PER_PROCESS", 1)
    (second,) = worked(crew, "who")
    (third,) = worked(crew, "who")
    assert isinstance(first, Finished)
    assert first == second
    assert third != second


def test_leaving_ends_the_work(tmp_path: Path) -> None:
    """A block that is left in mid-task leaves no process behind."""
    begun = tmp_path / "begun"
    with Crew[str, str](double, 1) as crew:
        crew.give(f"slow {begun}")
        assert not crew.has_room
        while not begun.exists():
            crew.wait(0.02)
        (worker,) = crew._workers
    assert worker.process.exitcode is not None


@pytest.mark.parametrize(
    ("code", "words"),
    [(-6, "SIGABRT"), (3, "exit code 3"), (-99, "signal 99"), (None, "exit code None")],
)
def test_a_death_has_a_cause(code: int | None, words: str) -> None:
    """The system's own word where there is one."""
    assert cause_of_death(code) == words
