"""A track of many frames a second as it is when only some of them were looked at."""

import numpy as np
from attrs import evolve

from hingecheck.capture.between_looks import filled
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack


def looked_at(track: PoseTrack, step: int) -> PoseTrack:
    """The same film with a look at every `step`-th frame, from the first one on."""
    frames = len(track.time_s)
    look = np.arange(0, frames, step)
    parts = (track.image_px, track.world_m, track.visibility[..., None])
    landmarks = np.concatenate(parts, axis=2)[look].astype(np.float32)
    whole = filled(landmarks, look, track.time_s, track.cuts)
    looked = np.arange(frames) % step == 0
    polygons = [track.outline.polygon_px(frame) for frame in range(frames)]
    return evolve(
        track,
        image_px=whole[..., :2],
        world_m=whole[..., 2:5],
        visibility=whole[..., 5],
        outline=Outline.from_polygons(
            [one if seen else np.empty((0, 2)) for one, seen in zip(polygons, looked, strict=True)]
        ),
        looked=looked,
    )
