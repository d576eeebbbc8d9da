from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hingecheck.batch import many
from hingecheck.batch.crew import SetAside
from hingecheck.batch.many import analyze_many
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import EngineUnavailable, RecordingUnreadable
from tests.batch.made_walk import FOUND


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replaces the slow half; the names that it is asked for."""
    names: list[str] = []

    def track(path: Path, **_: Any) -> PoseTrack:
        names.append(path.name)
        if path.name == "bad.mp4":
            raise RecordingUnreadable("bad.mp4 is bad")
        if path.name == "bug.mp4":
            raise ZeroDivisionError("a slip")
        return FOUND

    monkeypatch.setattr(many, "track_recording", track)
    return names


def test_each_has_its_analysis_or_its_error(asked: list[str]) -> None:
    """In the order of the paths, each taken when it is asked for and not before."""
    paths: Iterator[str | Path] = iter(["a.mp4", Path("bad.mp4"), "b.mp4"])
    found = analyze_many(paths, movement="swing")
    assert asked == []
    path, first = next(found)
    assert (path, asked) == (Path("a.mp4"), ["a.mp4"])
    assert isinstance(first, Analysis)
    assert first.movement.movement is Movement.SWING
    assert len(first.full_reps) == 2
    path, bad = next(found)
    assert path == Path("bad.mp4")
    assert isinstance(bad, RecordingUnreadable)
    assert [path.name for path, _ in found] == ["b.mp4"]


def test_a_slip_of_our_own_is_raised(asked: list[str]) -> None:
    """Only what a person can put right is handed out; a bug has its traceback."""
    del asked
    with pytest.raises(ZeroDivisionError):
        list(analyze_many(["bug.mp4"]))


def test_a_slip_in_the_call_is_told_at_once() -> None:
    """A movement that does not exist is no matter of the recordings."""
    with pytest.raises(ValueError, match="jump"):
        analyze_many(["a.mp4"], movement="jump")


def test_a_recording_that_kills_has_an_error() -> None:
    """Where two processes died of it the pair says so."""
    task = many._Task(0, Path("a.mp4"))
    ((told, error),) = many._news([SetAside(task, "SIGABRT")])
    assert told == task
    assert isinstance(error, EngineUnavailable)
    assert "a.mp4 was set aside" in str(error)
    assert "SIGABRT" in str(error)
