"""The true outline of a rendered body's back, as seen exactly from the side."""

from typing import Final

import numpy as np

from bench.lifter.mesh import Mesh
from bench.lifter.person import DressedBody
from bench.lifter.rotations import Array

_ARMS: Final = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
# Slices up the trunk, from below the seat to above the crown.
_HEIGHTS_M: Final = np.linspace(-0.12, 0.90, 103)


def without_arms(dressed: DressedBody, skin: Mesh) -> Array:
    """The (V, 3) points that no arm moves."""
    strongest = dressed.bones[np.arange(len(dressed.bones)), dressed.weights.argmax(1)]
    arm = np.array([bone.startswith(_ARMS) for bone in dressed.body.bones])[strongest]
    kept: Array = skin.vertices[~arm]
    return kept


def profile(points: Array, up: Array, back: Array) -> tuple[Array, Array]:
    """The hindmost of (V, 3) points from the hip, in slices up the trunk; metres."""
    slices = np.digitize(points @ up, _HEIGHTS_M)
    hindmost = [
        inside[np.argmax(inside @ back)]
        for one in range(1, len(_HEIGHTS_M))
        if len(inside := points[slices == one])
    ]
    found = np.array(hindmost)
    return found @ up, found @ back


def hull_edge(along: Array, depth: Array, place: float) -> tuple[float, float]:
    """Height at zero and slope of the upper hull's edge above a place."""
    below, above = np.flatnonzero(along <= place), np.flatnonzero(along > place)
    run = along[above][:, None] - along[below]
    slope = (depth[above][:, None] - depth[below]) / run
    level = depth[below] + slope * (place - along[below])
    best = np.unravel_index(int(np.argmax(level)), level.shape)
    chosen = float(slope[best])
    return float(level[best]) - chosen * place, chosen
