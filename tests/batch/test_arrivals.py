from pathlib import Path

import pytest
from attrs import define

from hingecheck.batch.arrivals import SETTLED_S, Arrivals


@define
class Clock:
    """Seconds that a test moves."""

    now_s: float = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


def names_after(arrivals: Arrivals, clock: Clock, wait_s: float) -> list[str]:
    """What has arrived after a while."""
    clock.now_s += wait_s
    return [clip.name for clip in arrivals.arrived()]


def test_a_recording_is_taken_when_it_has_stopped_growing(tmp_path: Path, clock: Clock) -> None:
    """While it grows it waits; once it is whole it is handed out, and just once."""
    arrivals = Arrivals([str(tmp_path)], [], clock)
    film = tmp_path / "a.mp4"
    film.write_bytes(b"begin")
    assert names_after(arrivals, clock, 2) == []
    film.write_bytes(b"begin and more")
    assert names_after(arrivals, clock, SETTLED_S) == []
    assert names_after(arrivals, clock, 2) == []
    assert names_after(arrivals, clock, SETTLED_S) == ["a.mp4"]
    assert names_after(arrivals, clock, 2 * SETTLED_S) == []
    assert arrivals.is_open


def test_what_is_not_whole_waits(tmp_path: Path, clock: Clock) -> None:
    """An empty file has only begun, one that is gone is none, and another content is taken anew."""
    arrivals = Arrivals([str(tmp_path), str(tmp_path / "named.mp4")], [], clock)
    film = tmp_path / "a.mp4"
    film.touch()
    for wait_s in (2.0, SETTLED_S + 2):
        assert names_after(arrivals, clock, wait_s) == []
    film.write_bytes(b"whole")
    names_after(arrivals, clock, 2)
    assert names_after(arrivals, clock, SETTLED_S) == ["a.mp4"]
    film.write_bytes(b"another content")
    names_after(arrivals, clock, 2)
    assert names_after(arrivals, clock, SETTLED_S) == ["a.mp4"]


def test_looking_has_its_pace(tmp_path: Path, clock: Clock) -> None:
    """Asked again at once, nothing is looked at: a season on a share takes time to list."""
    arrivals = Arrivals([str(tmp_path)], [], clock)
    assert names_after(arrivals, clock, 0) == []
    (tmp_path / "a.mp4").write_bytes(b"film")
    names_after(arrivals, clock, 0.1)  # too soon: not even seen
    assert names_after(arrivals, clock, SETTLED_S) == []
    assert names_after(arrivals, clock, SETTLED_S) == ["a.mp4"]
