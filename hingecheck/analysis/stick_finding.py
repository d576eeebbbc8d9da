"""Tells a stick that is held along the back from whatever else is straight."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.back_change import DEEP_DEG
from hingecheck.analysis.back_tracing import trunk_axes
from hingecheck.analysis.geometry import inclination_deg
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.joint import Joint
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.stick_looks import STICK_STATIONS, StickLooks

# Tuning part of the stick bench and labelled recordings. Of the folded looks at 24 sticks 60 % and
# more pass all three; at empty hands none, at busy gyms, looked at although no hand is on the back,
# half at most.
LEAST_SUPPORT = 0.15
LOWEST_END = 0.15
HIGHEST_END = 1.2
LEAST_SHARE = 0.6
LEAST_LOOKS = 3
# What is fixed in the room turns against a trunk that folds; a held stick leans by a little.
LEAST_TURN_DEG = 15.0
MAX_LEAN_SPREAD = 0.16


@frozen(eq=False)
class Sticks:
    """The looks that show the stick, along and behind the hip-shoulder line, in its own lengths.

    Attributes:
        look: (n,) which of the looks.
        ends: (n, 2) from where to where along the line.
        height: (n,) how far behind the hip it is.
        slope: (n,) how much farther it is a trunk higher.
    """

    look: Ints
    ends: Floats
    height: Floats
    slope: Floats

    @property
    def inner(self) -> Floats:
        """(n, S) how far behind the line its edge toward the body is, at the stations."""
        return self.height[:, None] + self.slope[:, None] * STICK_STATIONS


def find_sticks(pose: SagittalPose, looks: StickLooks) -> Sticks | None:
    """The looks that show a stick; None where there is none.

    Args:
        pose: the sagittal pose.
        looks: at frames of the same track.
    """
    trunk_deg = inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER))[looks.frame]
    every = _placed(pose, looks)
    shown = _is_stick(every, looks)
    folded = trunk_deg >= DEEP_DEG  # NaN compares false
    if not folded.any() or shown[folded].mean() < LEAST_SHARE or shown.sum() < LEAST_LOOKS:
        return None
    if np.ptp(trunk_deg[shown]) < LEAST_TURN_DEG or np.std(every.slope[shown]) > MAX_LEAN_SPREAD:
        return None
    kept = np.flatnonzero(shown)
    return Sticks(kept, every.ends[kept], every.height[kept], every.slope[kept])


def _placed(pose: SagittalPose, looks: StickLooks) -> Sticks:
    """All looks, in lengths of the trunk in their own frame. NaN = none."""
    hip, axes = trunk_axes(pose, looks.frame)
    ends = np.einsum("nec,nca->nea", looks.ends_px - hip[:, None], axes)
    run = ends[:, 1, 0] - ends[:, 0, 0]
    slope = (ends[:, 1, 1] - ends[:, 0, 1]) / np.where(run > 0, run, np.nan)
    height = ends[:, 0, 1] - slope * ends[:, 0, 0]
    return Sticks(np.arange(len(run)), ends[:, :, 0], height, slope)


def _is_stick(every: Sticks, looks: StickLooks) -> Bools:
    """(n,) NaN compares false."""
    reaches = (every.ends[:, 0] <= LOWEST_END) & (every.ends[:, 1] >= HIGHEST_END)
    return np.asarray(reaches & (looks.support >= LEAST_SUPPORT) & np.isfinite(every.slope))
