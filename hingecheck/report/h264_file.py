"""An MP4 file with H.264 pictures at their own times."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.codec.context import Flags
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from av.video.stream import VideoStream

# Fine enough for any camera's time stamps; 30, 29.97, 25 and 24 fps fall on whole ticks or close.
_TICKS_PER_S = 90_000
# Encoders with another number of threads write other bytes.
_THREADS = 4
# A third of the time of veryfast at 23, as close to the picture, twice the size: a clip that is
# looked at once or twice should not be waited for.
_X264 = {"preset": "ultrafast", "crf": "26"}
# ITU-T H.273: the code of BT.709, and of "limited" range in FFmpeg.
_BT709, _LIMITED = 1, 1


class H264File:
    """Takes pictures one by one."""

    def __init__(self, container: OutputContainer, size_px: tuple[int, int], fps: float) -> None:
        """Adds the picture stream, of an even width and height, to an empty file."""
        self._container = container
        self._stream = _stream(container, size_px, fps)
        self._converter = VideoReformatter()  # kept: a new one for each frame takes longer
        self._durations: dict[int, int] = {}
        self._last_tick = -1

    def add(self, picture: npt.NDArray[np.uint8], time_s: float, duration_s: float) -> None:
        """Appends a contiguous blue-green-red picture, shown at a time from the file's start."""
        tick = max(self._last_tick + 1, round(time_s * _TICKS_PER_S))
        self._last_tick = tick
        self._durations[tick] = max(1, round(duration_s * _TICKS_PER_S))
        frame = self._converter.reformat(
            VideoFrame.from_numpy_buffer(picture, format="bgr24"),  # no copy
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        frame.pts = tick
        frame.time_base = Fraction(1, _TICKS_PER_S)
        self._mux(frame)

    def finish(self) -> None:
        """Writes what the encoder still holds."""
        self._mux(None)

    def _mux(self, frame: VideoFrame | None) -> None:
        for packet in self._stream.encode(frame):
            # the last picture stays as long as it should only if its packet says so
            packet.duration = self._durations.pop(packet.pts or 0, None)
            self._container.mux(packet)


@contextmanager
def new_mp4(target: Path) -> Iterator[OutputContainer]:
    """An empty MP4 file whose index will stand in front, without date and program name."""
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(target), "w", format="mp4", options=options) as container:
        yield container


def count_pictures(path: Path) -> int:
    """How many pictures a player finds in a file; its first one is decoded.

    Raises:
        av.FFmpegError: not a video.
    """
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        count = sum(packet.size > 0 for packet in container.demux(stream))
        container.seek(0)
        first = next(container.decode(stream), None)
    return count if first is not None else 0


def _stream(container: OutputContainer, size_px: tuple[int, int], fps: float) -> VideoStream:
    rate = Fraction(fps).limit_denominator(1001)
    stream = container.add_stream("libx264", rate=rate, options=_X264)
    context = stream.codec_context
    context.width, context.height = size_px
    context.pix_fmt = "yuv420p"
    context.time_base = stream.time_base = Fraction(1, _TICKS_PER_S)
    # A coach steps to and fro: a whole picture every second, and none that needs a later one.
    context.gop_size = max(1, round(fps))
    context.max_b_frames = 0
    context.thread_count = _THREADS
    context.flags |= Flags.bitexact
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED
    return stream
