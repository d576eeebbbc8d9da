"""Pictures from a video file through PyAV, for what OpenCV's wheel cannot decode."""

import math
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from hingecheck.capture.picture_size import require_bearable
from hingecheck.engines import FFMPEG_FORMATS, FFMPEG_PROTOCOLS
from hingecheck.errors import RecordingUnreadable

_OPTIONS = {"protocol_whitelist": FFMPEG_PROTOCOLS, "format_whitelist": FFMPEG_FORMATS}

# Android phones write the camera's own rate beside that of the file.
_FILMED_FPS = "com.android.capture.fps"
_PLAUSIBLE_FPS = (1.0, 2000.0)


def claimed_duration_s(path: Path) -> float:
    """How long the file says its picture lasts; NaN where it does not say."""
    try:
        with av.open(str(path), options=_OPTIONS) as container:
            return _picture_s(container)
    except (av.FFmpegError, OSError, ValueError):
        return math.nan


def filmed_fps(path: Path) -> float | None:
    """Pictures per second of real time, where the phone wrote it down; None where it did not."""
    try:
        with av.open(str(path), options=_OPTIONS) as container:
            said = float(container.metadata.get(_FILMED_FPS, "nan"))
    except (av.FFmpegError, OSError, ValueError):
        return None
    low, high = _PLAUSIBLE_FPS
    return said if low <= said <= high else None  # NaN compares false


def _picture_s(container: InputContainer) -> float:
    """The shorter claim in seconds: the file's counts its edit list, but also a longer sound."""
    claims = [
        float(stream.duration * stream.time_base)
        for stream in _films(container)[:1]
        if stream.duration is not None and stream.time_base is not None
    ]
    if container.duration is not None:
        claims.append(container.duration / av.time_base - _before_s(container))
    return min(claims, default=math.nan)


def _before_s(container: InputContainer) -> float:
    """What the file counts before its first picture; only Matroska's length has that in it."""
    if "matroska" not in container.format.name:
        return 0.0
    starts = [
        float(stream.start_time * stream.time_base)
        for stream in _films(container)[:1]
        if stream.start_time is not None and stream.time_base is not None
    ]
    return max([0.0, *starts])


def _films(container: InputContainer) -> list[VideoStream]:
    """The picture streams but for the cover picture of a film."""
    return [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic
    ]


def _film(container: InputContainer, path: Path) -> VideoStream:
    """The stream with the film: the first whose coding is known.

    Raises:
        RecordingUnreadable: there is none, or its pictures are too large.
    """
    films = _films(container)
    if not films:
        raise RecordingUnreadable(f"{path} holds no picture, only sound or text")
    known = [stream for stream in films if stream.codec_context is not None]
    if not known:
        raise RecordingUnreadable(
            f"The pictures of {path} are coded in a way that is not known here; expected H.264, "
            "HEVC, MPEG-4, VP9 or AV1. Film in the phone's usual format"
        )
    require_bearable(known[0].codec_context.width, known[0].codec_context.height, path)
    return known[0]


def _upright(frame: av.VideoFrame, turns: int) -> npt.NDArray[np.uint8]:
    flat = frame.to_ndarray(format="bgr24").astype(np.uint8, copy=False)
    return np.ascontiguousarray(np.rot90(flat, turns))


class PyAvSource:
    """Upright pictures, forward only; closed by `close`. Attributes as `OpenCvSource`."""

    def __init__(self, path: Path) -> None:
        """Opens the file.

        Raises:
            RecordingUnreadable: no video, or no picture stream in it.
        """
        self._name = path.name
        try:
            self._container = av.open(str(path), options=_OPTIONS)
        except (av.FFmpegError, OSError, ValueError) as cause:
            raise RecordingUnreadable(
                f"{path} is not a video that can be read; expected a file such as .mp4 or .mov "
                "straight from the phone"
            ) from cause
        try:
            self._stream = _film(self._container, path)
        except RecordingUnreadable:
            self._container.close()
            raise
        self.nominal_fps = float(self._stream.average_rate or math.nan)
        self.claimed_duration_s = _picture_s(self._container)
        self.rotation_deg = 0
        self.damaged = 0
        # the decoder's own name would be that of a library, libdav1d
        self.codec = self._stream.codec_context.codec.canonical_name[:4]

    def pictures(self) -> Iterator[tuple[float, Callable[[], npt.NDArray[np.uint8]]]]:
        """Yields (time stamp in seconds or NaN, what gives the (H, W, 3) picture) to the end."""
        for frame in self._frames():
            # PyAV's rotation counts anticlockwise, and PyAV turns nothing itself.
            turns = round(frame.rotation / 90) % 4
            self.rotation_deg = (-90 * turns) % 360
            stamp_s = math.nan if frame.time is None else float(frame.time)
            yield stamp_s, partial(_upright, frame, turns)

    def _frames(self) -> Iterator[av.VideoFrame]:
        packets, failed = self._container.demux(self._stream), 0
        while True:
            try:
                packet = next(packets)
            except (StopIteration, av.FFmpegError):
                return  # what could be read is kept; the reader notices the missing rest
            try:
                decoded = packet.decode()
            except av.FFmpegError:
                failed += 1
                continue
            for frame in decoded:
                self.damaged += failed
                failed = 0
                yield frame

    def close(self) -> None:
        """Lets go of the file."""
        self._container.close()
