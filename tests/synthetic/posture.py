"""The angles that say how the lifter stands at one moment."""

import numpy as np
from attrs import evolve, field, frozen

from hingecheck.domain.array import Floats

STANDING_HIP_DEG = 2.0
STANDING_KNEE_DEG = 4.0


def _floats(value: float | Floats) -> Floats:
    return np.asarray(value, dtype=np.float64)


@frozen(eq=False)
class Posture:
    """Angles in degrees as the glossary has them; each a number, or (T,) over time.

    Attributes:
        trunk_deg: inclination of the hip-shoulder line, forward positive.
        shank_deg: inclination of the ankle-knee line, forward positive.
        knee_deg: knee flexion, 0 = straight.
        arm_deg: elevation of the shoulder-wrist line, 0 = hanging, 90 = level in front.
        elbow_deg: elbow flexion, 0 = straight.
        neck_deg: shoulder-ear line against the trunk, forward positive.
        bow: how far the middle of the back bulges, trunk lengths; negative = hollow.
        travel: how far the lifter has walked forward, trunk lengths.
        heel_up: how far the heel is off the floor, foot lengths.
        elbow_up: 1 where a bent elbow points up and out (a high pull), 0 where it points down.
    """

    trunk_deg: Floats = field(converter=_floats)
    shank_deg: Floats = field(converter=_floats)
    knee_deg: Floats = field(converter=_floats)
    arm_deg: Floats = field(converter=_floats, default=0.0)
    elbow_deg: Floats = field(converter=_floats, default=6.0)
    neck_deg: Floats = field(converter=_floats, default=10.0)
    bow: Floats = field(converter=_floats, default=0.0)
    travel: Floats = field(converter=_floats, default=0.0)
    heel_up: Floats = field(converter=_floats, default=0.0)
    elbow_up: Floats = field(converter=_floats, default=0.0)

    @property
    def thigh_deg(self) -> Floats:
        """Inclination of the knee-hip line: negative where the hip is behind the knee."""
        return self.shank_deg - self.knee_deg

    @property
    def hip_deg(self) -> Floats:
        """Trunk-thigh flexion: 0 = straight, negative = bent backward."""
        return self.trunk_deg - self.thigh_deg


STANDING = Posture(trunk_deg=0.0, shank_deg=2.0, knee_deg=STANDING_KNEE_DEG, arm_deg=3.0)
SWING_TOP = evolve(STANDING, arm_deg=82.0)
SWING_BOTTOM = Posture(trunk_deg=58.0, shank_deg=7.0, knee_deg=34.0, arm_deg=-38.0)
SWING_SETUP = Posture(trunk_deg=70.0, shank_deg=8.0, knee_deg=46.0, arm_deg=24.0)
HINGE_BOTTOM = Posture(trunk_deg=66.0, shank_deg=3.0, knee_deg=18.0, arm_deg=-28.0)
DEADLIFT_BOTTOM = Posture(trunk_deg=60.0, shank_deg=10.0, knee_deg=52.0, arm_deg=-16.0)
FLOOR_BOTTOM = Posture(trunk_deg=72.0, shank_deg=16.0, knee_deg=82.0, arm_deg=-12.0)
"""A deadlift whose hands go down to half the shin, as to a kettlebell's handle."""
RDL_BOTTOM = Posture(trunk_deg=88.0, shank_deg=2.0, knee_deg=26.0, arm_deg=-25.0)
"""A Romanian deadlift whose hands pass the knees."""
SQUAT_BOTTOM = Posture(trunk_deg=20.0, shank_deg=30.0, knee_deg=112.0, arm_deg=80.0)


def squatty(
    index: float, *, shank_deg: float = 24.0, fold_deg: float = 75.0, arm_deg: float = 5.0
) -> Posture:
    """A bottom whose hinge index, counted from `STANDING`, is `index`.

    The hip folds by `fold_deg`, the knee takes its share, and the trunk leans as it then must.
    """
    knee = STANDING_KNEE_DEG + fold_deg * (1 - index) / index
    trunk = STANDING_HIP_DEG + fold_deg + shank_deg - knee
    return Posture(trunk_deg=trunk, shank_deg=shank_deg, knee_deg=knee, arm_deg=arm_deg)


def hips_short(top: Posture, hip_deg: float) -> Posture:
    """The trunk left so far forward that the trunk-thigh flexion is `hip_deg`."""
    return evolve(top, trunk_deg=hip_deg + float(top.thigh_deg))


def knees_short(top: Posture, knee_deg: float) -> Posture:
    """The knees left bent, with the hip still above the ankle and the trunk upright."""
    return evolve(top, knee_deg=knee_deg, shank_deg=knee_deg / 2)


def leaning_back(top: Posture, trunk_deg: float) -> Posture:
    """The trunk this far from vertical (negative = back) on hips that bend with it."""
    return evolve(top, trunk_deg=trunk_deg)
