"""True joints under another convention of the hip's centre."""

from typing import Final

import numpy as np

from bench.lifter.pose import JOINTS
from bench.lifter.rotations import Array

# Published conventions of the hip's centre lie this far apart.
AHEAD_M: Final = 0.02


def with_other_hips(joints_m: Array) -> Array:
    """Return (T, J, 3) joints, both hips moved forward, out of the fold, where the model sees them.

    Forward is at right angles to the middle direction of trunk and thigh.
    """
    moved: Array = joints_m.copy()
    for side in ("left", "right"):
        shoulder, hip, knee = (JOINTS.index(f"{side}_{j}") for j in ("shoulder", "hip", "knee"))
        trunk = _unit(joints_m[:, shoulder] - joints_m[:, hip])
        up = _unit(trunk + _unit(joints_m[:, hip] - joints_m[:, knee]))
        moved[:, hip, 0] += AHEAD_M * up[:, 2]
        moved[:, hip, 2] -= AHEAD_M * up[:, 0]
    return moved


def _unit(vectors: Array) -> Array:
    flat = vectors * [1.0, 0.0, 1.0]
    scaled: Array = flat / np.linalg.norm(flat, axis=1, keepdims=True)
    return scaled
