"""Pictures from a video file through PyAV, for what OpenCV's wheel cannot decode."""

import math
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from hingecheck.engines import FFMPEG_PROTOCOLS
from hingecheck.errors import RecordingUnreadable


def claimed_duration_s(path: Path) -> float:
    """How long the file says it lasts; NaN where it does not say."""
    try:
        with av.open(str(path), options={"protocol_whitelist": FFMPEG_PROTOCOLS}) as container:
            return _seconds(container.duration)
    except (av.FFmpegError, OSError, ValueError):
        return math.nan


def _seconds(ticks: int | None) -> float:
    """A container's duration, which counts microseconds, in seconds; NaN for None."""
    return math.nan if ticks is None else ticks / av.time_base


class PyAvSource:
    """Upright pictures, forward only; closed by `close`. Attributes as `OpenCvSource`."""

    def __init__(self, path: Path) -> None:
        """Opens the file.

        Raises:
            RecordingUnreadable: no video, or no picture stream in it.
        """
        self._name = path.name
        try:
            self._container = av.open(str(path), options={"protocol_whitelist": FFMPEG_PROTOCOLS})
        except (av.FFmpegError, OSError, ValueError) as cause:
            raise RecordingUnreadable(
                f"{path} is not a video that can be read; expected a file such as .mp4 or .mov "
                "straight from the phone"
            ) from cause
        if not self._container.streams.video:
            self._container.close()
            raise RecordingUnreadable(f"{path} holds no picture, only sound or text")
        self._stream = self._container.streams.video[0]
        self.nominal_fps = float(self._stream.average_rate or math.nan)
        self.claimed_duration_s = _seconds(self._container.duration)
        self.rotation_deg = 0
        self.codec = str(self._stream.codec_context.name)[:4]

    def pictures(self) -> Iterator[tuple[float, npt.NDArray[np.uint8]]]:
        """Yields (time stamp in seconds or NaN, (H, W, 3) picture) until nothing decodes."""
        frames = self._container.decode(self._stream)
        while True:
            try:
                frame = next(frames)
            except (StopIteration, av.FFmpegError):
                return  # what could be decoded is kept; the reader notices the missing rest
            # PyAV's rotation counts anticlockwise, and PyAV turns nothing itself.
            turns = round(frame.rotation / 90) % 4
            self.rotation_deg = (-90 * turns) % 360
            flat = frame.to_ndarray(format="bgr24").astype(np.uint8, copy=False)
            picture = np.ascontiguousarray(np.rot90(flat, turns))
            yield (math.nan if frame.time is None else float(frame.time)), picture

    def close(self) -> None:
        """Lets go of the file."""
        self._container.close()
