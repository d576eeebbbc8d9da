"""Walking through the picture: what a hinge checker must not count."""

from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.lifter.pose import PoseAngles

# Shares and heights of a relaxed walk with flat feet (judgement; only the look matters here).
_STANCE_SHARE: Final = 0.6
_LIFT_M: Final = 0.09
_KNEE_DEG: Final = 24.0
_KNEE_SWING_DEG: Final = 13.0


@frozen
class Gait:
    """Even steps straight ahead.

    Attributes:
        start_m: Where the walk begins, forward of the mat's middle.
        speed_m_per_s: How fast.
        stride_s: Time of two steps.
    """

    start_m: float = -1.7
    speed_m_per_s: float = 0.9
    stride_s: float = 1.1

    def add_to(self, angles: PoseAngles, time_s: float) -> PoseAngles:
        """Return the pose with pelvis and feet where the walk has brought them."""
        phase = time_s / self.stride_s
        # Lowest, with bent knees, while both feet are on the floor.
        dip = np.cos(4 * np.pi * (phase - (_STANCE_SHARE - 0.5) / 2))
        knee = float(_KNEE_DEG + _KNEE_SWING_DEG * dip)
        return evolve(
            angles,
            knee_deg=knee,
            shank_deg=knee / 2,
            walked_m=self.start_m + self.speed_m_per_s * time_s,
            left_foot_m=self._foot(phase),
            right_foot_m=self._foot(phase + 0.5),
        )

    def _foot(self, phase: float) -> tuple[float, float]:
        """Return how far a foot is ahead of the pelvis and above the floor, metres."""
        reach = self.speed_m_per_s * self.stride_s * _STANCE_SHARE / 2
        share = phase % 1.0
        if share < _STANCE_SHARE:
            return reach * (1 - 2 * share / _STANCE_SHARE), 0.0
        u = (share - _STANCE_SHARE) / (1 - _STANCE_SHARE)
        return reach * (2 * u * u * (3 - 2 * u) - 1), float(_LIFT_M * np.sin(np.pi * u))
