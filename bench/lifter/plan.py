"""What every movement is planned from: the lifter, the dials, keyframes and the lockout."""

from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.lifter.dials import Dials
from bench.lifter.pose import PoseAngles, Skeleton
from bench.lifter.timeline import Key

CLEAN_LUMBAR_DEG: Final = 25.0
CLEAN_LUMBAR_SD_DEG: Final = 8.0
SETUP_S: Final = 0.8
_SHALLOWEST: Final = 0.6  # share of the way down that a fully shallow hinge leaves out


@frozen(eq=False)
class Plan:
    """What a movement is planned from.

    Attributes:
        skeleton: Who moves.
        implement: One of `IMPLEMENTS`.
        dials: What goes wrong.
        reps: How many.
        seed: Varies depth, tempo and the clean lumbar rhythm a little.
        sets: How many times the reps are done.
        rest_s: Standing about between two sets.
    """

    skeleton: Skeleton
    implement: str
    dials: Dials
    reps: int
    seed: int
    sets: int = 1
    rest_s: float = 8.0

    def rng(self) -> np.random.Generator:
        """Return the movement's own stream of chance."""
        return np.random.default_rng([self.seed, 7])

    def clean_lumbar_deg(self) -> float:
        """Return this lifter's normal lumbar flexion from standing to bottom."""
        z = float(np.random.default_rng([self.seed, 3]).standard_normal())
        return CLEAN_LUMBAR_DEG + CLEAN_LUMBAR_SD_DEG * float(np.clip(z, -2, 2))


def lockout(dials: Dials) -> PoseAngles:
    """Return the lower body and trunk at the top."""
    short, lean, soft = dials.short_lockout_deg, dials.lean_back_deg, dials.soft_knees_deg
    return PoseAngles(
        trunk_deg=0.5 * short - lean,
        shank_deg=2 + 0.12 * short + 0.13 * lean + 0.5 * soft,
        knee_deg=5 + 0.62 * short + 0.2 * lean + soft,
    )


def with_depth(bottom: PoseAngles, dials: Dials) -> PoseAngles:
    """Return the bottom that a shallow hinge reaches; arms and elbows stay as they are."""
    standing = PoseAngles(arm_deg=bottom.arm_deg)
    reached = between(bottom, standing, _SHALLOWEST * dials.shallow)
    return evolve(reached, elbow_deg=bottom.elbow_deg)


def between(start: PoseAngles, end: PoseAngles, share: float) -> PoseAngles:
    """Return the pose a share of the way from one to another, elbows as by default."""

    def mix(a: float, b: float) -> float:
        return a + share * (b - a)

    return PoseAngles(
        trunk_deg=mix(start.trunk_deg, end.trunk_deg),
        shank_deg=mix(start.shank_deg, end.shank_deg),
        knee_deg=mix(start.knee_deg, end.knee_deg),
        arm_deg=mix(start.arm_deg, end.arm_deg),
    )


def key(time_s: float, pose: PoseAngles, bell_along_arm: float) -> Key:
    """Return a pose as a keyframe."""
    return Key(
        time_s=time_s,
        trunk_deg=pose.trunk_deg,
        shank_deg=pose.shank_deg,
        knee_deg=pose.knee_deg,
        arm_deg=pose.arm_deg,
        elbow_deg=pose.elbow_deg,
        bell_along_arm=bell_along_arm,
    )
