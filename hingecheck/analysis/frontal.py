"""What only the front or the rear shows: how wide the feet stand, where toes and elbows point."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.signal import Signal
from hingecheck.domain.view import View

# From here on left and right lie apart in the picture by most of their distance.
FRONT_YAW_DEG = 60.0
# Heel to toe landmark (anthropometric tables: foot 0.15, hip to shoulder 0.29 of the stature; the
# toe landmark lies short of the tip).
FOOT_TRUNKS = 0.45
# First values; the rendered lifters have no toes that turn.
_RATIO_U, _TOES_U_DEG, _TRUNKS_U = 0.12, 8.0, 0.06

NAMES = ("stance_width", "toes_out", "elbows_beyond_knees")


def frontal_signals(track: PoseTrack, view: View) -> tuple[Signal, ...]:
    """The signals `NAMES`, each NaN where the camera stands nearer to the side.

    All are distances across the picture, in pixels, over another one; a lifter who is turned a
    little from the front shortens both alike. `toes_out` takes what the toes lie further out than
    the heels for the side of a triangle whose long side is the foot.
    """
    shown = np.where(np.abs(np.sin(np.radians(view.yaw_deg))) >= _least(), 1.0, np.nan)
    side = np.sign(_apart(track, "ANKLE"))
    ankles, shoulders = _apart(track, "ANKLE") * side, np.abs(_apart(track, "SHOULDER"))
    toes = (_apart(track, "FOOT_INDEX") - _apart(track, "HEEL")) * side / 2
    elbows = np.abs(_apart(track, "ELBOW")) - np.abs(_apart(track, "KNEE"))
    sine = np.clip(toes / (FOOT_TRUNKS * view.trunks_px), -1.0, 1.0)
    return (
        _signal("stance_width", "ratio", shown * ankles / shoulders, _RATIO_U),
        _signal("toes_out", "deg", shown * np.degrees(np.arcsin(sine)), _TOES_U_DEG),
        _signal("elbows_beyond_knees", "trunk", shown * elbows / 2 / view.trunks_px, _TRUNKS_U),
    )


def _least() -> float:
    return float(np.sin(np.radians(FRONT_YAW_DEG)))


def _apart(track: PoseTrack, joint: str) -> Floats:
    """(T,) left ahead of right along the picture's width, px."""
    left, right = Landmark[f"LEFT_{joint}"], Landmark[f"RIGHT_{joint}"]
    return np.asarray(track.image_px[:, left, 0] - track.image_px[:, right, 0])


def _signal(name: str, unit: str, values: Floats, u: float) -> Signal:
    finite = np.where(np.isfinite(values), values, np.nan)
    return Signal(name, unit, finite, np.full(len(values), u))
