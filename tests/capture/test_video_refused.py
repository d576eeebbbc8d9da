"""Recordings that cannot be read, or only in part: one clear line each."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from hingecheck.capture.video import opened
from hingecheck.domain.recording import Recording
from hingecheck.errors import RecordingUnreadable
from tests.made_video import MadeVideo, write_sound


def refusal(path: Path) -> str:
    """The one line that a recording is refused with."""
    with pytest.raises(RecordingUnreadable) as raised, opened(path) as reader:
        list(reader.frames())
    line = str(raised.value)
    assert "\n" not in line
    assert path.name in line
    return line


def read(path: Path) -> Recording:
    """The facts of a recording read to its end."""
    with opened(path) as reader:
        assert sum(1 for _ in reader.frames())
        return reader.recording()


def shortened(path: Path, share: float) -> Path:
    """Cuts off the end of a file."""
    content = path.read_bytes()
    path.write_bytes(content[: round(share * len(content))])
    return path


@pytest.mark.parametrize("name", ["nowhere.mp4", "folder/nowhere.mp4", "file.mp4/inside.mp4"])
def test_missing(name: str, tmp_path: Path) -> None:
    """A name that leads nowhere is called that."""
    (tmp_path / "file.mp4").write_bytes(b"x")
    assert "There is no file" in refusal(tmp_path / name)


def test_a_broken_link_is_missing(tmp_path: Path) -> None:
    """A link to a file that is gone is a missing file."""
    (tmp_path / "link.mp4").symlink_to(tmp_path / "gone.mp4")
    assert "There is no file" in refusal(tmp_path / "link.mp4")


def test_a_folder(tmp_path: Path) -> None:
    """A folder is called a folder."""
    (tmp_path / "swings.mp4").mkdir()
    assert "is a folder" in refusal(tmp_path / "swings.mp4")


def test_empty(tmp_path: Path) -> None:
    """A file without a byte is told to be copied again."""
    (tmp_path / "empty.mp4").touch()
    assert "is empty" in refusal(tmp_path / "empty.mp4")


def test_a_pipe_does_not_wait_for_ever(tmp_path: Path) -> None:
    """A pipe, which would block until somebody writes, is refused at once."""
    os.mkfifo(tmp_path / "pipe.mp4")
    assert "pipe or a device" in refusal(tmp_path / "pipe.mp4")


def test_a_name_longer_than_the_system_allows(tmp_path: Path) -> None:
    """The system's own reason is passed on."""
    assert "File name too long" in refusal(tmp_path / ("long" * 100))


@pytest.mark.parametrize("method", ["open", "stat"])
def test_not_allowed(method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, or a folder on the way to it, that may not be read gives the system's reason."""
    path = MadeVideo().write(tmp_path / "private.mp4")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, method, denied)
    assert refusal(path).endswith("private.mp4 cannot be opened: Permission denied")


@pytest.mark.parametrize("name", ["notes.mp4", "notes.txt", "notes.srt", "notes.avi"])
def test_text(name: str, tmp_path: Path) -> None:
    """A text is no video, whatever it is named; FFmpeg would paint some as a film."""
    (tmp_path / name).write_text("1\n00:00:00,000 --> 00:00:01,000\nten swings\n" * 50)
    assert "is not a video" in refusal(tmp_path / name)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png"])
def test_a_photo(name: str, tmp_path: Path) -> None:
    """A photo is no recording."""
    cv2.imwrite(str(tmp_path / name), np.zeros((48, 64, 3), dtype=np.uint8))
    assert "is not a video" in refusal(tmp_path / name)


def test_random_bytes(tmp_path: Path) -> None:
    """Noise is no video."""
    noise = np.random.default_rng(0).integers(0, 256, 5000, dtype=np.uint8)
    (tmp_path / "noise.mp4").write_bytes(noise.tobytes())
    assert "is not a video" in refusal(tmp_path / "noise.mp4")


@pytest.mark.parametrize("name", ["music.mp4", "music.m4a"])
def test_sound_only(name: str, tmp_path: Path) -> None:
    """A file with nothing to see in it is called that."""
    assert "holds no picture" in refusal(write_sound(tmp_path / name))


