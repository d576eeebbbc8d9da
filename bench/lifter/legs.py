"""Legs: hips placed by shank and knee, then two-bone inverse kinematics to planted feet."""

import numpy as np
from attrs import frozen

from bench.lifter.body_data import Body
from bench.lifter.rotations import LEFT, Array, basis, unit


@frozen(eq=False)
class LegBones:
    """One leg at rest; (3,) points in metres. `ankle` is where the foot is planted."""

    side: str
    hip: Array
    knee: Array
    foot: Array
    ankle: Array

    @classmethod
    def of(cls, body: Body, side: str, stance_width_m: float) -> "LegBones":
        """Return the left ("L") or right ("R") leg, its foot set at a stance width."""
        foot = body.head(f"foot.{side}")
        ankle = np.array([foot[0], np.sign(foot[1]) * stance_width_m / 2, foot[2]])
        hip, knee = body.head(f"upperleg01.{side}"), body.head(f"lowerleg01.{side}")
        return cls(side, hip, knee, foot, ankle)

    @property
    def thigh_m(self) -> float:
        """Length of the thigh."""
        return float(np.linalg.norm(self.knee - self.hip))

    @property
    def shank_m(self) -> float:
        """Length of the shank."""
        return float(np.linalg.norm(self.foot - self.knee))


def hip_centre(leg: LegBones, stance_width_m: float, shank_deg: float, knee_deg: float) -> Array:
    """Return the (3,) point between the hips, metres, from the angles seen from the side.

    A stance wider than the hips shortens the leg as the side view sees it.
    """
    thigh, shank = leg.thigh_m, leg.shank_m
    spread = abs(stance_width_m / 2 - abs(leg.hip[1]))
    seen = np.sqrt(1 - min(1.0, spread / (thigh + shank)) ** 2)
    forward, back = np.radians(shank_deg), np.radians(knee_deg - shank_deg)
    x = leg.ankle[0] + seen * (shank * np.sin(forward) - thigh * np.sin(back))
    z = leg.ankle[2] + seen * (shank * np.cos(forward) + thigh * np.cos(back))
    return np.array([x, 0.0, z])


def pose_leg(leg: LegBones, hip: Array, knee_direction: Array, foot: Array) -> dict[str, Array]:
    """Return the world rotations of one leg's bones, the foot flat on the floor."""
    thigh, shank = leg.thigh_m, leg.shank_m
    down = unit(leg.ankle - hip)
    reach = min(float(np.linalg.norm(leg.ankle - hip)), 0.9999 * (thigh + shank))
    outward = unit(knee_direction - np.dot(knee_direction, down) * down)
    cosine = np.clip((thigh**2 + reach**2 - shank**2) / (2 * thigh * reach), -1, 1)
    knee = hip + thigh * (down * cosine + outward * np.sqrt(1 - cosine**2))
    hinge = np.cross(outward, down)
    hinge = hinge if hinge[1] > 0 else -hinge
    thigh_turn = basis(knee - hip, hinge) @ basis(leg.knee - leg.hip, LEFT).T
    shank_turn = basis(leg.ankle - knee, hinge) @ basis(leg.foot - leg.knee, LEFT).T
    return {
        f"upperleg01.{leg.side}": thigh_turn,
        f"lowerleg01.{leg.side}": shank_turn,
        f"foot.{leg.side}": foot,
    }
