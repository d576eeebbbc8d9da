"""Frames -> PoseTrack: one pass over a recording, in chunks that do not depend on each other."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Self

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.capture.scene import decorrelation, find_cuts, thumbnail
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording

# The engine follows the body from frame to frame. A recording is therefore cut into chunks of
# fixed length, each with a fresh engine that has already watched the frames before it: whoever
# computes a chunk, alone or beside others, gets the same bytes.
CHUNK_FRAMES = 240
WARM_UP_FRAMES = 8

Progress = Callable[[Frame], None]


# As in the track file, so that a stored track is judged exactly as a fresh one; and half as large.
Stored = npt.NDArray[np.float32]
# image_px x y, world_m x y z and visibility of a landmark, side by side
_COLUMNS = 6


@frozen
class Share:
    """Which chunks one of several processes looks at: every `of`-th, beginning with `place`."""

    place: int = 0
    of: int = 1

    def has(self, position: int) -> bool:
        """Whether the frame at a position of the stretch is looked at here."""
        return (position // CHUNK_FRAMES) % self.of == self.place


@define
class Gathered:
    """What one pass collects; two kilobytes a frame, never a picture.

    Attributes:
        time_s: (T,) of every frame.
        landmarks: T arrays of (K, 6), or None where another process looks.
        polygons: T outlines, or None as above.
        change: (T,) decorrelation from the frame before.
    """

    time_s: list[float] = field(factory=list)
    landmarks: list[Stored | None] = field(factory=list)
    polygons: list[Stored | None] = field(factory=list)
    change: list[float] = field(factory=list)

    def pass_over(self, time_s: float, change: float) -> None:
        """Leaves a frame to another process."""
        self.time_s.append(time_s)
        self.change.append(change)
        self.landmarks.append(None)
        self.polygons.append(None)

    def take(self, other: "Gathered") -> None:
        """Fills in what another process has seen."""
        for position, seen in enumerate(other.landmarks):
            if seen is not None:
                self.landmarks[position] = seen
                self.polygons[position] = other.polygons[position]

    def add(self, time_s: float, sighting: Sighting | None, change: float) -> None:
        """Keeps what was seen in one frame."""
        self.time_s.append(time_s)
        self.change.append(change)
        if sighting is None:
            self.landmarks.append(_UNSEEN)
            self.polygons.append(_NO_POLYGON)
            return
        parts = (sighting.image_px, sighting.world_m, sighting.visibility[:, None])
        self.landmarks.append(np.concatenate(parts, axis=1, dtype=np.float32))
        self.polygons.append(sighting.polygon_px.astype(np.float32))


_UNSEEN: Stored = np.full((LANDMARK_COUNT, _COLUMNS), np.nan, dtype=np.float32)
_NO_POLYGON: Stored = np.empty((0, 2), dtype=np.float32)


def gather(
    frames: Iterable[Frame],
    new_landmarker: LandmarkerFactory,
    on_frame: Progress = lambda _: None,
    share: Share | None = None,
) -> Gathered:
    """Looks once at every frame of its share.

    Args:
        frames: the stretch's frames in time order, all of them.
        new_landmarker: opens an engine without memory.
        on_frame: called after each frame.
        share: which chunks are looked at here; None = all.
    """
    gathered = Gathered()
    before = None
    mine = share or Share()
    with _Relay(new_landmarker) as relay:
        for position, frame in enumerate(frames):
            small = thumbnail(frame.picture)
            change = 0.0 if before is None else decorrelation(before, small)
            before = small
            relay.warm_up(position, frame, mine)
            if mine.has(position):
                gathered.add(frame.time_s, relay.see(position, frame), change)
            else:
                gathered.pass_over(frame.time_s, change)
            on_frame(frame)
    return gathered


class _Relay:
    """The engines of the chunks, each handing over to the next, which has warmed up by then."""

    def __init__(self, new_landmarker: LandmarkerFactory) -> None:
        self._new = new_landmarker
        self._current: tuple[int, Landmarker, ExitStack] | None = None
        self._next: tuple[int, Landmarker, ExitStack] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for engine in (self._current, self._next):
            if engine is not None:
                engine[2].close()

    def warm_up(self, position: int, frame: Frame, mine: Share) -> None:
        """Shows a frame to the next chunk's engine, where that chunk is ours and about to begin."""
        following = position // CHUNK_FRAMES + 1
        if position % CHUNK_FRAMES >= CHUNK_FRAMES - WARM_UP_FRAMES and mine.has(
            following * CHUNK_FRAMES
        ):
            if self._next is None:
                self._next = self._opened(following)
            self._next[1].see(frame)

    def see(self, position: int, frame: Frame) -> Sighting | None:
        """What the engine of the frame's own chunk sees."""
        chunk = position // CHUNK_FRAMES
        if self._current is None or self._current[0] != chunk:
            if self._current is not None:
                self._current[2].close()
            self._current, self._next = self._next or self._opened(chunk), None
        return self._current[1].see(frame)

    def _opened(self, chunk: int) -> tuple[int, Landmarker, ExitStack]:
        stack = ExitStack()
        return chunk, stack.enter_context(self._new()), stack


def assembled(gathered: Gathered, recording: Recording, model: str, engine: str) -> PoseTrack:
    """The track, from what was gathered in all chunks and the facts, complete by now."""
    seen = [landmarks for landmarks in gathered.landmarks if landmarks is not None]
    landmarks = np.stack(seen) if seen else _UNSEEN[None, :0]
    return PoseTrack(
        time_s=gathered.time_s,
        image_px=landmarks[..., :2],
        world_m=landmarks[..., 2:5],
        visibility=landmarks[..., 5],
        outline=Outline.from_polygons([one for one in gathered.polygons if one is not None]),
        cuts=find_cuts(np.array(gathered.change)),
        recording=recording,
        model=model,
        engine=engine,
    )
