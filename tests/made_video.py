"""Makes small video files for tests: any size, rate, rotation, codec and container."""

import os
import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from attrs import frozen

# The AV1 encoder prints its settings on standard error unless it is told not to.
os.environ.setdefault("SVT_LOG", "1")

Picture = npt.NDArray[np.uint8]

# Blue-green-red, by the corner that the colour fills in the upright picture.
CORNERS = {
    "top left": (40, 40, 200),
    "top right": (40, 200, 40),
    "bottom left": (200, 40, 40),
    "bottom right": (200, 200, 200),
}
SOUND_RATE_HZ = 16_000
# Names of the encoders in PyAV's wheel, by the codec's own name.
ENCODERS = {
    "h264": "libx264",
    "hevc": "libx265",
    "mpeg4": "mpeg4",
    "vp9": "libvpx-vp9",
    "av1": "libsvtav1",
}
_OPTIONS = {
    "h264": {"preset": "ultrafast"},
    "hevc": {"preset": "ultrafast", "x265-params": "log-level=none"},
    "mpeg4": {"qscale": "2"},
    "vp9": {"deadline": "realtime", "cpu-used": "8"},
    "av1": {"preset": "12"},
}
# The 3 x 3 matrix of an MP4's track header, in 16.16 and 2.30 fixed point, for a player that turns
# the stored picture clockwise (ISO/IEC 14496-12, 8.3.2).
_MATRIX = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
_MATRIX_OFFSET = 44  # bytes from the letters "tkhd" of a version 0 header to its matrix


@frozen
class MadeVideo:
    """What the file shall be like.

    Attributes:
        size: width and height as stored, before rotation.
        frames: how many pictures; ignored where `stamps_s` says it.
        fps: frame rate.
        stamps_s: time of each picture; None = even steps of `fps`.
        rotation_deg: clockwise, written into the track header; MP4 and MOV only.
        codec: a key of `ENCODERS`.
        sound_s: length of the sound track in seconds; 0 = none.
        faststart: table of contents at the beginning of an MP4 instead of its end.
        keyframe_every: frames between pictures that stand alone.
        ten_bit: ten bits for each colour, as phones film in high dynamic range; HEVC only.
    """

    size: tuple[int, int] = (64, 48)
    frames: int = 12
    fps: int = 30
    stamps_s: tuple[float, ...] | None = None
    rotation_deg: int = 0
    codec: str = "h264"
    sound_s: float = 0.0
    faststart: bool = False
    keyframe_every: int = 12
    ten_bit: bool = False

    def write(self, path: Path, pictures: Sequence[Picture] | None = None) -> Path:
        """Writes the file; its container follows from the name's ending.

        Args:
            path: where to.
            pictures: (H, W, 3) blue-green-red, of `size`; None = those of `picture`.
        """
        stamps = self.stamps_s or tuple(index / self.fps for index in range(self.frames))
        shown = pictures or [picture(self.size, index) for index in range(len(stamps))]
        options = {"movflags": "faststart"} if self.faststart else {}
        with av.open(str(path), "w", options=options) as container:
            self._add_pictures(container, shown, stamps)
        if self.rotation_deg:
            _rotate(path, self.rotation_deg)
        return path

    def _add_pictures(
        self,
        container: av.container.OutputContainer,
        pictures: Sequence[Picture],
        stamps_s: Sequence[float],
    ) -> None:
        stream = container.add_stream(ENCODERS[self.codec], rate=self.fps)
        stream.width, stream.height = self.size
        odd = any(side % 2 for side in self.size) and self.codec in {"h264", "hevc"}
        stream.pix_fmt = ("yuv444p" if odd else "yuv420p") + ("10le" if self.ten_bit else "")
        stream.options = _OPTIONS[self.codec]
        # Fine enough for any stamp, and MPEG-4 allows no more than 65535 steps a second; even steps
        # keep their own, because AVI makes it the frame rate.
        tick = Fraction(1, 6000 if self.stamps_s else self.fps)
        stream.codec_context.time_base = tick
        stream.codec_context.gop_size = self.keyframe_every
        sound = _sound_stream(container) if self.sound_s else None
        for shown, stamp_s in zip(pictures, stamps_s, strict=True):
            frame = av.VideoFrame.from_ndarray(shown, format="bgr24")
            frame.pts, frame.time_base = round(stamp_s / tick), tick
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if sound is not None:
            add_sound(container, sound, self.sound_s)


def picture(size: tuple[int, int], index: int) -> Picture:
    """Four coloured corners around a grey square whose brightness tells the frame's index."""
    width, height = size
    made = np.zeros((height, width, 3), dtype=np.uint8)
    for name, colour in CORNERS.items():
        rows = slice(None, height // 2) if "top" in name else slice(height // 2, None)
        columns = slice(None, width // 2) if "left" in name else slice(width // 2, None)
        made[rows, columns] = colour
    square = slice(height // 3, 2 * height // 3), slice(width // 3, 2 * width // 3)
    made[square] = grey_of(index)
    return made


def grey_of(index: int) -> int:
    """The brightness of the square in the middle of frame `index`."""
    return 30 + index * 9 % 200


def corners_of(seen: Picture) -> dict[str, str]:
    """Which colour of `CORNERS` fills each corner of a decoded picture, by nearest colour."""
    height, width = seen.shape[:2]
    spots = {
        "top left": (height // 6, width // 6),
        "top right": (height // 6, width - 1 - width // 6),
        "bottom left": (height - 1 - height // 6, width // 6),
        "bottom right": (height - 1 - height // 6, width - 1 - width // 6),
    }
    return {name: _nearest(seen[spot].astype(float)) for name, spot in spots.items()}


def _nearest(colour: npt.NDArray[np.float64]) -> str:
    distance = {name: float(np.abs(colour - known).sum()) for name, known in CORNERS.items()}
    return min(distance, key=lambda name: distance[name])


def write_sound(path: Path, seconds: float = 0.5) -> Path:
    """A file with a sound track and no picture."""
    with av.open(str(path), "w") as container:
        add_sound(container, _sound_stream(container), seconds)
    return path


def _sound_stream(container: av.container.OutputContainer) -> av.AudioStream:
    webm = container.format.name == "webm"
    stream = container.add_stream("libopus" if webm else "aac", rate=SOUND_RATE_HZ)
    stream.layout = "mono"
    return stream


def add_sound(
    container: av.container.OutputContainer, stream: av.AudioStream, seconds: float
) -> None:
    """Encodes a tone of so many seconds into a stream."""
    time_s = np.arange(round(seconds * SOUND_RATE_HZ)) / SOUND_RATE_HZ
    tone = (0.2 * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32)[None]
    frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
    frame.sample_rate, frame.pts = SOUND_RATE_HZ, 0
    container.mux(stream.encode(frame))
    container.mux(stream.encode())


def _rotate(path: Path, rotation_deg: int) -> None:
    """Overwrites the matrix in the first track's header."""
    content = bytearray(path.read_bytes())
    start = content.index(b"tkhd") + _MATRIX_OFFSET
    a, b, c, d = (value * 0x10000 for value in _MATRIX[rotation_deg])
    content[start : start + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 0x40000000)
    path.write_bytes(content)
