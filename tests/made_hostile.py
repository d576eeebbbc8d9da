"""Video files that lie, each in its own way, and how hingecheck ends on each.

`python -m tests.made_hostile FOLDER` writes them, walks each to all outputs in a process of its own
with bounded time and memory, and prints the outcomes as JSON.
"""

import json
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import av
from attrs import asdict

from bench.fuzz.trial import tried
from tests.made_video import MadeVideo

_HUGE = 0xFFFFFFFF
_BOMB_PX = 9000


def a_billion_frames(path: Path) -> None:
    """The table of an MP4 claims a billion pictures, and days of film."""
    content = _mp4(path, sound_s=0.4)
    struct.pack_into(">I", content, content.index(b"stts") + 12, 10**9)
    struct.pack_into(">I", content, content.index(b"mdhd") + 20, _HUGE)
    path.write_bytes(content)


def a_hundred_thousand_pixels(path: Path) -> None:
    """An AVI of plain pixels claims a picture of 100000 x 100000, 30 GB."""
    content = _avi(path, "mpeg4")
    header = content.index(b"strf") + 8
    struct.pack_into("<ii", content, header + 4, 100_000, 100_000)
    struct.pack_into("<HI", content, header + 14, 24, 0)
    content[header + 16 : header + 20] = bytes(4)
    path.write_bytes(content)


def a_picture_that_fills_the_memory(path: Path) -> None:
    """A small file that really holds a picture of 9000 x 9000, all of one colour."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("png", rate=30, options={"compression_level": "1"})
        stream.width = stream.height = _BOMB_PX
        stream.pix_fmt = "monob"
        frame = av.VideoFrame(_BOMB_PX, _BOMB_PX, "monob")
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def zero_fps(path: Path) -> None:
    """An AVI whose frame rate is 0 / 0."""
    content = _avi(path, "mpeg4")
    struct.pack_into("<I", content, content.index(b"avih") + 8, 0)
    struct.pack_into("<II", content, content.index(b"strh") + 28, 0, 0)
    path.write_bytes(content)


def times_that_are_no_number(path: Path) -> None:
    """A Matroska file whose length is NaN."""
    MadeVideo().write(path)
    content = bytearray(path.read_bytes())
    duration = content.index(b"\x44\x89\x88")  # EBML: Duration, a float of 8 bytes
    struct.pack_into(">d", content, duration + 3, float("nan"))
    path.write_bytes(content)


def days_between_pictures(path: Path) -> None:
    """An AVI with a picture every hundred days."""
    content = _avi(path, "mpeg4")
    struct.pack_into("<II", content, content.index(b"strh") + 28, 0x7FFFFFFF, 255)
    path.write_bytes(content)


def no_key_frame(path: Path) -> None:
    """The only picture that stands alone is missing."""
    whole = MadeVideo(frames=30, keyframe_every=1000).write(path.with_suffix(".whole.mkv"))
    with av.open(str(whole)) as source, av.open(str(path), "w") as copy:
        stream = copy.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None and not packet.is_keyframe:
                packet.stream = stream
                copy.mux(packet)


def endless_boxes(path: Path) -> None:
    """The table of contents says that it is 16 million terabytes long."""
    content = _mp4(path, faststart=True)
    place = content.index(b"moov") - 4
    content[place : place + 8] = struct.pack(">I4sQ", 1, b"moov", 2**63)
    path.write_bytes(content)


def a_sound_that_nobody_knows(path: Path) -> None:
    """A phone's spatial sound, which FFmpeg has no name for."""
    content = _mp4(path, sound_s=0.4)
    place = content.index(b"mp4a")
    content[place : place + 4] = b"apac"
    path.write_bytes(content)


def pictures_that_nobody_knows(path: Path) -> None:
    """Pictures in a coding without a name."""
    content = _mp4(path)
    place = content.index(b"avc1", content.index(b"stsd"))
    content[place : place + 4] = b"zzzz"
    path.write_bytes(content)


def sound_that_runs_in_circles(path: Path) -> None:
    """The clusters of a WebM come twice, so that sound and pictures begin again."""
    MadeVideo(codec="vp9", sound_s=0.4).write(path)
    content = path.read_bytes()
    cluster = content.index(b"\x1f\x43\xb6\x75")
    path.write_bytes(content + content[cluster:])


HOSTILE: dict[str, Callable[[Path], None]] = {
    "billion.mp4": a_billion_frames,
    "pixels.avi": a_hundred_thousand_pixels,
    "bomb.avi": a_picture_that_fills_the_memory,
    "zero.avi": zero_fps,
    "nan.mkv": times_that_are_no_number,
    "days.avi": days_between_pictures,
    "keyless.mkv": no_key_frame,
    "endless.mp4": endless_boxes,
    "sound.mp4": a_sound_that_nobody_knows,
    "coding.mp4": pictures_that_nobody_knows,
    "circles.webm": sound_that_runs_in_circles,
}


def _mp4(path: Path, **wishes: object) -> bytearray:
    return bytearray(MadeVideo(**wishes).write(path).read_bytes())


def _avi(path: Path, codec: str) -> bytearray:
    return bytearray(MadeVideo(codec=codec).write(path).read_bytes())


def _main(folder: Path) -> None:
    ends = {}
    for name in HOSTILE:
        (place := folder / name.replace(".", "-")).mkdir()
        ends[name] = asdict(tried(folder / name, place))
    sys.stdout.write(json.dumps(ends))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
