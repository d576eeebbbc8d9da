"""Other ways to read the three main angles, which the program might use in oblique views."""

from typing import Final

import numpy as np

from bench.lifter.rotations import Array
from hingecheck.analysis.hip_centring import HIP_FORWARD_TRUNKS
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.view import View

ANGLES: Final = ("trunk_thigh_flexion", "knee_flexion", "trunk_inclination", "shank_inclination")
_CHAIN: Final = {
    "shoulder": Landmark.LEFT_SHOULDER,
    "hip": Landmark.LEFT_HIP,
    "knee": Landmark.LEFT_KNEE,
    "ankle": Landmark.LEFT_ANKLE,
}
# Nearer to the front or rear than this, a picture shows too little depth to stretch it.
_MOST_STRETCH: Final = 0.2


def world_angles(track: PoseTrack, view: View) -> dict[str, Array]:
    """Return (T,) angles of the world landmarks, turned into the sagittal plane by the yaw.

    Args:
        track: Conditioned.
        view: Its yaw and facing.
    """
    return _angles(_sagittal_m(track, view))


def centred_world_angles(track: PoseTrack, view: View) -> dict[str, Array]:
    """Return the same, the hip moved out of the fold as the program does in the picture."""
    points = _sagittal_m(track, view)
    trunk, thigh = points["shoulder"] - points["hip"], points["hip"] - points["knee"]
    length_m = float(np.nanmedian(np.linalg.norm(trunk, axis=1)))
    up = _unit(_unit(trunk) + _unit(thigh))
    backward = np.stack([-up[:, 1], up[:, 0]], axis=1)
    points["hip"] = points["hip"] + HIP_FORWARD_TRUNKS * length_m * backward
    return _angles(points)


def stretched_angles(track: PoseTrack, view: View) -> dict[str, Array]:
    """Return (T,) angles of the picture, its width divided by the cosine of the yaw.

    The middle of both sides is used, so that the body's width does not matter.
    """
    cosine = np.cos(np.radians(view.yaw_deg))
    cosine = np.where(np.abs(cosine) < _MOST_STRETCH, np.nan, cosine)
    flat = {}
    for name, left in _CHAIN.items():
        across, down = _middle(track.image_px, left).T
        flat[name] = np.stack([view.facing * across / cosine, -down], axis=1)
    return _angles(flat)


def _sagittal_m(track: PoseTrack, view: View) -> dict[str, Array]:
    """Return each joint's (T, 2) place, forward and up, both sides' middle."""
    yaw = np.radians(view.yaw_deg)
    flat = {}
    for name, left in _CHAIN.items():
        right, down, away = _middle(track.world_m, left).T
        # Facing the camera more, forward points out of the picture: against the axis away from it.
        flat[name] = np.stack(
            [view.facing * np.cos(yaw) * right - np.sin(yaw) * away, -down], axis=1
        )
    return flat


def _unit(vectors: Array) -> Array:
    scaled: Array = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return scaled


def _middle(points: Array, left: Landmark) -> Array:
    middle: Array = points[:, [left, left + 1]].mean(axis=1)
    return middle


def _angles(points: dict[str, Array]) -> dict[str, Array]:
    def inclination(lower: str, upper: str) -> Array:
        forward, up = (points[upper] - points[lower]).T
        angle: Array = np.degrees(np.arctan2(forward, up))
        return angle

    trunk, shank = inclination("hip", "shoulder"), inclination("ankle", "knee")
    thigh = inclination("knee", "hip")
    return {
        "trunk_thigh_flexion": trunk - thigh,
        "knee_flexion": shank - thigh,
        "trunk_inclination": trunk,
        "shank_inclination": shank,
    }
