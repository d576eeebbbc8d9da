from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from hingecheck.domain.frame import Frame
from hingecheck.errors import OutputError
from hingecheck.report import annotated_video
from hingecheck.report.annotated_video import write_annotated_video
from tests.report.made_analysis import FRAME_COUNT, made_analysis
from tests.report.made_clip import made_frames, made_recording

STEADY_S = np.arange(FRAME_COUNT) / 30
# A phone in the dark: the rate falls and some frames are late.
UNEVEN_S = np.cumsum(np.where(np.arange(FRAME_COUNT) % 7 == 0, 0.071, 0.0331)) - 0.071
SHOWN = 20


def _write(
    target: Path,
    size_px: tuple[int, int] = (360, 480),
    time_s: np.ndarray = STEADY_S,
    source: Path = Path("no such recording.mp4"),
    span: slice = slice(0, SHOWN),
) -> Path:
    analysis = made_analysis(*size_px, time_s=time_s)
    write_annotated_video(analysis, made_frames(*size_px, time_s[span]), source, target)
    return target


def _pictures(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


def _sound(path: Path) -> tuple[str, float, float] | None:
    """Codec, beginning and end in seconds of what is heard."""
    with av.open(str(path)) as container:
        if not container.streams.audio:
            return None
        stream = container.streams.audio[0]
        frames = list(container.decode(stream))
        begin = float(frames[0].pts * frames[0].time_base)
        last = frames[-1]
        end = float(last.pts * last.time_base) + last.samples / last.sample_rate
        return stream.codec_context.name, begin, end


def test_keeps_uneven_time_stamps(tmp_path: Path) -> None:
    """A variable frame rate stays as it was, counted from the first frame shown."""
    target = _write(tmp_path / "video.partial", time_s=UNEVEN_S, span=slice(5, 25))
    times = [frame.time for frame in _pictures(target)]
    assert times == pytest.approx(UNEVEN_S[5:25] - UNEVEN_S[5], abs=1e-4)


def test_the_last_frame_lasts(tmp_path: Path) -> None:
    """The video is as long as the frames that it shows, the last one's own length included."""
    with av.open(str(_write(tmp_path / "video.mp4"))) as container:
        stream = container.streams.video[0]
        assert float(stream.duration * stream.time_base) == pytest.approx(SHOWN / 30, abs=1e-3)


@pytest.mark.parametrize(
    ("size_px", "expected"),
    [
        ((361, 481), (360, 480)),
        ((480, 361), (480, 360)),
        ((1080, 1921), (720, 1280)),
        ((90, 160), (360, 640)),
        ((121, 90), (484, 360)),
    ],
)
def test_sizes_are_even_and_legible(
    tmp_path: Path, size_px: tuple[int, int], expected: tuple[int, int]
) -> None:
    """An odd row goes, a large picture shrinks to 720, a tiny one grows by a whole number."""
    (picture,) = _pictures(_write(tmp_path / "video.mp4", size_px, span=slice(0, 1)))
    assert (picture.width, picture.height) == expected


def test_shows_the_picture_in_its_own_colours(tmp_path: Path) -> None:
    """Below the panels and beside the lifter the frame is what it was."""
    with av.open(str(_write(tmp_path / "video.mp4", (640, 480)))) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.pix_fmt, context.colorspace) == ("h264", "yuv420p", 1)
        shown = next(container.decode(video=0)).to_ndarray(format="bgr24")
    original = next(made_frames(640, 480, STEADY_S)).picture
    corner = (slice(200, 400), slice(470, 630))
    assert np.abs(shown[corner].astype(int) - original[corner]).mean() < 6


def test_index_stands_in_front(tmp_path: Path) -> None:
    """A browser can begin to play before it has the whole file."""
    content = _write(tmp_path / "video.mp4").read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in the file depends on the clock, on chance or on the file's name."""
    source = made_recording(tmp_path / "source.mp4", 2.0)
    one = _write(tmp_path / "one.mp4", source=source).read_bytes()
    assert one == _write(tmp_path / "two.partial", source=source).read_bytes()


@pytest.mark.parametrize(
    ("name", "codec", "channels"),
    [("a.mp4", "aac", 1), ("b.mov", "pcm_s16le", 2), ("c.mkv", "libopus", 2), ("d.mkv", "flac", 1)],
)
def test_keeps_the_sound(tmp_path: Path, name: str, codec: str, channels: int) -> None:
    """Sound of any kind is AAC afterwards and lasts as long as the pictures."""
    source = made_recording(tmp_path / name, 4.0, codec, channels)
    target = _write(tmp_path / "video.mp4", source=source, span=slice(0, 60))
    heard = _sound(target)
    assert heard is not None
    assert heard[0] == "aac"
    assert heard[1:] == pytest.approx((0.0, 2.0), abs=0.05)


