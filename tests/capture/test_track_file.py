import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attrs import asdict, evolve, fields

from hingecheck.capture.track_file import TRACK_VERSION, load_track, save_track
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.stick_looks import STICK_STATIONS, StickLooks
from hingecheck.errors import TrackFileInvalid
from tests.analysis.film.made_picture import made_picture
from tests.capture.made_track import UNSEEN, made_track, require_same

Arrays = dict[str, Any]


def stored() -> bytes:
    """The bytes of the made track's file."""
    memory = io.BytesIO()
    save_track(made_track(), memory)
    return memory.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound track file."""
    file = tmp_path / "track.npz"
    file.write_bytes(stored())
    return file


def rewritten(path: Path, change: Callable[[Arrays, dict[str, Any]], object]) -> Path:
    """The file again after a change to its arrays or its facts; pickles where it must."""
    with np.load(path) as archive:
        arrays = dict(archive)
    facts = json.loads(arrays["facts"].tobytes())
    change(arrays, facts)
    if "facts" in arrays:
        arrays["facts"] = np.frombuffer(json.dumps(facts).encode(), dtype=np.uint8)
    np.savez(path, **arrays)
    return path


def refusal(path: Path) -> str:
    """The one line that a track file is refused with."""
    with pytest.raises(TrackFileInvalid) as raised:
        load_track(path)
    line = str(raised.value)
    assert "\n" not in line
    assert path.name in line
    return line


def test_round_trip(path: Path) -> None:
    """Every value that judging sees comes back as it was, NaN included."""
    found = load_track(path)
    require_same(found, made_track())
    assert not found.seen[UNSEEN]


def test_which_frames_were_looked_at_comes_back(tmp_path: Path) -> None:
    """Where every frame was, the file says nothing of it and is as it always was."""
    some = evolve(made_track(), looked=[True, False, True, False, True, False])
    file = tmp_path / "looked.npz"
    with file.open("wb") as target:
        save_track(some, target)
    require_same(load_track(file), some)
    with np.load(io.BytesIO(stored())) as archive:
        assert "looked" not in archive


def test_looks_at_a_stick_come_back(tmp_path: Path) -> None:
    """With their holes; a file without them says that no hand was on the back."""
    places = len(STICK_STATIONS)
    looks = StickLooks(
        frame=[1, 4],
        ends_px=np.arange(8.0).reshape(2, 2, 2),
        width_px=[7.5, np.nan],
        support=[0.5, np.nan],
        gap_px=np.full((2, places), [[2.25], [np.nan]]),
    )
    file = tmp_path / "stick.npz"
    with file.open("wb") as target:
        save_track(evolve(made_track(), stick=looks), target)
    found = load_track(file).stick
    assert found is not None
    for field in fields(StickLooks):
        np.testing.assert_array_equal(getattr(found, field.name), getattr(looks, field.name))
    with np.load(io.BytesIO(stored())) as archive:
        assert not [name for name in archive if name.startswith("stick_")]


def test_picture_facts_come_back(tmp_path: Path) -> None:
    """Light, blur, stillness and what a closer look found; tracks without them still load."""
    picture = made_picture(6, captions_px=[[0, 1, 2, 30, 40]], edges_px=[[0, 5, 6, 7, 80]])
    file = tmp_path / "pictured.npz"
    with file.open("wb") as target:
        save_track(evolve(made_track(), picture=picture), target)
    found = load_track(file).picture
    assert found is not None
    for field in fields(PictureFacts):
        np.testing.assert_array_equal(getattr(found, field.name), getattr(picture, field.name))

    def without(arrays: Arrays, _facts: dict[str, Any]) -> None:
        for name in [name for name in arrays if name.startswith("picture_")]:
            del arrays[name]

    assert load_track(rewritten(file, without)).picture is None


def test_the_same_track_gives_the_same_bytes(path: Path) -> None:
    """Neither the time of writing nor a round trip changes a byte."""
    assert stored() == stored()
    again = io.BytesIO()
    save_track(load_track(path), again)
    assert again.getvalue() == path.read_bytes()


def test_the_file_holds_no_date(path: Path) -> None:
    """Every member carries the zip format's first day."""
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_plain(path: Path) -> None:
    """Arrays without pickles, readable with numpy and json alone."""
    with np.load(path, allow_pickle=False) as archive:
        facts = json.loads(archive["facts"].tobytes())
        assert archive["image_px"].dtype == np.float32
    assert facts["track_version"] == TRACK_VERSION
    assert facts["recording"] == asdict(made_track().recording) | {
        "warnings": ["a warning", "another"]
    }


def test_missing(tmp_path: Path) -> None:
    """A name that leads nowhere is called that."""
    assert "There is no file" in refusal(tmp_path / "gone.npz")


def test_a_folder(tmp_path: Path) -> None:
    """The system's own reason is passed on."""
    (tmp_path / "track.npz").mkdir()
    assert "cannot be opened: Is a directory" in refusal(tmp_path / "track.npz")


