"""How far the model's landmarks lie from the joints, as a recipe for more of the same.

The error of nine near-side landmarks, forward and up, is taken as a sum of three parts: what
follows the pose (a linear function of it), what stays the same through a clip (drawn once a clip
from the spread between clips), and what changes from frame to frame (a first-order autoregressive
process with the spread left within clips). Fitted on side views of the tuning part.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.part import Part
from bench.accuracy.plan import Clip
from bench.accuracy.sagittal_track import landmarks_m, middles_m
from bench.accuracy.store import KnownTrack
from bench.lifter.rotations import Array
from bench.lifter.truth import sagittal_signals
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark
from hingecheck.domain.settings import Settings
from hingecheck.domain.view import Side

LANDMARKS: Final = (
    Landmark.LEFT_SHOULDER,
    Landmark.LEFT_ELBOW,
    Landmark.LEFT_WRIST,
    Landmark.LEFT_INDEX,
    Landmark.LEFT_HIP,
    Landmark.LEFT_KNEE,
    Landmark.LEFT_ANKLE,
    Landmark.LEFT_HEEL,
    Landmark.LEFT_FOOT_INDEX,
)
_RIDGE: Final = 1.0


@frozen(eq=False)
class LandmarkError:
    """The recipe; L = 9 landmarks, D = 2 L columns, F features.

    Attributes:
        by_pose_m: (F, D) the part that follows the pose.
        seen_poses: (2, F) least and most of each feature in the clips fitted on; beyond them the
            part that follows the pose stays as it is there.
        between_m2: (D, D) covariance of what stays through a clip.
        within_m2: (D, D) covariance of what changes.
        memory: Correlation of that from one frame to the next, at 30 frames a second.
        yaw_sd_deg: How wrongly the camera's yaw is read.
        clips: How many it was fitted on.
    """

    by_pose_m: Array
    seen_poses: Array
    between_m2: Array
    within_m2: Array
    memory: float
    yaw_sd_deg: float
    clips: int

    def draw(self, joints_m: Array, rng: np.random.Generator) -> Array:
        """Return (T, K, 2) errors for a lifter in these poses, forward and up, metres."""
        count = len(joints_m)
        columns = self.by_pose_m.shape[1]
        lasting = rng.multivariate_normal(np.zeros(columns), self.between_m2, method="eigh")
        fresh = rng.multivariate_normal(np.zeros(columns), self.within_m2, count, method="eigh")
        changing = fresh.copy()
        keep = np.sqrt(1 - self.memory**2)
        for frame in range(1, count):
            changing[frame] = self.memory * changing[frame - 1] + keep * fresh[frame]
        poses = np.clip(features(joints_m), *self.seen_poses)
        flat = poses @ self.by_pose_m + lasting + changing
        errors = np.zeros((count, LANDMARK_COUNT, 2))
        per_landmark = flat.reshape(count, len(LANDMARKS), 2)
        for side in (0, 1):
            errors[:, [left + side for left in LANDMARKS]] = per_landmark
        return errors


def features(joints_m: Array) -> Array:
    """Return (T, F) what the pose-following part is linear in."""
    signals = sagittal_signals(joints_m, 1.0)
    trunk = np.radians(signals["trunk_inclination_deg"])
    knee = np.radians(signals["knee_flexion_deg"])
    hands = signals["hands_height_trunk"]
    elbow = np.radians(signals["elbow_flexion_deg"])
    ones = np.ones_like(trunk)
    return np.stack([ones, np.sin(trunk), np.cos(trunk), knee, hands, hands**2, elbow], axis=1)


def fit(known: Sequence[tuple[Clip, KnownTrack]]) -> LandmarkError:
    """Fit the recipe to side views.

    Raises:
        ValueError: A clip is not of the tuning part, or there are fewer than three.
    """
    if any(clip.part is not Part.TUNING for clip, _ in known) or len(known) < 3:
        raise ValueError("the landmarks' error is fitted to three or more tuning clips")
    errors = [landmark_errors_m(clip, one) for clip, one in known]
    poses = [features(one.joints_m) for _, one in known]
    x, y = np.concatenate(poses), np.concatenate(errors)
    seen = np.isfinite(y).all(axis=1)
    x, y = x[seen], y[seen]
    by_pose = np.linalg.solve(x.T @ x + _RIDGE * np.eye(x.shape[1]), x.T @ y)
    left = [e - f @ by_pose for e, f in zip(errors, poses, strict=True)]
    means = np.array([np.nanmean(r, axis=0) for r in left])
    changing = [r - m for r, m in zip(left, means, strict=True)]
    stacked = np.concatenate(changing)
    stacked = stacked[np.isfinite(stacked).all(axis=1)]
    return LandmarkError(
        by_pose_m=by_pose.astype(np.float64),
        seen_poses=np.stack([x.min(axis=0), x.max(axis=0)]),
        between_m2=np.cov(means.T),
        within_m2=np.cov(stacked.T),
        memory=_memory(changing),
        yaw_sd_deg=float(np.std([yaw_error_deg(clip, one) for clip, one in known])),
        clips=len(known),
    )


def landmark_errors_m(clip: Clip, known: KnownTrack) -> Array:
    """Return (T, D) where near-side landmarks lie against the joints, forward and up, metres."""
    camera = clip.scene.camera
    view = estimate_view(condition(known.track, Settings()))
    middles = middles_m(landmarks_m(known.joints_m))
    flat = middles[:, list(LANDMARKS)]
    in_space = np.insert(flat.reshape(-1, 2), 1, 0.0, axis=1)
    joints_px = camera.project(in_space)[0].reshape(*flat.shape)
    near = 0 if view.near_side is Side.LEFT else 1
    seen_px = known.track.image_px[:, [left + near for left in LANDMARKS]]
    facing = 1.0 if camera.facing == "right" else -1.0
    px_per_m = camera.focal_px / camera.distance_m
    difference = (seen_px - joints_px) * [facing, -1.0] / px_per_m
    errors: Array = difference.reshape(len(difference), -1)
    return errors


def yaw_error_deg(clip: Clip, known: KnownTrack) -> float:
    """Return how wrongly the camera's place is read."""
    view = estimate_view(condition(known.track, Settings()))
    return view.typical_yaw_deg - clip.scene.camera.yaw_deg


def _memory(changing: Sequence[Array]) -> float:
    now = np.concatenate([r[:-1].ravel() for r in changing])
    after = np.concatenate([r[1:].ravel() for r in changing])
    both = np.isfinite(now) & np.isfinite(after)
    return float(np.sum(now[both] * after[both]) / np.sum(now[both] ** 2))
