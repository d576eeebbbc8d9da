"""Reads a video file as frames, forward only, through OpenCV; through PyAV where that fails."""

import hashlib
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
from attrs import define

from hingecheck.capture import opencv_source, pyav_source
from hingecheck.capture.clock import Clock
from hingecheck.capture.pace import Pace, expected_looks
from hingecheck.domain.frame import Frame
from hingecheck.domain.recording import Recording
from hingecheck.errors import RecordingUnreadable, RecordingUnsuitable

EXPECTED = "expected a video file such as .mp4 or .mov"
# A day at 240 frames a second; what claims more is a lying header, and only a progress bar asks.
MAX_EXPECTED_FRAMES = 24 * 3600 * 240


# Gives an (H, W, 3) uint8 blue-green-red picture; making one takes time besides decoding.
Show = Callable[[], npt.NDArray[np.uint8]]


class Source(Protocol):
    """Something that yields upright pictures with their stamps."""

    nominal_fps: float
    claimed_duration_s: float
    rotation_deg: int
    codec: str
    damaged: int

    def pictures(self) -> Iterator[tuple[float, Show]]:
        """Yields (time stamp in seconds or NaN, what shows the picture until the next is asked)."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...


@define
class RecordingReader:
    """A recording being read. Its facts are complete once `frames` has run out.

    Attributes:
        path: the file; it is only ever opened for reading.
    """

    path: Path
    _source: Source
    _clock: Clock
    _size: tuple[int, int] = (0, 0)
    _count: int = 0
    _last_s: float = 0.0
    _exhausted: bool = False

    @property
    def expected_frames(self) -> int | None:
        """How many frames there should be by the file's own account; None if it has none."""
        frames = self._source.claimed_duration_s / self._clock.period_s
        return round(frames) if 0 < frames < MAX_EXPECTED_FRAMES else None

    @property
    def expected_looks(self) -> int:
        """How many of them will be looked at; 1 where that is not known."""
        return expected_looks(self.expected_frames or 1, self._clock.period_s / self.slowed)

    def expected_between(self, start_s: float | None, end_s: float | None) -> int | None:
        """How many of them lie in a stretch of time; None where that is not known."""
        whole, period_s = self.expected_frames, self._clock.period_s
        if whole is None:
            return None
        first = round((start_s or 0.0) / period_s)
        stop = whole if end_s is None else min(whole, round(end_s / period_s) + 1)
        return max(0, stop - first)

    @property
    def slowed(self) -> float:
        """How many times slower than filmed the file plays, where it says so; else 1."""
        filmed = pyav_source.filmed_fps(self.path.resolve())
        return 1.0 if filmed is None else filmed * self._clock.period_s

    def frames(self) -> Iterator[Frame]:
        """Yields every frame once, in order.

        Raises:
            RecordingUnreadable: there is not a single frame in the file.
        """
        return (frame for _, frame in self._decoded(lambda _: True) if frame is not None)

    def frames_between(
        self, start_s: float | None, end_s: float | None, pace: Pace | None = None
    ) -> Iterator[Frame]:
        """The frames of a stretch of time, both ends in it; None = the recording's own ends.

        Args:
            start_s: first second.
            end_s: last second.
            pace: counts all of them and chooses which are yielded; None = every one.

        Raises:
            RecordingUnreadable: there is not a single frame in the file.
            RecordingUnsuitable: the recording has no frame in the stretch.
        """
        begun = False
        for time_s, frame in self._decoded(partial(_is_wanted, start_s, pace)):
            if end_s is not None and time_s > end_s:
                break
            if start_s is not None and time_s < start_s:
                continue
            begun = True
            if pace is not None:
                pace.count(time_s, looked=frame is not None)
            if frame is not None:
                yield frame
        if not begun:
            raise RecordingUnsuitable(
                f"{self.path.name} has no picture in the stretch asked for; it may be shorter. "
                "Check --start and --end"
            )

    def _decoded(self, wanted: Callable[[float], bool]) -> Iterator[tuple[float, Frame | None]]:
        """The time of every frame, and the frame itself where the time is wanted."""
        for stamp_s, show in self._source.pictures():
            clock = copy(self._clock)
            time_s = clock.tick(stamp_s)
            picture = show() if wanted(time_s) or not self._count else None
            if picture is not None and not self._fits(picture):
                continue
            self._clock, self._last_s, index = clock, time_s, self._count
            self._count += 1  # before the yield, after which a reader may not come back
            yield time_s, None if picture is None else Frame(index, time_s, picture)
        self._exhausted = True
        if not self._count:
            raise RecordingUnreadable(f"No picture in {self.path} could be read; {EXPECTED}")

    def _fits(self, picture: npt.NDArray[np.uint8]) -> bool:
        """False in a file that changes size in mid-stream; pixels would not compare."""
        size = (picture.shape[1], picture.shape[0])
        if not self._size[0]:
            self._size = size
        return size == self._size

    def recording(self) -> Recording:
        """The facts, after `frames` has run out or the reader has seen enough."""
        spans = max(self._count - 1, 1)
        period_s = self._last_s / spans if self._last_s else self._clock.period_s
        return Recording(
            name=self.path.name,
            sha256=_sha256(self.path),
            width_px=self._size[0],
            height_px=self._size[1],
            rotation_deg=self._source.rotation_deg,
            fps=1.0 / period_s,
            frame_count=self._count,
            duration_s=self._last_s + period_s,
            codec=self._source.codec,
            warnings=tuple(self._warnings()),
            filmed_fps=pyav_source.filmed_fps(self.path.resolve()),
        )

    def _warnings(self) -> Iterator[str]:
        claimed_s, read_s = self._source.claimed_duration_s, self._last_s + self._clock.period_s
        # containers round their own length; a real loss is more than that
        missing = claimed_s - read_s > max(0.2, 0.02 * claimed_s)  # NaN compares false
        if self._exhausted and missing:
            yield (
                f"The file says it lasts {claimed_s:.1f} s, but only {read_s:.1f} s could be read. "
                "It may be cut short or damaged."
            )
        if self._source.damaged:
            yield f"At least {self._source.damaged} pictures are damaged and were left out."
        if self._clock.repaired:
            yield (
                f"{self._clock.repaired} time stamps were missing, ran back or leapt and were "
                "repaired."
            )


