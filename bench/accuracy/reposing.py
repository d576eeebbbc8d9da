"""Faults that the generator has no dial for, made by moving true joints in the sagittal plane."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.pose import JOINTS
from bench.lifter.rotations import Array
from bench.lifter.timeline import Rep

_CHAIN: Final = ("ankle", "knee", "hip", "shoulder")
_FEET: Final = ("ankle", "heel", "toe")
_LEAST_FOLD_DEG: Final = 20.0


@frozen(eq=False)
class Leans:
    """Inclinations of shank, thigh and trunk, (T,) degrees from vertical, forward positive."""

    shank_deg: Array
    thigh_deg: Array
    trunk_deg: Array

    @property
    def knee_deg(self) -> Array:
        """Knee flexion."""
        flexion: Array = self.shank_deg - self.thigh_deg
        return flexion

    @property
    def fold(self) -> Array:
        """(T,) 0 where the hips are straightest, 1 where they are as bent as ever."""
        flexion = self.trunk_deg - self.thigh_deg
        most = max(float(np.ptp(flexion)), _LEAST_FOLD_DEG)
        share: Array = (flexion - flexion.min()) / most
        return share


def leans_of(joints_m: Array) -> Leans:
    """Read them off (T, J, 3) joints, both sides' middle."""
    places = [middle(joints_m, joint) for joint in _CHAIN]
    segments = [upper - lower for lower, upper in pairwise(places)]
    return Leans(*(np.degrees(np.arctan2(s[:, 0], s[:, 1])) for s in segments))


def reposed(joints_m: Array, leans: Leans) -> Array:
    """Return (T, J, 3) joints with these leans: same feet, same lengths, arms and head carried."""
    new = middle(joints_m, "ankle")
    moved: Array = joints_m.copy()
    ways: dict[str, Array] = {}
    asked = (leans.shank_deg, leans.thigh_deg, leans.trunk_deg)
    for (lower, upper), lean in zip(pairwise(_CHAIN), asked, strict=True):
        old = middle(joints_m, upper) - middle(joints_m, lower)
        length = np.linalg.norm(old, axis=1)
        angle = np.radians(lean)
        new = new + np.stack([length * np.sin(angle), length * np.cos(angle)], axis=1)
        ways[upper] = new - middle(joints_m, upper)
    for number, name in enumerate(JOINTS):
        joint = name.removeprefix("left_").removeprefix("right_")
        if joint not in _FEET:
            moved[:, number, [0, 2]] += ways.get(joint, ways["shoulder"])
    return moved


def moved_by(joints_m: Array, joint: str, way_m: Array, axis: int) -> Array:
    """Return joints with both sides of one moved: axis 0 = forward, 2 = up."""
    moved: Array = joints_m.copy()
    for side in ("left", "right"):
        moved[:, JOINTS.index(f"{side}_{joint}"), axis] += way_m
    return moved


def middle(joints_m: Array, joint: str) -> Array:
    """Return (T, 2) forward and up, between left and right."""
    sides = [JOINTS.index(f"{side}_{joint}") for side in ("left", "right")]
    centre: Array = joints_m[:, sides].mean(axis=1)[:, [0, 2]]
    return centre


def way_up(time_s: Array, reps: Sequence[Rep]) -> Array:
    """Return (T,) 0 at each bottom to 1 at the top after it; NaN elsewhere."""
    return _share(time_s, [(rep.bottom_s, rep.top_s) for rep in reps])


def way_down(time_s: Array, reps: Sequence[Rep]) -> Array:
    """Return (T,) 0 at each top to 1 at the bottom after it; NaN elsewhere and before a top."""
    return _share(time_s, [(a.top_s, b.bottom_s) for a, b in pairwise(reps)])


def retimed(values: Array, time_s: Array, spans: Array, power: float) -> Array:
    """Return values that run through each span late (power above 1) or early (below 1).

    Args:
        values: (T,) to be retimed; both ends of a span keep theirs.
        time_s: (T,).
        spans: (T,) 0 to 1 through each span, NaN elsewhere.
        power: What 0 to 1 is raised to.
    """
    inside = np.isfinite(spans)
    late: Array = values.copy()
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(int), [0]])))
    for start, stop in edges.reshape(-1, 2):
        own = slice(start, stop)
        # a span begins and ends between frames
        length_s = np.ptp(time_s[own]) / np.ptp(spans[own])
        begin_s = time_s[start] - spans[start] * length_s
        late[own] = np.interp(begin_s + spans[own] ** power * length_s, time_s, values)
    return late


def _share(time_s: Array, spans: Sequence[tuple[float, float]]) -> Array:
    share = np.full(len(time_s), np.nan)
    for begin_s, end_s in spans:
        own = (time_s >= begin_s) & (time_s <= end_s)
        share[own] = (time_s[own] - begin_s) / (end_s - begin_s)
    return share