def test_not_allowed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is not called damaged."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    assert "cannot be opened: Permission denied" in refusal(path)


def test_a_newer_version(path: Path) -> None:
    """A file from the future asks for an update, whatever else is in it."""

    def newer(arrays: Arrays, facts: dict[str, Any]) -> None:
        facts["track_version"] = TRACK_VERSION + 1
        arrays.pop("cuts")

    line = refusal(rewritten(path, newer))
    assert "newer hingecheck" in line
    assert "Update" in line


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"ten good swings",
        bytes(100),
        np.random.default_rng(0).integers(0, 256, 4000, dtype=np.uint8).tobytes(),
        b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8c\x07\x6f\x73\x2e\x77\x61\x6c\x6b\x94.",
    ],
    ids=["empty", "zip-mark", "text", "zeros", "random", "pickle"],
)
def test_other_bytes(content: bytes, path: Path) -> None:
    """What is no track file is refused."""
    path.write_bytes(content)
    assert "damaged or not a track file" in refusal(path)


def test_a_single_array(path: Path) -> None:
    """An .npy file under the name of a track is refused."""
    with path.open("wb") as file:
        np.save(file, np.arange(3))
    assert "damaged or not a track file" in refusal(path)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.9, 0.99])
def test_truncated(share: float, path: Path) -> None:
    """A file without its end is refused."""
    content = path.read_bytes()
    path.write_bytes(content[: round(share * len(content))])
    assert "damaged" in refusal(path)


def test_a_wrong_byte_anywhere(path: Path) -> None:
    """One byte gone wrong gives a refusal or the same values, never a crash or another value."""
    content, refused = path.read_bytes(), 0
    for position in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[position] ^= 0xFF
        path.write_bytes(damaged)
        try:
            require_same(load_track(path), made_track())
        except TrackFileInvalid:
            refused += 1
    assert refused > len(content) / 7 / 2


CHANGES: dict[str, Callable[[Arrays, dict[str, Any]], object]] = {
    "no facts": lambda arrays, _: arrays.pop("facts"),
    "no landmarks": lambda arrays, _: arrays.pop("image_px"),
    "no version": lambda _, facts: facts.pop("track_version"),
    "no model": lambda _, facts: facts.pop("model"),
    "no fps": lambda _, facts: facts["recording"].pop("fps"),
    "unknown fact": lambda _, facts: facts["recording"].update(weather="fine"),
    "facts of another kind": lambda _, facts: facts.update(recording=[1, 2]),
    "pickled array": lambda arrays, _: arrays.update(time_s=np.array([None, {}], dtype=object)),
    "words for numbers": lambda arrays, _: arrays.update(time_s=np.array(["a"] * 6)),
    "32 landmarks": lambda arrays, _: arrays.update(image_px=arrays["image_px"][:, :32]),
    "a frame less": lambda arrays, _: arrays.update(visibility=arrays["visibility"][:-1]),
    "flat world": lambda arrays, _: arrays.update(world_m=arrays["world_m"][..., :2]),
    "no frame": lambda arrays, _: arrays.update(time_s=np.empty(0)),
    "time runs back": lambda arrays, _: arrays.update(time_s=arrays["time_s"][::-1]),
    "time unknown": lambda arrays, _: arrays.update(time_s=np.full(6, np.nan)),
    "outline too long": lambda arrays, _: arrays["outline_start"].__setitem__(-1, 9999),
    "outline falls": lambda arrays, _: arrays["outline_start"].__setitem__(3, 0),
    "outline of others": lambda arrays, _: arrays.update(outline_start=np.array([0, 50])),
    "a person without a place": lambda arrays, _: arrays["people"].__setitem__((0, 1), np.nan),
    "a person without a number": lambda _, facts: facts.update(person="two"),
    "nobody's number": lambda _, facts: facts.update(person=0),
    "cut outside": lambda arrays, _: arrays.update(cuts=np.array([6])),
    "cut at the start": lambda arrays, _: arrays.update(cuts=np.array([0])),
}


@pytest.mark.parametrize("name", CHANGES)
def test_wrong_contents(name: str, path: Path) -> None:
    """A missing key, a wrong shape, a pickle or an impossible value is refused, not judged."""
    assert "damaged or not a track file" in refusal(rewritten(path, CHANGES[name]))


def test_facts_that_are_no_json(path: Path) -> None:
    """A text that cannot be parsed is refused."""
    with np.load(path) as archive:
        arrays = dict(archive)
    arrays["facts"] = arrays["facts"][:-9]
    np.savez(path, **arrays)
    assert "damaged or not a track file" in refusal(path)


def test_no_descriptor_stays_open_after_a_refusal(path: Path) -> None:
    """A damaged file is closed again."""
    path.write_bytes(path.read_bytes()[:-20])
    refusal(path)
    assert path not in [Path(link).resolve() for link in Path("/proc/self/fd").iterdir()]
