"""Moves the shoulders from where the model sees them into the joints."""

import numpy as np
from attrs import evolve

from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# The model's shoulder lies on top of the shoulder, above the joint about which the arm turns, by
# this share of the line from hip to shoulder as it sees it: on the tuning part of the accuracy
# bench the mean errors of elbow and arm nearly vanish with it
# (docs/decisions/0011-shoulder-centre.md).
SHOULDER_ABOVE = 0.07
_SIDES = (
    (Landmark.LEFT_SHOULDER, Landmark.LEFT_HIP),
    (Landmark.RIGHT_SHOULDER, Landmark.RIGHT_HIP),
)


def centre_shoulders(track: PoseTrack) -> PoseTrack:
    """The track with both shoulders moved along the trunk toward the hips, in the picture.

    The hips are in their joints already. A share of the line is the same from any view, and the
    trunk's inclination stays. NaN where shoulder or hip is unseen.
    """
    moved = track.image_px.copy()
    for shoulder, hip in _SIDES:
        trunk = track.image_px[:, shoulder] - track.image_px[:, hip]
        moved[:, shoulder] = track.image_px[:, shoulder] - SHOULDER_ABOVE * trunk
    return evolve(track, image_px=np.asarray(moved))
