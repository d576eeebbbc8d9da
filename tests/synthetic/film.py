"""Films a motion: where the camera stands, how fast it runs, what it loses."""

import numpy as np
from attrs import frozen

from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording
from hingecheck.domain.view import Side
from tests.synthetic.body import landmark_points, outline_points
from tests.synthetic.motion import Motion

TRUNK_M = 0.5
NEAR_VISIBILITY, FAR_VISIBILITY = 0.95, 0.30
_ALWAYS_SURE = ("NOSE", "SHOULDER", "HIP")


@frozen
class Film:
    """The dials of a recording. The projection is orthographic: at yaw 0 every angle is exact.

    Attributes:
        facing: +1 = the toes point to the right of the picture.
        near_side: whose joints are seen; None = the side that is really nearer.
        yaw_deg: 0 = side-on, 90 = from the front, -90 = from behind.
        trunk_px: one trunk length in pixels.
        ankle_px: where the ankles' middle stands.
        size_px: width and height of the picture.
        fps: mean frame rate.
        uneven: share of a frame's time by which each time stamp may be off its place.
        noise_px: standard deviation of what is added to each landmark.
        seed: of noise and uneven time stamps.
        start_s: where in the motion the recording begins.
        end_s: where it ends; None = with the motion.
        unseen_s: stretches of the motion in which nobody is found.
    """

    facing: int = 1
    near_side: Side | None = None
    yaw_deg: float = 0.0
    trunk_px: float = 180.0
    ankle_px: tuple[float, float] = (640.0, 860.0)
    size_px: tuple[int, int] = (1280, 960)
    fps: float = 30.0
    uneven: float = 0.0
    noise_px: float = 0.0
    seed: int = 1
    start_s: float = 0.0
    end_s: float | None = None
    unseen_s: tuple[tuple[float, float], ...] = ()


def filmed(motion: Motion, film: Film | None = None) -> PoseTrack:
    """The track that the pose model would hand over if it made no error but the dialled noise."""
    used = film or Film()
    moments_s = _moments_s(motion, used)
    posture = motion.at(moments_s)
    body = landmark_points(posture)
    outline = outline_points(posture)
    near = np.full((*outline.shape[:2], 1), _lateral_of_near_side(used))
    noise = np.random.default_rng(used.seed).normal(0.0, used.noise_px, (*body.shape[:2], 3))
    seen = ~_during(moments_s, used.unseen_s)
    image = _projected(body, used)[..., :2] * used.trunk_px + used.ankle_px + noise[..., :2]
    polygons = _projected(np.concatenate([outline, near], axis=2), used)[..., :2]
    polygons = polygons * used.trunk_px + used.ankle_px
    return PoseTrack(
        time_s=moments_s - moments_s[0],
        image_px=_where(seen, image),
        world_m=_where(seen, _world_m(body, used) + noise * TRUNK_M / used.trunk_px),
        visibility=_where(seen, _visibility(used, len(seen))),
        outline=Outline.from_polygons(
            [
                polygon if known else np.empty((0, 2))
                for polygon, known in zip(polygons, seen, strict=True)
            ]
        ),
        cuts=[],
        recording=recording_of(moments_s, used),
        model="full",
        engine="synthetic",
    )


def recording_of(moments_s: Floats, film: Film) -> Recording:
    """Facts that fit the track."""
    count = len(moments_s)
    span_s = float(moments_s[-1] - moments_s[0])
    fps = (count - 1) / span_s if count > 1 else film.fps
    return Recording(
        name="synthetic.mp4",
        sha256="00" * 32,
        width_px=film.size_px[0],
        height_px=film.size_px[1],
        rotation_deg=0,
        fps=fps,
        frame_count=count,
        duration_s=span_s + 1 / fps,
        codec="h264",
    )


def _moments_s(motion: Motion, film: Film) -> Floats:
    """(T,) when in the motion each picture is taken."""
    end_s = motion.duration_s if film.end_s is None else film.end_s
    count = int((end_s - film.start_s) * film.fps + 1e-6) + 1
    off = np.random.default_rng(film.seed).uniform(-0.5, 0.5, count) * film.uneven
    off[[0, -1]] = 0.0
    return np.asarray(film.start_s + (np.arange(count) + off) / film.fps)


def _during(moments_s: Floats, stretches: tuple[tuple[float, float], ...]) -> Bools:
    inside = [(moments_s >= start) & (moments_s < stop) for start, stop in stretches]
    return np.any(inside, axis=0) if inside else np.zeros(len(moments_s), dtype=np.bool_)


def _projected(points: Floats, film: Film) -> Floats:
    """(..., 3) forward, up, left -> right in the picture, down, away from the camera."""
    yaw = np.radians(film.yaw_deg)
    forward, up, left = np.moveaxis(points, -1, 0)
    across = film.facing * np.cos(yaw) * forward + np.sin(yaw) * left
    away = film.facing * np.cos(yaw) * left - np.sin(yaw) * forward
    return np.stack([across, -up, away], axis=-1)


def _world_m(body: Floats, film: Film) -> Floats:
    """(T, K, 3) metres about the hips' middle."""
    space = _projected(body, film) * TRUNK_M
    hips = space[:, [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=1, keepdims=True)
    return np.asarray(space - hips)


def _really_near(film: Film) -> Side:
    """Who faces right shows the right side, as long as the camera is not past front or back."""
    toward_right = film.facing * np.cos(np.radians(film.yaw_deg)) >= 0
    return Side.RIGHT if toward_right else Side.LEFT


def _lateral_of_near_side(film: Film) -> float:
    """The body's outline is drawn where the near hip is, so that it fits the near joints."""
    return 0.0 if film.yaw_deg == 0 else (0.23 if _really_near(film) is Side.LEFT else -0.23)


def _visibility(film: Film, frames: int) -> Floats:
    near = film.near_side or _really_near(film)
    turned = abs(float(np.sin(np.radians(film.yaw_deg))))
    far = FAR_VISIBILITY + (NEAR_VISIBILITY - FAR_VISIBILITY) * turned**2
    values = [
        0.99 if landmark.name.split("_")[-1] in _ALWAYS_SURE
        else NEAR_VISIBILITY if near.name in landmark.name
        else far
        for landmark in Landmark
    ]  # fmt: skip
    return np.tile(values, (frames, 1))


def _where(seen: Bools, values: Floats) -> Floats:
    result = values.copy()
    result[~seen] = np.nan
    return result
