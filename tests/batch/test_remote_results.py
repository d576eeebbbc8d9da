"""Recordings and results in a store; fsspec's store in memory stands for all of them."""

from collections.abc import Iterator
from typing import Any

import pytest

from hingecheck.batch.clip import Clip, Done, Failed
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.places import find_remote, is_address, store_of
from hingecheck.batch.remote_results import RemoteResults
from hingecheck.batch.sources import find_clips
from hingecheck.errors import MissingExtra, RecordingUnreadable
from tests.batch.made_walk import WISH, give_tracks

FILM = Clip("memory://films/anna/a.mp4", "anna")
RESULTS = RemoteResults("memory://out/")


@pytest.fixture
def store() -> Iterator[Any]:
    """A store with one film in it."""
    fsspec = pytest.importorskip("fsspec", reason="needs fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/films/anna/a.mp4", b"film")
    yield memory
    memory.rm("/", recursive=True)


def walked(clip: Clip = FILM) -> Done:
    """The clip, done."""
    told = walk_clip(clip, WISH, RESULTS, lambda _: None)
    assert isinstance(told, Done), told
    return told


@pytest.mark.parametrize("harm", ["no marker", "short", "gone"])
def test_half_results_are_not_trusted(
    harm: str, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Done once they are kept; what is not as it was left is made again, with the same bytes."""
    asked = give_tracks(monkeypatch)
    folder = f"/out/{walked().record.folder}"
    assert walked().kept
    assert asked == ["a.mp4"]
    whole = {path: store.cat_file(path) for path in store.find(folder)}
    if harm == "short":
        store.pipe_file(f"{folder}/signals.csv", b"half")
    else:
        store.rm_file(f"{folder}/{'clip.json' if harm == 'no marker' else 'track.npz'}")
    assert not walked().kept
    assert {path: store.cat_file(path) for path in store.find(folder)} == whole
    assert len(whole) == 4


def test_what_fails_leaves_nothing(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad film, and one that is not there, are a line each; no copy's name is told."""
    give_tracks(monkeypatch)
    store.pipe_file("/films/bad.mp4", b"")
    told = [walk_clip(Clip(f"memory://films/{name}"), WISH, RESULTS, lambda _: None)
            for name in ("bad.mp4", "gone.mp4")]  # fmt: skip
    reasons = [one.reason for one in told if isinstance(one, Failed)]
    assert reasons[0].startswith("bad.mp4 is empty")
    assert reasons[1] == "There is no gone.mp4. Check the name"
    assert not store.exists("/out")


def test_films_are_found(store: Any) -> None:
    """Below a folder, by a pattern, or one by one; results and other files are passed over."""
    for name in ("ben/b.MOV", "ben/._b.mov", "notes.txt", "old/clip.json", "old/annotated.mp4"):
        store.pipe_file(f"/films/{name}", b"x")
    found = find_clips(["memory://films"], ["memory://films/none"])
    assert [clip.told for clip in found] == ["anna/a.mp4", "ben/b.MOV"]
    assert found[0] == Clip("memory:///films/anna/a.mp4", "anna")
    (match,) = find_clips(["memory://films/*/b.*"])
    assert match.told == "ben/b.MOV"
    (single,) = find_remote("memory://films/anna/a.mp4")
    assert single.told == "a.mp4"
    assert find_clips(["memory://films"], ["memory:///films/"]) == ()


def test_a_store_that_cannot_be_used() -> None:
    """A store whose library is missing names it; one that does not exist is said."""
    assert not is_address("C:\\films")
    with pytest.raises(RecordingUnreadable, match=r"poem://x cannot be used"):
        store_of("poem://x")
    with pytest.raises(MissingExtra, match="gcsfs"):
        store_of("gs://bucket/x")
