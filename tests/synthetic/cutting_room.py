"""What happens to a recording after it was filmed: spliced, mirrored, partly hidden."""

import numpy as np
from attrs import evolve

from hingecheck.domain.landmark import Landmark
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack

_SWAPPED = {"LEFT": "RIGHT", "RIGHT": "LEFT"}


def spliced(*tracks: PoseTrack) -> PoseTrack:
    """One recording of several scenes, each beginning with a cut."""
    period_s = 1 / tracks[0].recording.fps
    starts = np.cumsum([0.0, *(track.time_s[-1] + period_s for track in tracks[:-1])])
    time_s = np.concatenate(
        [track.time_s + start for track, start in zip(tracks, starts, strict=True)]
    )
    polygons = [track.outline.polygon_px(i) for track in tracks for i in range(len(track.time_s))]
    return evolve(
        tracks[0],
        time_s=time_s,
        image_px=np.concatenate([track.image_px for track in tracks]),
        world_m=np.concatenate([track.world_m for track in tracks]),
        visibility=np.concatenate([track.visibility for track in tracks]),
        outline=Outline.from_polygons(polygons),
        cuts=np.cumsum([len(track.time_s) for track in tracks])[:-1],
        recording=evolve(
            tracks[0].recording, frame_count=len(time_s), duration_s=float(time_s[-1]) + period_s
        ),
    )


def mirrored(track: PoseTrack) -> PoseTrack:
    """What the camera would see in a mirror: left and right change places, x runs backward."""
    twin = [_twin(landmark) for landmark in Landmark]
    image, world = track.image_px[:, twin].copy(), track.world_m[:, twin].copy()
    image[..., 0] = track.recording.width_px - image[..., 0]
    world[..., 0] = -world[..., 0]
    outline = track.outline.points_px.copy()
    outline[:, 0] = track.recording.width_px - outline[:, 0]
    return evolve(
        track,
        image_px=image,
        world_m=world,
        visibility=track.visibility[:, twin],
        outline=evolve(track.outline, points_px=outline),
    )


def _twin(landmark: Landmark) -> Landmark:
    words = landmark.name.split("_")
    return Landmark["_".join(_SWAPPED.get(word, word) for word in words)]


def hidden(track: PoseTrack, landmarks: tuple[Landmark, ...], frames: slice) -> PoseTrack:
    """The model goes on guessing some landmarks, but does not believe them."""
    visibility = track.visibility.copy()
    visibility[frames, list(landmarks)] = 0.1
    return evolve(track, visibility=visibility)


def with_feet(track: PoseTrack, wider: float = 1.0, toes_px: float = 0.0) -> PoseTrack:
    """A front view whose feet stand `wider` apart, the toes so many pixels further out."""
    image = track.image_px.copy()
    for part in ("ANKLE", "HEEL", "FOOT_INDEX"):
        pair = [Landmark[f"{side}_{part}"] for side in ("LEFT", "RIGHT")]
        middle = image[:, pair, 0].mean(axis=1, keepdims=True)
        image[:, pair, 0] = middle + wider * (image[:, pair, 0] - middle)
        if part == "FOOT_INDEX":
            image[:, pair, 0] += toes_px * np.sign(image[:, pair, 0] - middle)
    return evolve(track, image_px=image)