@contextmanager
def opened(path: Path) -> Iterator[RecordingReader]:
    """Opens a recording for reading and closes it again, also when the reader stops early.

    Raises:
        RecordingUnreadable: missing, a folder, empty, not allowed, or no video.
    """
    require_file(path)
    source = _source(path.resolve())
    try:
        yield RecordingReader(path, source, Clock(source.nominal_fps))
    finally:
        source.close()


def _is_wanted(start_s: float | None, pace: Pace | None, time_s: float) -> bool:
    late_enough = start_s is None or time_s >= start_s
    return late_enough and (pace is None or pace.is_due(time_s))


def _source(path: Path) -> Source:
    """OpenCV, or PyAV where OpenCV cannot open the file or yields no picture from it (AV1)."""
    if opencv_source.can_read(path):
        return opencv_source.OpenCvSource(path)
    return pyav_source.PyAvSource(path)


def require_file(path: Path) -> None:
    """Makes sure that a path names a file with something in it.

    Raises:
        RecordingUnreadable: missing, a folder, a pipe, empty, or not allowed.
    """
    try:
        kind = path.stat().st_mode
        first = _first_byte(path) if stat.S_ISREG(kind) else b""
    except (FileNotFoundError, NotADirectoryError) as cause:
        raise RecordingUnreadable(f"There is no file {path}; {EXPECTED}. Check the name") from cause
    except OSError as cause:
        raise RecordingUnreadable(f"{path} cannot be opened: {cause.strerror}") from cause
    if stat.S_ISDIR(kind):
        raise RecordingUnreadable(f"{path} is a folder; {EXPECTED}")
    if not stat.S_ISREG(kind):
        raise RecordingUnreadable(f"{path} is a pipe or a device; {EXPECTED}")
    if not first:
        raise RecordingUnreadable(f"{path} is empty; {EXPECTED}. Copy it from the phone again")


def _first_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
