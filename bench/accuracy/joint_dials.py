"""Dials for faults that the generator cannot draw: true joints in, faulty true joints out."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from attrs import evolve

from bench.accuracy.reposing import Leans, leans_of, moved_by, reposed, retimed, way_down, way_up
from bench.lifter.rotations import Array
from bench.lifter.truth import Truth

Turn = Callable[[Truth, float], Array]
_LATE_FOLD: Final = 2 / 3
_HIKE_S: Final = 0.4


def _leaning(change: Callable[[Leans, Truth, float], Leans]) -> Turn:
    """A dial that changes the leans of a lifter."""

    def turn(truth: Truth, level: float) -> Array:
        return reposed(truth.joints_m, change(leans_of(truth.joints_m), truth, level))

    return turn


def _knees_bent(leans: Leans, _: Truth, level: float) -> Leans:
    return evolve(leans, thigh_deg=leans.thigh_deg - 50.0 * level * leans.fold)


def _knees_bent_late(leans: Leans, _: Truth, level: float) -> Leans:
    late = np.clip((leans.fold - _LATE_FOLD) / (1 - _LATE_FOLD), 0, 1)
    return evolve(leans, thigh_deg=leans.thigh_deg - 45.0 * level * late)


def _shins_forward(leans: Leans, _: Truth, level: float) -> Leans:
    return evolve(leans, shank_deg=leans.shank_deg + 36.0 * level * leans.fold)


def _chest_low(leans: Leans, _: Truth, level: float) -> Leans:
    return evolve(leans, trunk_deg=leans.trunk_deg + 62.0 * level * leans.fold)


def _hips_first(leans: Leans, truth: Truth, level: float) -> Leans:
    up = way_up(truth.time_s, truth.reps)
    early = 1 / (1 + 0.55 * level)
    more = 20.0 * level * np.sin(np.pi * np.nan_to_num(up) ** early)
    return Leans(
        shank_deg=retimed(leans.shank_deg, truth.time_s, up, early),
        thigh_deg=retimed(leans.thigh_deg, truth.time_s, up, early),
        trunk_deg=leans.trunk_deg + more,
    )


def _knees_late(leans: Leans, truth: Truth, level: float) -> Leans:
    up = way_up(truth.time_s, truth.reps)
    knee = retimed(leans.knee_deg, truth.time_s, up, 1 + 9.0 * level)
    return evolve(leans, shank_deg=leans.thigh_deg + knee)


def _knees_forward(leans: Leans, truth: Truth, level: float) -> Leans:
    up = np.clip(2 * np.nan_to_num(way_up(truth.time_s, truth.reps)), 0, 1)
    return evolve(leans, shank_deg=leans.shank_deg + 22.0 * level * np.sin(np.pi * up))


def _body_early(leans: Leans, truth: Truth, level: float) -> Leans:
    down = way_down(truth.time_s, truth.reps)
    return _all_retimed(leans, truth.time_s, down, 1 / (1 + 5.0 * level))


def _body_late(leans: Leans, truth: Truth, level: float) -> Leans:
    up = way_up(truth.time_s, truth.reps)
    return _all_retimed(leans, truth.time_s, up, 1 + 4.0 * level)


def _all_retimed(leans: Leans, time_s: Array, spans: Array, power: float) -> Leans:
    parts = (leans.shank_deg, leans.thigh_deg, leans.trunk_deg)
    return Leans(*(retimed(part, time_s, spans, power) for part in parts))


def _heels_up(truth: Truth, level: float) -> Array:
    return moved_by(truth.joints_m, "heel", 0.24 * level * leans_of(truth.joints_m).fold, 2)


def _bell_close(truth: Truth, level: float) -> Array:
    """Hands that hold the bell between the feet before the hike; the rest stays."""
    before_s = truth.reps[0].bottom_s - truth.time_s
    held = np.clip((before_s - _HIKE_S) / _HIKE_S, 0, 1)
    joints = moved_by(truth.joints_m, "elbow", -0.15 * level * held, 0)
    for joint in ("wrist", "hand"):
        joints = moved_by(joints, joint, -0.30 * level * held, 0)
    return joints


def _weight_ahead(truth: Truth, level: float) -> Array:
    way_m = 0.18 * level * leans_of(truth.joints_m).fold
    joints = moved_by(truth.joints_m, "elbow", way_m / 2, 0)
    for joint in ("wrist", "hand"):
        joints = moved_by(joints, joint, way_m, 0)
    return joints


TURNS: Final[Mapping[str, Turn]] = {
    "knee_bend": _leaning(_knees_bent),
    "knee_drift": _leaning(_knees_bent_late),
    "shin_forward": _leaning(_shins_forward),
    "low_torso": _leaning(_chest_low),
    "hips_rise_first": _leaning(_hips_first),
    "hips_knees_together": _leaning(_knees_late),
    "knees_forward_upswing": _leaning(_knees_forward),
    "early_hinge": _leaning(_body_early),
    "arms_lift": _leaning(_body_late),
    "heels_up": _heels_up,
    "bell_path": _weight_ahead,
    "setup_close": _bell_close,
}
"""Code of a check to what turns its fault up: level 0 is as the generator made it, 1 is gross."""
