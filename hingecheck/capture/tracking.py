"""Frames -> PoseTrack: one pass over a recording, in chunks that do not depend on each other."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

import numpy as np
from attrs import define, field

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.capture.scene import decorrelation, find_cuts, thumbnail
from hingecheck.domain.array import Floats
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


@define
class _Gathered:
    """What one pass collects; a few kilobytes a frame, never a picture."""

    time_s: list[float] = field(factory=list)
    sightings: list[Sighting | None] = field(factory=list)
    change: list[float] = field(factory=list)


def track(
    frames: Iterable[Frame],
    new_landmarker: LandmarkerFactory,
    on_frame: Progress = lambda _: None,
) -> Callable[[Recording, str, str], PoseTrack]:
    """Looks at every frame once.

    Args:
        frames: the recording's frames in time order.
        new_landmarker: opens an engine without memory.
        on_frame: called after each frame.

    Returns:
        A function that makes the track from the recording's facts (complete only now that it
        has been read), the model's name and the engine's.
    """
    gathered = _Gathered()
    before = None
    for frame, sighting in _sightings(frames, new_landmarker):
        small = thumbnail(frame.picture)
        gathered.time_s.append(frame.time_s)
        gathered.sightings.append(sighting)
        gathered.change.append(0.0 if before is None else decorrelation(before, small))
        before = small
        on_frame(frame)
    return lambda recording, model, engine: _assemble(gathered, recording, model, engine)


def _sightings(
    frames: Iterable[Frame], new_landmarker: LandmarkerFactory
) -> Iterator[tuple[Frame, Sighting | None]]:
    """Each frame with what the engine of its chunk sees; the next engine warms up meanwhile."""
    with ExitStack() as current_stack, ExitStack() as next_stack:
        current: Landmarker | None = None
        following: Landmarker | None = None
        for position, frame in enumerate(frames):
            place = position % CHUNK_FRAMES
            if current is None or (place == 0 and following is not None):
                current_stack.close()
                current_stack.push(next_stack.pop_all())
                current = following or current_stack.enter_context(new_landmarker())
                following = None
            if place == CHUNK_FRAMES - WARM_UP_FRAMES:
                following = next_stack.enter_context(new_landmarker())
            if following is not None:
                following.see(frame)
            yield frame, current.see(frame)


def _assemble(gathered: _Gathered, recording: Recording, model: str, engine: str) -> PoseTrack:
    count = len(gathered.time_s)
    # float32 as in the track file, so that a stored track is judged exactly as a fresh one
    image = np.full((count, LANDMARK_COUNT, 2), np.nan, dtype=np.float32)
    world = np.full((count, LANDMARK_COUNT, 3), np.nan, dtype=np.float32)
    visibility = np.full((count, LANDMARK_COUNT), np.nan, dtype=np.float32)
    polygons: list[Floats] = []
    for index, sighting in enumerate(gathered.sightings):
        polygons.append(np.empty((0, 2)) if sighting is None else _stored(sighting.polygon_px))
        if sighting is not None:
            image[index] = sighting.image_px
            world[index] = sighting.world_m
            visibility[index] = sighting.visibility
    return PoseTrack(
        time_s=gathered.time_s,
        image_px=image,
        world_m=world,
        visibility=visibility,
        outline=Outline.from_polygons(polygons),
        cuts=find_cuts(np.array(gathered.change)),
        recording=recording,
        model=model,
        engine=engine,
    )


def _stored(points: Floats) -> Floats:
    """The points at the track file's precision."""
    return points.astype(np.float32).astype(np.float64)