def test_truncated_before_its_table_of_contents(tmp_path: Path) -> None:
    """An MP4 whose table of contents stood at the lost end holds nothing that can be read."""
    path = shortened(MadeVideo(frames=120).write(tmp_path / "cut.mp4"), 0.5)
    assert "is not a video that can be read" in refusal(path)


def test_a_table_of_contents_without_pictures(tmp_path: Path) -> None:
    """A file that is cut off where its pictures begin is refused, not read as nothing."""
    path = MadeVideo(frames=60, faststart=True).write(tmp_path / "hollow.mp4")
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"mdat") + 4])
    assert "No picture" in refusal(path)


@pytest.mark.parametrize(
    ("codec", "ending"),
    [("h264", "mp4"), ("av1", "mp4"), ("h264", "mkv"), ("vp9", "webm"), ("mpeg4", "avi")],
)
def test_truncated_later(codec: str, ending: str, tmp_path: Path) -> None:
    """What can be decoded is read, and a warning says how much is missing."""
    made = MadeVideo(frames=120, codec=codec, faststart=ending == "mp4")
    recording = read(shortened(made.write(tmp_path / f"cut.{ending}"), 0.6))
    assert 20 < recording.frame_count < 100
    [warning] = recording.warnings
    assert f"only {recording.duration_s:.1f} s could be read" in warning


@pytest.mark.parametrize("codec", ["h264", "av1"])
def test_damage_in_the_middle(codec: str, tmp_path: Path) -> None:
    """Bytes gone wrong in the middle cost some pictures, not the rest; a warning says so."""
    path = MadeVideo(frames=120, codec=codec, size=(128, 96)).write(tmp_path / "damaged.mp4")
    content = bytearray(path.read_bytes())
    middle = content.index(b"mdat") + (len(content) - content.index(b"mdat")) // 2
    content[middle : middle + 400] = bytes(400)
    path.write_bytes(content)
    recording = read(path)
    lost = 120 - recording.frame_count
    assert 0 < lost < 20
    assert recording.duration_s == pytest.approx(4.0, abs=0.2)
    [warning] = recording.warnings
    [counted] = re.findall(r"At least (\d+) pictures are damaged and were left out", warning)
    assert 0 < int(counted) <= lost


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A door that notices when somebody knocks."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


HLS = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{target}\n#EXT-X-ENDLIST\n"
CONCAT = "ffconcat version 1.0\nfile {target}\n"
SESSION = "v=0\no=- 0 0 IN IP4 {target}\ns=x\nc=IN IP4 {target}\nt=0 0\nm=video 5004 RTP/AVP 96\n"
DASH = (
    '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period>'
    '<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>{target}'
    "</BaseURL></Representation></AdaptationSet></Period></MPD>"
)


@pytest.mark.parametrize("name", ["list.mp4", "list.m3u8", "list.ffconcat", "list.mpd", "list.sdp"])
@pytest.mark.parametrize("text", [HLS, CONCAT, DASH, SESSION], ids=["hls", "concat", "dash", "sdp"])
def test_a_playlist_to_the_network(
    text: str, name: str, tmp_path: Path, server: socket.socket
) -> None:
    """A file that points to an address is refused, and nobody knocks there."""
    address = "http://{}:{}/clip.ts".format(*server.getsockname())
    (tmp_path / name).write_text(text.format(target=address))
    assert "is not a video" in refusal(tmp_path / name)
    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize("name", ["list.mp4", "list.m3u8", "list.ffconcat", "list.mpd"])
@pytest.mark.parametrize("text", [HLS, CONCAT, DASH], ids=["hls", "concat", "dash"])
def test_a_playlist_to_another_file(text: str, name: str, tmp_path: Path) -> None:
    """A recording holds its own pictures; one that points to another file is refused."""
    MadeVideo().write(tmp_path / "other.ts")
    (tmp_path / name).write_text(text.format(target="other.ts"))
    assert "is not a video" in refusal(tmp_path / name)
