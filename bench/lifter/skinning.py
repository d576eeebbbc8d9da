"""Skin that follows bones: linear and dual-quaternion blending, mixed."""

from typing import Final

import numpy as np

from bench.lifter.body_data import Body
from bench.lifter.bones import BonePose
from bench.lifter.rotations import Array, IntArray, quaternion_product, quaternions

# Linear blending alone thins the buttock in a deep hinge; dual quaternions alone bulge it.
DUAL_QUATERNION_SHARE: Final = 0.8


def skin(
    body: Body,
    pose: BonePose,
    vertices: Array,
    bones: IntArray,
    weights: Array,
    dual_quaternion_share: float = DUAL_QUATERNION_SHARE,
) -> Array:
    """Return (V, 3) rest vertices moved by a pose, in metres.

    Args:
        body: Gives the bones' rest positions.
        pose: World rotation and position of each bone.
        vertices: (V, 3) rest positions.
        bones: (V, 4) indices of the bones that move each vertex.
        weights: (V, 4) their shares, each row summing to 1.
        dual_quaternion_share: 0 = linear blend only, 1 = dual quaternions only (Kavan et al.
            2007, "Skinning with dual quaternions").
    """
    shifts = pose.positions - np.einsum("bij,bj->bi", pose.rotations, body.heads)
    share = dual_quaternion_share
    moved = np.zeros_like(vertices)
    if share < 1:
        moved += (1 - share) * _linear(pose.rotations, shifts, vertices, bones, weights)
    if share > 0:
        moved += share * _dual(pose.rotations, shifts, vertices, bones, weights)
    return moved


def _linear(
    rotations: Array, shifts: Array, vertices: Array, bones: IntArray, weights: Array
) -> Array:
    matrices = np.concatenate([rotations, shifts[:, :, None]], 2)
    blended = (weights[:, :, None, None] * matrices[bones]).sum(1)
    moved: Array = np.einsum("vij,vj->vi", blended[:, :, :3], vertices) + blended[:, :, 3]
    return moved


def _dual(
    rotations: Array, shifts: Array, vertices: Array, bones: IntArray, weights: Array
) -> Array:
    real = quaternions(rotations)
    dual = 0.5 * quaternion_product(np.hstack([np.zeros((len(shifts), 1)), shifts]), real)
    parts = real[bones]
    # q and -q are one rotation: blend on the half-sphere of the strongest bone.
    same_side = np.where((parts * parts[:, :1]).sum(2) < 0, -1.0, 1.0)
    shares = (weights * same_side)[:, :, None]
    q = (shares * parts).sum(1)
    d = (shares * dual[bones]).sum(1)
    length = np.linalg.norm(q, axis=1, keepdims=True)
    q, d = q / length, d / length
    w, u = q[:, :1], q[:, 1:]
    shift = 2 * (w * d[:, 1:] - d[:, :1] * u + np.cross(u, d[:, 1:]))
    turned = vertices + 2 * np.cross(u, np.cross(u, vertices) + w * vertices)
    moved: Array = turned + shift
    return moved