def test_sound_is_cut_with_the_pictures(tmp_path: Path) -> None:
    """A stretch from the middle has the sound of that stretch: its pitch tells."""
    source = made_recording(tmp_path / "source.mp4", 4.0)
    target = _write(tmp_path / "video.mp4", source=source, span=slice(60, 90))
    heard = _sound(target)
    assert heard is not None
    assert heard[1:] == pytest.approx((0.0, 1.0), abs=0.05)
    # the tone's pitch is 300 + 400 t, and the stretch begins at 2 s
    assert _pitch_hz(target) == pytest.approx(300 + 400 * 2.5, abs=25)


def _pitch_hz(path: Path) -> float:
    """The mean pitch between 0.4 and 0.6 s."""
    with av.open(str(path)) as container:
        frames = [
            frame.to_ndarray()[0]
            for frame in container.decode(audio=0)
            if 0.4 <= float(frame.pts * frame.time_base) <= 0.6
        ]
    wave = np.concatenate(frames)
    crossings = np.count_nonzero(np.diff(np.signbit(wave)))
    return crossings / 2 / (len(wave) / 48_000)


def test_no_sound_stays_no_sound(tmp_path: Path) -> None:
    """A silent recording, and one that is gone, give a video without a sound track."""
    silent = made_recording(tmp_path / "silent.mp4", 2.0, codec="")
    assert _sound(_write(tmp_path / "one.mp4", source=silent)) is None
    assert _sound(_write(tmp_path / "two.mp4")) is None


def test_sound_that_ends_early_costs_no_pictures(tmp_path: Path) -> None:
    """A recording whose sound stops half-way gives all its pictures."""
    source = made_recording(tmp_path / "short.mp4", 0.3)
    assert len(_pictures(_write(tmp_path / "video.mp4", source=source))) == SHOWN


@pytest.mark.parametrize("name", ["source.mp4", "source.mkv"])
def test_broken_sound_costs_no_pictures(tmp_path: Path, name: str) -> None:
    """A damaged file gives its pictures with as much sound as can be read."""
    codec = "aac" if name.endswith("mp4") else "flac"
    source = made_recording(tmp_path / name, 2.0, codec)
    content = bytearray(source.read_bytes())
    middle = slice(len(content) // 3, 2 * len(content) // 3)
    content[middle] = bytes(len(content[middle]))
    source.write_bytes(content)
    assert len(_pictures(_write(tmp_path / "video.mp4", source=source))) == SHOWN


def test_takes_over_no_metadata(tmp_path: Path) -> None:
    """Place, date and name of the recording do not travel with the video."""
    source = made_recording(tmp_path / "secret name.mp4", 1.0)
    content = _write(tmp_path / "video.mp4", source=source).read_bytes()
    assert b"secret" not in content
    assert b"private" not in content
    assert b"Lavf" not in content


def test_frames_that_were_not_analysed_are_shown_plain(tmp_path: Path) -> None:
    """A frame outside the analysed stretch gets no pose of another moment."""
    analysis = made_analysis(360, 480, time_s=STEADY_S + 100)
    write_annotated_video(
        analysis, made_frames(360, 480, STEADY_S[:2]), Path("none"), tmp_path / "video.mp4"
    )
    shown = _pictures(tmp_path / "video.mp4")[0].to_ndarray(format="bgr24")
    original = next(made_frames(360, 480, STEADY_S)).picture
    assert np.abs(shown.astype(int) - original).mean() < 6


def test_reports_each_frame_and_leaves_it_alone(tmp_path: Path) -> None:
    """The progress bar hears of every frame, and the frames are not drawn on."""
    seen: list[Frame] = []
    frames = list(made_frames(360, 480, STEADY_S[:5]))
    before = [frame.picture.copy() for frame in frames]
    write_annotated_video(
        made_analysis(360, 480), frames, Path("none"), tmp_path / "video.mp4", seen.append
    )
    assert [frame.index for frame in seen] == [0, 1, 2, 3, 4]
    for frame, picture in zip(frames, before, strict=True):
        assert np.array_equal(frame.picture, picture)


def test_no_frames_is_one_clear_line(tmp_path: Path) -> None:
    """An empty stretch is refused with a hint."""
    with pytest.raises(OutputError, match="--start"):
        write_annotated_video(made_analysis(), [], Path("none"), tmp_path / "video.mp4")


def test_an_unwritable_place_is_one_clear_line(tmp_path: Path) -> None:
    """A folder that does not exist is an output error that says where."""
    with pytest.raises(OutputError, match="missing"):
        _write(tmp_path / "missing" / "video.mp4")


def test_a_lost_frame_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with fewer frames than went in is not called done."""
    monkeypatch.setattr(annotated_video, "count_pictures", lambda _: SHOWN - 1)
    with pytest.raises(OutputError, match="19 of 20 frames"):
        _write(tmp_path / "video.mp4")


def test_a_stop_in_the_middle_passes_through(tmp_path: Path) -> None:
    """Ctrl-C while frames are read reaches the caller as it is."""

    def frames() -> Iterator[Frame]:
        yield from made_frames(360, 480, STEADY_S[:3])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_annotated_video(made_analysis(), frames(), Path("none"), tmp_path / "video.mp4")
