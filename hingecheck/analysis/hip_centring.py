"""Moves the hips from where the model sees them into the joints."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.array import Floats
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# The model's hip lies in front of the joint by this much: 0.05-0.09 on our first rendered lifter,
# and with 0.06 the mean errors of trunk, trunk-thigh and knee vanish together on the tuning part of
# the accuracy bench (docs/decisions/0008-hip-centre.md).
HIP_FORWARD_TRUNKS = 0.06
_LEGS = (
    (Landmark.LEFT_SHOULDER, Landmark.LEFT_HIP, Landmark.LEFT_KNEE),
    (Landmark.RIGHT_SHOULDER, Landmark.RIGHT_HIP, Landmark.RIGHT_KNEE),
)


def centre_hips(track: PoseTrack) -> PoseTrack:
    """The track with both hips moved backward out of the fold, in the picture.

    Backward is at right angles to the middle direction of trunk and thigh; seen from an oblique
    camera the way is shortened by the yaw. Where the knee is unseen the trunk alone decides; NaN
    where shoulder, hip or yaw are unseen.
    """
    view = estimate_view(track)
    way_px = HIP_FORWARD_TRUNKS * view.trunks_px * np.cos(np.radians(view.yaw_deg))
    moved = track.image_px.copy()
    for shoulder, hip, knee in _LEGS:
        place = track.image_px[:, hip]
        thigh = np.nan_to_num(_unit(place - track.image_px[:, knee]))
        up = _unit(_unit(track.image_px[:, shoulder] - place) + thigh)
        backward = np.stack([up[:, 1], -up[:, 0]], axis=1) * view.facings[:, None]
        moved[:, hip] = place + way_px[:, None] * backward
    return evolve(track, image_px=moved)


def _unit(vectors: Floats) -> Floats:
    """(T, 2) of length 1; NaN where there is no direction."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, np.nan))
