"""Angles become points in the lifter's own space: forward, up, and to the lifter's left."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark
from tests.synthetic.posture import Posture

# Lengths in trunk lengths.
SHANK, THIGH = 0.82, 0.78
LEG = SHANK + THIGH
UPPER_ARM, FOREARM, HAND = 0.56, 0.49, 0.15
EAR, NOSE = 0.42, 0.20
HEEL, TOE = (-0.12, -0.15), (0.36, -0.17)
FOOT_LENGTH = float(np.hypot(TOE[0] - HEEL[0], TOE[1] - HEEL[1]))
SHOULDER_WIDTH, HIP_WIDTH, FOOT_WIDTH, HAND_WIDTH, HEAD_WIDTH = 0.76, 0.46, 0.50, 0.20, 0.28
# The back lies here behind the hip-shoulder line; its corners, as shares of hip to shoulder.
BACK_DEPTH = 0.13
CHEST_DEPTH = -0.16
BACK_STATIONS = np.arange(-4, 27) * 0.05
# Where the bulge begins, ends, and is largest.
BULGE_FROM, BULGE_TO = 0.20, 0.90

_WIDTH = {
    "EAR": HEAD_WIDTH, "EYE": HEAD_WIDTH / 3, "MOUTH": HEAD_WIDTH / 4,
    "SHOULDER": SHOULDER_WIDTH, "ELBOW": SHOULDER_WIDTH, "WRIST": HAND_WIDTH, "PINKY": HAND_WIDTH,
    "INDEX": HAND_WIDTH, "THUMB": HAND_WIDTH, "HIP": HIP_WIDTH, "KNEE": FOOT_WIDTH,
    "ANKLE": FOOT_WIDTH, "HEEL": FOOT_WIDTH, "FOOT": FOOT_WIDTH,
}  # fmt: skip


def direction(angle_deg: Floats) -> Floats:
    """(T, 2) unit vectors, forward and up, at (T,) angles from straight up, forward positive."""
    radians = np.radians(angle_deg)
    return np.stack([np.sin(radians), np.cos(radians)], axis=-1)


def sagittal_points(posture: Posture) -> dict[str, Floats]:
    """(T, 2) forward and up, in trunk lengths from where the ankle first stood, by plain name."""
    ankle = np.stack([posture.travel, np.zeros_like(posture.travel)], axis=-1)
    knee = ankle + SHANK * direction(posture.shank_deg)
    hip = knee + THIGH * direction(posture.thigh_deg)
    shoulder = hip + direction(posture.trunk_deg)
    elbow, wrist, hand = _arm(shoulder, posture)
    head = posture.trunk_deg + posture.neck_deg
    ear = shoulder + EAR * direction(head)
    nose = ear + NOSE * direction(head + 90.0)
    risen = np.stack([np.zeros_like(posture.heel_up), posture.heel_up], axis=-1)
    heel = ankle + HEEL + FOOT_LENGTH * risen
    return {
        "NOSE": nose, "EYE": ear + 0.8 * (nose - ear), "EAR": ear, "MOUTH": 0.2 * ear + 0.8 * nose,
        "SHOULDER": shoulder, "ELBOW": elbow, "WRIST": wrist, "PINKY": hand, "INDEX": hand,
        "THUMB": hand, "HIP": hip, "KNEE": knee, "ANKLE": ankle, "HEEL": heel,
        "FOOT": ankle + TOE,
    }  # fmt: skip


def _arm(shoulder: Floats, posture: Posture) -> tuple[Floats, Floats, Floats]:
    """Elbow, wrist and hand, so that the shoulder-wrist line has the elevation asked for."""
    bend = np.radians(posture.elbow_deg)
    across, along = FOREARM * np.sin(bend), UPPER_ARM + FOREARM * np.cos(bend)
    lag = np.degrees(np.arctan2(across, along)) * np.where(posture.elbow_up > 0.5, -1, 1)
    upper = 180.0 - posture.arm_deg + lag
    elbow = shoulder + UPPER_ARM * direction(upper)
    reach = np.hypot(across, along)[..., None]
    wrist = shoulder + reach * direction(180.0 - posture.arm_deg)
    return elbow, wrist, wrist + HAND * (wrist - elbow) / FOREARM


def landmark_points(posture: Posture) -> Floats:
    """(T, K, 3) forward, up and left in trunk lengths, both sides."""
    plane = sagittal_points(posture)
    points = np.empty((len(posture.trunk_deg), LANDMARK_COUNT, 3))
    for landmark in Landmark:
        words = landmark.name.split("_")
        part = next(word for word in words if word in plane)
        side = ("LEFT" in words) - ("RIGHT" in words)
        points[:, landmark, :2] = plane[part]
        points[:, landmark, 2] = side * _WIDTH.get(part, 0.0) / 2
    return points


def bulge(bow: Floats) -> Floats:
    """(T, S) how far the back stands out at its stations; the outline's middle reads `bow`."""
    share = np.clip((BACK_STATIONS - BULGE_FROM) / (BULGE_TO - BULGE_FROM), 0, 1)
    return np.asarray(np.asarray(bow)[:, None] * np.sin(np.pi * share))


def outline_points(posture: Posture) -> Floats:
    """(T, 2 S, 2) the trunk's outline, forward and up: up the back, down the chest."""
    plane = sagittal_points(posture)
    hip = plane["HIP"][:, None]
    along = direction(posture.trunk_deg)[:, None]
    behind = direction(posture.trunk_deg - 90.0)[:, None]
    on_line = hip + BACK_STATIONS[None, :, None] * along
    back = on_line + (BACK_DEPTH + bulge(posture.bow))[..., None] * behind
    chest = on_line + CHEST_DEPTH * behind
    return np.concatenate([back, chest[:, ::-1]], axis=1)
