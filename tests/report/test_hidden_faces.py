"""`--blur-faces`: no file that is written shows a face; and none tells place, date or phone."""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import pytest
from attrs import evolve

from hingecheck.capture import showing
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.outputs import write_outputs
from hingecheck.pipeline import judge
from hingecheck.report.telling import PICTURED, PageWishes
from tests.report.hidden_film import embedded_jpegs, lifter, shows_the_face, write_film
from tests.tagged_video import SECRETS


class Nobody:
    """A look that finds no other people."""

    def everybody(self, _frame: object) -> list:
        """Nobody."""
        return []


@contextmanager
def deserted(_model: Path) -> Iterator[Nobody]:
    """Stands for the engine: the film is a drawing."""
    yield Nobody()


def written(found: PoseTrack, recording: Path, folder: Path) -> dict[Output, Path]:
    """Every output that there is."""
    targets = {output: folder / output.file_name for output in Output}
    wishes = PageWishes(embed=True)
    write_outputs(judge(found), found, recording, list(targets.items()), wishes=wishes)
    return targets


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, dict[Output, Path]]]:
    """All files of the same film, with faces and without."""
    folder = tmp_path_factory.mktemp("faces")
    found = lifter()
    recording = write_film(folder / "film.mov", found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(showing, "mediapipe_crowd", deserted)
        made = {}
        for hide in (False, True):
            (place := folder / str(hide)).mkdir()
            made[hide] = written(evolve(found, blur_faces=hide), recording, place)
        yield made


@pytest.mark.parametrize("output", sorted(PICTURED))
def test_no_picture_shows_the_face(results: dict[bool, dict[Output, Path]], output: Output) -> None:
    """Not the video, not a still, not a picture inside the page; all do without the flag."""
    assert shows_the_face(results[False][output])
    assert not shows_the_face(results[True][output])


def test_the_report_says_so(results: dict[bool, dict[Output, Path]]) -> None:
    """The settings in the report tell whether faces are hidden, and nothing else differs."""
    shown, hidden = (results[hide][Output.JSON].read_text("utf-8") for hide in (False, True))
    assert '"blur_faces": true' in hidden
    assert hidden.replace('"blur_faces": true', '"blur_faces": false') == shown


def told_in(path: Path) -> bytes:
    """All bytes of a file, those that an archive has packed as well."""
    packed = b""
    if path.suffix == ".npz":
        with zipfile.ZipFile(path) as archive:
            packed = b"".join(archive.read(name) for name in archive.namelist())
    return path.read_bytes() + packed


@pytest.mark.parametrize("hide", [False, True])
def test_place_date_and_device_are_dropped(
    results: dict[bool, dict[Output, Path]], hide: bool
) -> None:
    """What the phone noted in the recording is in none of the files, with the flag or without."""
    recording = results[hide][Output.JSON].parents[1] / "film.mov"
    assert all(secret.encode() in recording.read_bytes() for secret in SECRETS)
    for path in results[hide].values():
        told = told_in(path)
        assert [secret for secret in SECRETS if secret.encode() in told] == [], path.name


@pytest.mark.parametrize("output", [Output.VIDEO, Output.SLOW])
def test_a_video_has_no_tags(results: dict[bool, dict[Output, Path]], output: Output) -> None:
    """No date, name or program: not in the file, not in its streams, not in their headers."""
    path = results[True][output]
    with av.open(str(path)) as container:
        tags = dict(container.metadata)
        for stream in container.streams:
            tags |= stream.metadata
    assert set(tags) <= {"major_brand", "minor_version", "compatible_brands"} | {
        "handler_name",
        "language",
        "vendor_id",
    }
    assert tags["handler_name"] in {"VideoHandler", "SoundHandler"}
    assert tags.get("language", "und") == "und"
    content = path.read_bytes()
    for box in (b"mvhd", b"tkhd", b"mdhd"):
        # version and flags, then when it was made and changed, as seconds since 1904
        assert struct.unpack_from(">II", content, content.index(box) + 8) == (0, 0)


def test_a_picture_has_nothing_but_pixels(results: dict[bool, dict[Output, Path]]) -> None:
    """The PNG holds no text, time or EXIF chunk; the JPEGs of the page no EXIF or comment."""
    content, chunks, place = results[True][Output.KINOGRAM].read_bytes(), set(), 8
    while place < len(content):
        size, name = struct.unpack_from(">I4s", content, place)
        chunks.add(name)
        place += 12 + size
    assert chunks == {b"IHDR", b"IDAT", b"IEND"}
    jpegs = embedded_jpegs(results[True][Output.PAGE])
    assert jpegs
    assert not [jpeg for jpeg in jpegs if b"Exif" in jpeg or b"\xff\xfe" in jpeg[:40]]


def test_nothing_but_the_known_files_is_left(results: dict[bool, dict[Output, Path]]) -> None:
    """No thumbnail, no copy of the recording."""
    folder = results[True][Output.JSON].parent
    assert {path.name for path in folder.iterdir()} <= {output.file_name for output in Output}


@pytest.mark.parametrize("hide", [False, True])
def test_progress_counts_every_frame_once(
    hide: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look for faces is the first half of the way; no more frames are told than there are."""
    monkeypatch.setattr(showing, "mediapipe_crowd", deserted)
    found = evolve(lifter(), blur_faces=hide)
    recording = write_film(tmp_path / "film.mov", found)
    told: list[tuple[int, int | None]] = []

    def tell(done: int, expected: int | None) -> None:
        told.append((done, expected))

    with showing.shown_frames(found, recording, tell) as (frames, on_frame):
        assert len(told) == (len(found.time_s) if hide else 0)
        for frame in frames:
            on_frame(frame)
    assert told == sorted(told)
    assert told[-1] == (len(found.time_s), len(found.time_s))
    assert {expected for _, expected in told} == {len(found.time_s)}
