"""Recordings that can be read: their facts, pictures and times."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hingecheck.capture import opencv_source
from hingecheck.capture.pace import Pace
from hingecheck.capture.video import Show, opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.recording import Recording
from tests.made_video import CORNERS, MadeVideo, corners_of, grey_of

# What a corner of the upright picture shows after a clockwise turn of the stored one.
TURNED = {
    0: {name: name for name in CORNERS},
    90: {
        "top left": "bottom left",
        "top right": "top left",
        "bottom right": "top right",
        "bottom left": "bottom right",
    },
    180: {
        "top left": "bottom right",
        "top right": "bottom left",
        "bottom right": "top left",
        "bottom left": "top right",
    },
    270: {
        "top left": "top right",
        "top right": "bottom right",
        "bottom right": "bottom left",
        "bottom left": "top left",
    },
}
# OpenCV tells MPEG-4 Part 2 and VP9 by FFmpeg's own codes.
CODE = {"h264": "h264", "hevc": "hevc", "mpeg4": "fmp4", "vp9": "vp90", "av1": "av1"}
DECODED = [
    *[(codec, ending) for codec in ("h264", "hevc", "mpeg4") for ending in ("mp4", "mov", "mkv")],
    *[("vp9", ending) for ending in ("mp4", "mkv", "webm", "avi")],
    *[("av1", ending) for ending in ("mp4", "mkv", "webm", "avi")],
    ("h264", "avi"),
    ("mpeg4", "avi"),
]
UNEVEN_S = (0.0, 0.033, 0.05, 0.2, 0.21, 0.5, 0.6)


def read(path: Path) -> tuple[list[Frame], Recording]:
    """All frames and the facts."""
    with opened(path) as reader:
        frames = list(reader.frames())
        return frames, reader.recording()


def middle(frame: Frame) -> float:
    """Mean brightness of the pixel in the middle, which tells the frame's index."""
    height, width = frame.picture.shape[:2]
    return float(frame.picture[height // 2, width // 2].mean())


@pytest.mark.parametrize(("codec", "ending"), DECODED)
def test_codecs_and_containers(codec: str, ending: str, tmp_path: Path) -> None:
    """Each is read to its last frame, in order, upright, at its own times."""
    frames, recording = read(MadeVideo(codec=codec).write(tmp_path / f"clip.{ending}"))
    assert [frame.index for frame in frames] == list(range(12))
    assert [frame.time_s for frame in frames] == pytest.approx(np.arange(12) / 30, abs=0.001)
    assert [middle(frame) for frame in frames] == pytest.approx(
        [grey_of(index) for index in range(12)], abs=20
    )
    assert corners_of(frames[0].picture) == TURNED[0]
    assert recording.codec == CODE[codec]
    assert recording.warnings == ()


def test_the_facts(tmp_path: Path) -> None:
    """Name without folder, checksum, size, rate, count, and a duration to the last frame's end."""
    path = MadeVideo(size=(80, 60), frames=25, fps=25).write(tmp_path / "swing.mp4")
    _, recording = read(path)
    assert recording == Recording(
        name="swing.mp4",
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        width_px=80,
        height_px=60,
        rotation_deg=0,
        fps=pytest.approx(25.0),
        frame_count=25,
        duration_s=pytest.approx(1.0),
        codec="h264",
    )


@pytest.mark.parametrize("codec", ["h264", "av1"])
@pytest.mark.parametrize("rotation_deg", [0, 90, 180, 270])
def test_rotation(codec: str, rotation_deg: int, tmp_path: Path) -> None:
    """The picture is upright and the size that of the display, through OpenCV and through PyAV."""
    made = MadeVideo(codec=codec, rotation_deg=rotation_deg)
    frames, recording = read(made.write(tmp_path / "turned.mp4"))
    size = (64, 48) if rotation_deg in {0, 180} else (48, 64)
    assert (recording.width_px, recording.height_px) == size
    assert frames[0].picture.shape == (size[1], size[0], 3)
    assert recording.rotation_deg == rotation_deg
    assert corners_of(frames[0].picture) == TURNED[rotation_deg]


@pytest.mark.parametrize(
    ("codec", "ending"),
    [("h264", "mp4"), ("h264", "mkv"), ("hevc", "mov"), ("vp9", "webm"), ("av1", "mp4")],
)
def test_variable_frame_rate(codec: str, ending: str, tmp_path: Path) -> None:
    """Frames carry their own time stamps, not index over rate."""
    made = MadeVideo(codec=codec, stamps_s=UNEVEN_S)
    frames, recording = read(made.write(tmp_path / f"uneven.{ending}"))
    assert [frame.time_s for frame in frames] == pytest.approx(UNEVEN_S, abs=0.0011)
    assert recording.fps == pytest.approx(6 / 0.6, rel=0.01)
    assert recording.duration_s == pytest.approx(0.7, abs=0.002)
    assert recording.warnings == ()


@pytest.mark.parametrize(
    ("codec", "ending"),
    [("h264", "mp4"), ("hevc", "mp4"), ("mpeg4", "avi"), ("vp9", "webm"), ("av1", "mp4")],
)
def test_odd_sizes(codec: str, ending: str, tmp_path: Path) -> None:
    """No column or row is lost where a side is odd."""
    made = MadeVideo(codec=codec, size=(65, 47))
    frames, recording = read(made.write(tmp_path / f"odd.{ending}"))
    assert (recording.width_px, recording.height_px) == (65, 47)
    assert {frame.picture.shape for frame in frames} == {(47, 65, 3)}
    assert corners_of(frames[-1].picture) == TURNED[0]


@pytest.mark.parametrize("sound_s", [0.4, 1.5])
def test_sound_is_no_picture(sound_s: float, tmp_path: Path) -> None:
    """A sound track changes nothing, and one that outlasts the picture is no sign of damage."""
    with opened(MadeVideo(sound_s=sound_s).write(tmp_path / "sound.mp4")) as reader:
        assert reader.expected_frames == 12
        assert len(list(reader.frames())) == 12
        recording = reader.recording()
    assert recording.warnings == ()
    assert recording.duration_s == pytest.approx(0.4)


NAMES = [
    "with space.mp4",
    "\N{WEIGHT LIFTER}.mp4",
    "-i.mp4",
    "clip%d.mp4",
    "%03d.mp4",
    "a|b;c,d.mp4",
    "http:clip.mp4",
    "new\nline.mp4",
    os.fsdecode(b"caf\xe9.mp4"),
]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name) for name in NAMES])
def test_names(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's name is never read as an option, a pattern or an address."""
    MadeVideo().write(tmp_path / "plain.mp4").rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    frames, recording = read(Path(name))
    assert len(frames) == 12
    assert recording.name == name


def test_a_pattern_in_a_name_does_not_reach_other_files(tmp_path: Path) -> None:
    """`clip%d.mp4` is the file of that name, also beside clip1.mp4 and clip2.mp4."""
    for index, frames in enumerate((3, 4), start=1):
        MadeVideo(frames=frames).write(tmp_path / f"clip{index}.mp4")
    MadeVideo(frames=5).write(tmp_path / "plain.mp4").rename(tmp_path / "clip%d.mp4")
    assert len(read(tmp_path / "clip%d.mp4")[0]) == 5


def test_an_early_end_counts_what_was_read(tmp_path: Path) -> None:
    """A reader who has seen enough gets a true rate and no warning of damage."""
    with opened(MadeVideo(frames=90).write(tmp_path / "long.mp4")) as reader:
        for frame in reader.frames():
            if frame.index == 10:
                break
        recording = reader.recording()
    assert recording.frame_count == 11
    assert recording.fps == pytest.approx(30.0)
    assert recording.warnings == ()


def test_the_file_is_let_go_when_the_reader_stops_early(tmp_path: Path) -> None:
    """After the block no descriptor of the recording stays open, not even after an error."""
    path = MadeVideo().write(tmp_path / "clip.mp4").resolve()
    with pytest.raises(ZeroDivisionError), opened(path) as reader:
        assert next(reader.frames()).index // 0
    assert path not in [Path(link).resolve() for link in Path("/proc/self/fd").iterdir()]


def test_the_recording_is_not_touched(tmp_path: Path) -> None:
    """Reading changes neither the bytes nor the time of the last change."""
    path = MadeVideo().write(tmp_path / "clip.mp4")
    before = path.read_bytes(), path.stat().st_mtime_ns
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_frames_of_another_size_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a stream changes its size, the frames of the first size are read."""
    pictures = opencv_source.OpenCvSource.pictures

    def growing(source: opencv_source.OpenCvSource) -> Iterator[tuple[float, Show]]:
        for index, (stamp_s, show) in enumerate(pictures(source)):
            yield stamp_s, show if index < 7 else lambda show=show: np.vstack([show(), show()])

    monkeypatch.setattr(opencv_source.OpenCvSource, "pictures", growing)
    frames, recording = read(MadeVideo().write(tmp_path / "grows.mp4"))
    assert len(frames) == recording.frame_count == 7


def test_only_chosen_frames_are_made_into_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 60 frames a second all are counted, and every second one is shown as it is."""
    path = MadeVideo(frames=20, fps=60).write(tmp_path / "quick.mp4")
    every, pace, shown = read(path)[0], Pace(), []
    show = opencv_source.OpenCvSource._shown
    monkeypatch.setattr(
        opencv_source.OpenCvSource, "_shown", lambda source: shown.append(1) or show(source)
    )
    with opened(path) as reader:
        looks = list(reader.frames_between(None, None, pace))
        recording = reader.recording()
    assert [frame.index for frame in looks] == pace.look == list(range(0, 20, 2))
    assert pace.time_s == [frame.time_s for frame in every]
    assert (recording.frame_count, len(shown)) == (20, 10)
    for frame in looks:
        np.testing.assert_array_equal(frame.picture, every[frame.index].picture)


def test_a_stretch_is_paced_from_its_own_first_frame(tmp_path: Path) -> None:
    """What lies before it is neither counted nor shown."""
    path, pace = MadeVideo(frames=60, fps=60).write(tmp_path / "quick.mp4"), Pace()
    with opened(path) as reader:
        looks = [frame.index for frame in reader.frames_between(0.25, 0.5, pace)]
    assert looks == list(range(15, 31, 2))
    assert (pace.look, len(pace.time_s)) == (list(range(0, 16, 2)), 16)
