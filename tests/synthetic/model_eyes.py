"""Puts hips and shoulders where the pose model would see them: beside the joints."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

_MOVED = [
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
]
_ROUNDS = 10


def as_model_sees(track: PoseTrack) -> PoseTrack:
    """The track whose hips and shoulders, once centred, are those of `track`.

    Found by going back and forth: what centring takes too much or too little is given back.
    """
    if not track.seen.any():
        return track
    wanted = track.image_px[:, _MOVED]
    guess = track
    for _ in range(_ROUNDS):
        missed = wanted - centre_shoulders(centre_hips(guess)).image_px[:, _MOVED]
        image = guess.image_px.copy()
        image[:, _MOVED] += np.nan_to_num(missed)
        guess = evolve(guess, image_px=image)
    return guess
