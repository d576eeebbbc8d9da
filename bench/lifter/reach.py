"""Poses in which the hands are where the implement is."""

from typing import Final

import numpy as np
from attrs import evolve

from bench.lifter.pose import PoseAngles, Skeleton
from bench.lifter.rotations import Array

_ROUNDS: Final = 12
_STEP_DEG: Final = 0.5
_LARGEST_STEP_DEG: Final = 15.0
_CLOSE_M: Final = 5e-4
_KNEE_RANGE_DEG: Final = (3.0, 135.0)


def reach_grip(
    skeleton: Skeleton, start: PoseAngles, forward_m: float, height_m: float
) -> PoseAngles:
    """Return a pose with the grip at a place, by moving arms, knees and shanks (Newton).

    The shank keeps its share of the knee flexion. Where the place is out of reach, the nearest
    pose found is returned.

    Args:
        skeleton: Who reaches.
        start: The pose to begin from; its trunk is kept.
        forward_m: Grip ahead of the ankles.
        height_m: Grip above the floor.
    """
    ratio = start.shank_deg / max(1.0, start.knee_deg)
    target = np.array([forward_m, height_m])

    def posed(unknown: Array) -> PoseAngles:
        arm, knee = (float(value) for value in unknown)
        return evolve(start, arm_deg=arm, knee_deg=knee, shank_deg=ratio * knee)

    def miss(unknown: Array) -> Array:
        difference: Array = skeleton.pose(posed(unknown)).grip[[0, 2]] - target
        return difference

    unknown = np.array([start.arm_deg, start.knee_deg])
    for _ in range(_ROUNDS):
        off = miss(unknown)
        if np.abs(off).max() < _CLOSE_M:
            break
        slope = np.stack([(miss(unknown + d) - off) / _STEP_DEG for d in np.eye(2) * _STEP_DEG], 1)
        step = np.linalg.lstsq(slope, -off, rcond=None)[0]
        unknown = unknown + np.clip(step, -_LARGEST_STEP_DEG, _LARGEST_STEP_DEG)
        unknown[1] = np.clip(unknown[1], *_KNEE_RANGE_DEG)
    return posed(unknown)


def reach_forward(skeleton: Skeleton, start: PoseAngles, forward_m: float) -> PoseAngles:
    """Return the pose with the arms swung so that the grip lies ahead of the ankles by a length."""
    low, high = -70.0, 70.0
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if skeleton.pose(evolve(start, arm_deg=middle)).grip[0] < forward_m:
            low = middle
        else:
            high = middle
    return evolve(start, arm_deg=(low + high) / 2)
