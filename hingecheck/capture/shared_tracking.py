"""The chunks of a recording shared out over threads: the same bytes, sooner.

One thread, the caller's, reads, shrinks and hands out the pictures; each of the others looks for
the body in a chunk of its own. Engines work outside Python, so threads suffice: no picture is
copied to another process, and nothing is decoded twice.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Self

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from hingecheck.capture.landmarker import LandmarkerFactory, Sighting
from hingecheck.capture.picture_reading import PictureNote, PictureReader
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT
from hingecheck.engines import messages_shown

# The engine follows the body from frame to frame. A recording is therefore cut into chunks of
# fixed length, each with a fresh engine that has already watched the frames before it: whoever
# computes a chunk, alone or beside others, gets the same bytes.
CHUNK_FRAMES = 240
WARM_UP_FRAMES = 8
# So many pictures are read ahead of an engine. Each further engine begins a chunk later and needs a
# chunk more, half a chunk at least: with less it stands idle part of the time.
_AHEAD_FRAMES = 24
_CHUNK_BYTES = 300_000_000
_TELL_EVERY_S = 0.1

# As in the track file, so that a stored track is judged exactly as a fresh one; and half as large.
Stored = npt.NDArray[np.float32]
# image_px x y, world_m x y z and visibility of a landmark, side by side
_COLUMNS = 6


@frozen(eq=False)
class Seen:
    """A sighting as it is kept: `landmarks` (K, 6), NaN = unseen, and `polygon_px` (n, 2).

    Beside it stands what the picture itself is like.
    """

    landmarks: Stored
    polygon_px: Stored
    note: PictureNote


_NO_LANDMARKS: Stored = np.full((LANDMARK_COUNT, _COLUMNS), np.nan, dtype=np.float32)
NO_POLYGON: Stored = np.empty((0, 2), dtype=np.float32)


class SharedChunks:
    """Engines that look at chunks, up to `jobs` at a time; used as a context.

    Leaving the context, by an error or Ctrl-C too, closes every engine first.
    """

    def __init__(
        self, new_landmarker: LandmarkerFactory, jobs: int, on_frame: Callable[[int], None]
    ) -> None:
        self._new = new_landmarker
        self._pool = ThreadPoolExecutor(max_workers=jobs)
        self._jobs = jobs
        self._waiting = _Waiting()
        self._chunks: list[_Chunk] = []
        self._on_frame = on_frame
        self._told = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.stop()
        for chunk in self._chunks:
            chunk.frames.put(None)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def show(self, position: int, frame: Frame) -> None:
        """Hands out the next frame; waits while too many pictures do.

        Raises:
            Exception: what an engine has raised meanwhile.
        """
        chunk, place = divmod(position, CHUNK_FRAMES)
        self._give(chunk, frame)
        if place >= CHUNK_FRAMES - WARM_UP_FRAMES:
            self._give(chunk + 1, frame)
        if place == CHUNK_FRAMES - 1:
            self._chunks[chunk].frames.put(None)
        self._tell()

    def seen(self) -> list[Seen]:
        """Waits for the engines; what they saw in every frame that was shown, in order.

        Raises:
            Exception: what an engine has raised.
        """
        for chunk in self._chunks:
            chunk.frames.put(None)
        while wait([chunk.done for chunk in self._chunks], _TELL_EVERY_S).not_done:
            self._tell()
        seen = [one for chunk in self._chunks for one in chunk.done.result()]
        self._tell()
        return seen

    def _give(self, number: int, frame: Frame) -> None:
        if number == len(self._chunks):
            self._chunks.append(self._begun(warm_up=WARM_UP_FRAMES if number else 0))
        a_chunk = min(CHUNK_FRAMES, _CHUNK_BYTES // frame.picture.nbytes)
        if not self._waiting.add(limit=_AHEAD_FRAMES + (self._jobs - 1) * a_chunk):
            for chunk in self._chunks:
                if chunk.done.done():
                    chunk.done.result()  # raises what stopped the work
        self._chunks[number].frames.put(frame)

    def _begun(self, warm_up: int) -> "_Chunk":
        frames: SimpleQueue[Frame | None] = SimpleQueue()
        return _Chunk(frames, self._pool.submit(self._look, frames, warm_up))

    def _look(self, frames: "SimpleQueue[Frame | None]", warm_up: int) -> list[Seen]:
        """The whole work on a chunk, in a thread of its own."""
        seen: list[Seen] = []
        reader = PictureReader()
        try:
            with self._new() as engine:
                while (frame := frames.get()) is not None and not self._waiting.stopped:
                    sighting = engine.see(frame)
                    self._waiting.remove()
                    if warm_up:
                        warm_up -= 1
                        continue
                    seen.append(_kept(sighting, reader.read(frame.picture, sighting)))
                    self._waiting.looked_at()
        except BaseException:
            self._waiting.stop()
            raise
        return seen

    def _tell(self) -> None:
        while self._told < self._waiting.looked:
            self._told += 1
            with messages_shown():
                self._on_frame(self._told)


@frozen(eq=False)
class _Chunk:
    """Frames on their way to an engine, None at their end, and what it saw."""

    frames: "SimpleQueue[Frame | None]"
    done: "Future[list[Seen]]"


@define(eq=False)
class _Waiting:
    """Counts between threads: frames that wait, frames looked at, and whether to stop."""

    held: int = 0
    looked: int = 0
    stopped: bool = False
    _changed: threading.Condition = field(factory=threading.Condition)

    def add(self, limit: int) -> bool:
        """Waits until fewer than `limit` do; gives whether the work goes on."""
        with self._changed:
            self._changed.wait_for(lambda: self.stopped or self.held < limit)
            self.held += 1
            return not self.stopped

    def remove(self) -> None:
        with self._changed:
            self.held -= 1
            self._changed.notify()

    def looked_at(self) -> None:
        with self._changed:
            self.looked += 1

    def stop(self) -> None:
        with self._changed:
            self.stopped = True
            self._changed.notify()


def _kept(sighting: Sighting | None, note: PictureNote) -> Seen:
    if sighting is None:
        return Seen(_NO_LANDMARKS, NO_POLYGON, note)
    parts = (sighting.image_px, sighting.world_m, sighting.visibility[:, None])
    landmarks = np.concatenate(parts, axis=1, dtype=np.float32)
    return Seen(landmarks, sighting.polygon_px.astype(np.float32), note)


def processors() -> int:
    """How many this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
