"""Frames -> PoseTrack: one pass over a recording, in chunks that do not depend on each other."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from attrs import evolve, frozen

from hingecheck.capture.between_looks import filled
from hingecheck.capture.landmarker import LandmarkerFactory
from hingecheck.capture.pace import Pace
from hingecheck.capture.picture_log import picture_facts
from hingecheck.capture.scene import decorrelation, find_cuts, thumbnail
from hingecheck.capture.shared_tracking import NO_POLYGON, Seen, SharedChunks, Stored
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
        look: (L,) positions of the frames that were looked at.
        seen: L sightings, in pixels of the shrunk pictures.
        change: (L,) decorrelation from the look before.
        scale: recording pixels per pixel of a shrunk picture.
    """

    time_s: list[float]
    look: list[int]
    seen: list[Seen]
    change: list[float]
    scale: float


def gather(
    frames: Iterable[Frame],
    new_landmarker: LandmarkerFactory,
    on_frame: Progress = lambda _: None,
    jobs: int = 1,
    pace: Pace | None = None,
    *,
    shrinks: bool = True,
) -> Gathered:
    """Looks once at every frame that the pace lets pass.

    Args:
        frames: the stretch's frames in time order, all of them or those that the pace chose.
        new_landmarker: opens an engine without memory.
        on_frame: called after each look with how many frames are done, in this thread.
        jobs: how many engines look at the same time; what they see is the same.
        pace: which has counted the frames; None = nothing has, and every one is looked at.
        shrinks: whether large pictures are made small first; not where only a part of them is seen.
    """
    if pace is None:
        pace = Pace()
        frames = all_looked_at(frames, pace)
    change: list[float] = []
    before, look, scale = None, pace.look, 1.0
    with SharedChunks(new_landmarker, jobs, lambda done: on_frame(look[done - 1] + 1)) as chunks:
        for number, frame in enumerate(frames):
            small = thumbnail(frame.picture)
            change.append(0.0 if before is None else decorrelation(before, small))
            before = small
            picture, scale = shrunk(frame.picture) if shrinks else (frame.picture, 1.0)
            chunks.show(number, evolve(frame, picture=picture))
        return Gathered(pace.time_s, look, chunks.seen(), change, scale)


def all_looked_at(frames: Iterable[Frame], pace: Pace) -> Iterator[Frame]:
    """The same frames, counted."""
    for frame in frames:
        pace.count(frame.time_s, looked=True)
        yield frame


def assembled(gathered: Gathered, recording: Recording, model: str, engine: str) -> PoseTrack:
    """The track, from what was gathered in all chunks and the facts, complete by now."""
    time_s, look = np.array(gathered.time_s), np.array(gathered.look)
    cuts, scale = look[find_cuts(np.array(gathered.change))], np.float32(gathered.scale)
    landmarks = filled(np.stack([one.landmarks for one in gathered.seen]), look, time_s, cuts)
    return PoseTrack(
        time_s=time_s,
        image_px=landmarks[..., :2] * scale,
        world_m=landmarks[..., 2:5],
        visibility=landmarks[..., 5],
        outline=Outline.from_polygons(_polygons(gathered, scale)),
        cuts=cuts,
        picture=picture_facts(
            [one.note for one in gathered.seen], look, len(time_s), gathered.scale
        ),
        recording=recording,
        model=model,
        engine=engine,
        looked=None if len(look) == len(time_s) else np.isin(np.arange(len(time_s)), look),
    )


def _polygons(gathered: Gathered, scale: np.float32) -> list[Stored]:
    """One per frame; empty where it was not looked at."""
    polygons: list[Stored] = [NO_POLYGON] * len(gathered.time_s)
    for frame, one in zip(gathered.look, gathered.seen, strict=True):
        polygons[frame] = _scaled(one.polygon_px, scale)
    return polygons


def _scaled(polygon_px: Stored, scale: np.float32) -> Stored:
    # outlines are the largest part of a track: no copy where none is needed
    return polygon_px if scale == 1 else polygon_px * scale
