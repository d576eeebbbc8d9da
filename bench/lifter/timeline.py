"""Keyframes joined by monotone cubics: a whole clip's joint angles as functions of time."""

from typing import Final

import numpy as np
from attrs import field, frozen
from scipy.interpolate import PchipInterpolator

from bench.lifter.dials import Dials
from bench.lifter.gait import Gait
from bench.lifter.pose import PoseAngles
from bench.lifter.rotations import Array

# Rounding gives way late: it grows faster than the hinge deepens (judgement).
_ROUNDING_EXPONENT: Final = 1.5
# A lifter who leans back does most of it in the lumbar spine (judgement).
_LUMBAR_SHARE_OF_LEAN: Final = 0.75
_LOOK_DOWN_DEG: Final = -4.0
_LOOK_AHEAD_DEG: Final = -6.0


@frozen
class Key:
    """The lifter at one moment; as `PoseAngles`, without the spine, which follows the hinge."""

    time_s: float
    trunk_deg: float
    shank_deg: float
    knee_deg: float
    arm_deg: float
    elbow_deg: float = 8.0
    bell_along_arm: float = 0.0


@frozen
class Rep:
    """One bottom and the top after it, seconds from the start of the clip."""

    bottom_s: float
    top_s: float


@frozen
class Spine:
    """How the spine goes along with the hinge.

    Attributes:
        clean_lumbar_deg: Lumbar flexion of a clean rep, standing to bottom.
        top_trunk_deg: Trunk inclination where the descent begins.
        bottom_trunk_deg: Trunk inclination at the bottom.
        dials: Rounding and neck are taken from here.
    """

    clean_lumbar_deg: float
    top_trunk_deg: float
    bottom_trunk_deg: float
    dials: Dials

    def at(self, trunk_deg: float) -> tuple[float, float, float]:
        """Return lumbar, thoracic and neck flexion at a trunk inclination, degrees."""
        span = self.bottom_trunk_deg - self.top_trunk_deg
        share = float(np.clip((trunk_deg - self.top_trunk_deg) / span, 0, 1)) if span > 0 else 0.0
        late = share**_ROUNDING_EXPONENT
        lean = _LUMBAR_SHARE_OF_LEAN * min(0.0, trunk_deg)
        lumbar = self.clean_lumbar_deg * share + self.dials.rounded_lumbar_deg * late + lean
        neck = _LOOK_DOWN_DEG + (_LOOK_AHEAD_DEG - self.dials.neck_extension_deg) * share
        return lumbar, self.dials.rounded_thoracic_deg * late, neck


@frozen(eq=False)
class Timeline:
    """A clip's movement.

    Attributes:
        keys: In time order; the first at 0.
        reps: What a counter should count.
        spine: How the back goes along.
        gait: Steps taken meanwhile, if any.
    """

    keys: tuple[Key, ...]
    reps: tuple[Rep, ...]
    spine: Spine
    gait: Gait | None = None
    _curves: PchipInterpolator = field(init=False, repr=False)

    @_curves.default
    def _join_keys(self) -> PchipInterpolator:
        times = [key.time_s for key in self.keys]
        return PchipInterpolator(times, np.array([_row(key) for key in self.keys]), axis=0)

    @property
    def duration_s(self) -> float:
        """Length of the clip."""
        return self.keys[-1].time_s

    def at(self, time_s: float) -> PoseAngles:
        """Return the joint angles at a time, held beyond either end."""
        row: Array = self._curves(np.clip(time_s, 0.0, self.duration_s))
        trunk, shank, knee, arm, elbow, along = (float(value) for value in row)
        lumbar, thoracic, neck = self.spine.at(trunk)
        angles = PoseAngles(
            trunk_deg=trunk,
            shank_deg=shank,
            knee_deg=knee,
            arm_deg=arm,
            elbow_deg=elbow,
            lumbar_deg=lumbar,
            thoracic_deg=thoracic,
            neck_deg=neck,
            bell_along_arm=along,
        )
        return angles if self.gait is None else self.gait.add_to(angles, time_s)


def _row(key: Key) -> list[float]:
    return [
        key.trunk_deg,
        key.shank_deg,
        key.knee_deg,
        key.arm_deg,
        key.elbow_deg,
        key.bell_along_arm,
    ]
