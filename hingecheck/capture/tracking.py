"""Frames -> PoseTrack: one pass over a recording, in chunks that do not depend on each other."""

from collections.abc import Callable, Iterable

import numpy as np
from attrs import evolve, frozen

from hingecheck.capture.landmarker import LandmarkerFactory
from hingecheck.capture.picture_log import picture_facts
from hingecheck.capture.scene import decorrelation, find_cuts, thumbnail
from hingecheck.capture.shared_tracking import Seen, SharedChunks, Stored
from hingecheck.capture.shrinking import shrunk
from hingecheck.domain.frame import Frame
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording

# Told how many frames are done.
Progress = Callable[[int], None]


@frozen(eq=False)
class Gathered:
    """What one pass collects; a kilobyte or two a frame, never a picture.

    Attributes:
        time_s: (T,) of every frame.
        seen: T sightings, in pixels of the shrunk pictures.
        change: (T,) decorrelation from the frame before.
        scale: recording pixels per pixel of a shrunk picture.
    """

    time_s: list[float]
    seen: list[Seen]
    change: list[float]
    scale: float


def gather(
    frames: Iterable[Frame],
    new_landmarker: LandmarkerFactory,
    on_frame: Progress = lambda _: None,
    jobs: int = 1,
    *,
    shrinks: bool = True,
) -> Gathered:
    """Looks once at every frame.

    Args:
        frames: the stretch's frames in time order, all of them.
        new_landmarker: opens an engine without memory.
        on_frame: called after each frame with how many are done, in this thread.
        jobs: how many engines look at the same time; what they see is the same.
        shrinks: whether large pictures are made small first; not where only a part of them is seen.
    """
    time_s: list[float] = []
    change: list[float] = []
    before, scale = None, 1.0
    with SharedChunks(new_landmarker, jobs, on_frame) as chunks:
        for position, frame in enumerate(frames):
            small = thumbnail(frame.picture)
            change.append(0.0 if before is None else decorrelation(before, small))
            before = small
            time_s.append(frame.time_s)
            picture, scale = shrunk(frame.picture) if shrinks else (frame.picture, 1.0)
            chunks.show(position, evolve(frame, picture=picture))
        return Gathered(time_s, chunks.seen(), change, scale)


def assembled(gathered: Gathered, recording: Recording, model: str, engine: str) -> PoseTrack:
    """The track, from what was gathered in all chunks and the facts, complete by now."""
    landmarks = np.stack([one.landmarks for one in gathered.seen])
    scale = np.float32(gathered.scale)
    return PoseTrack(
        time_s=gathered.time_s,
        image_px=landmarks[..., :2] * scale,
        world_m=landmarks[..., 2:5],
        visibility=landmarks[..., 5],
        outline=Outline.from_polygons([_scaled(one.polygon_px, scale) for one in gathered.seen]),
        cuts=find_cuts(np.array(gathered.change)),
        picture=picture_facts([one.note for one in gathered.seen], gathered.scale),
        recording=recording,
        model=model,
        engine=engine,
    )


def _scaled(polygon_px: Stored, scale: np.float32) -> Stored:
    # outlines are the largest part of a track: no copy where none is needed
    return polygon_px if scale == 1 else polygon_px * scale
