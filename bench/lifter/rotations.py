"""Rotations in the lifter's axes: x forward, y to the lifter's left, z up; angles in degrees."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

FORWARD: Final = np.array([1.0, 0.0, 0.0])
LEFT: Final = np.array([0.0, 1.0, 0.0])
UP: Final = np.array([0.0, 0.0, 1.0])


def unit(vector: Array) -> Array:
    """Return the (3,) vector with length 1."""
    scaled: Array = vector / np.linalg.norm(vector)
    return scaled


def about(axis: Array, angle_deg: float) -> Array:
    """Return the (3, 3) right-handed rotation about an axis (Rodrigues' formula)."""
    x, y, z = unit(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(angle_deg)
    turned: Array = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return turned


def pitch(angle_deg: float) -> Array:
    """Return the rotation that inclines an upright segment forward by the angle."""
    return about(LEFT, angle_deg)


def turn(angle_deg: float) -> Array:
    """Return the rotation about the vertical; positive turns forward toward the left."""
    return about(UP, angle_deg)


def basis(direction: Array, side: Array) -> Array:
    """Return the (3, 3) frame whose first column is a direction, whose third lies nearest a side.

    Two such frames give the rotation that carries a bone and its bending axis from rest to a
    pose: `basis(posed...) @ basis(rest...).T`.
    """
    first = unit(direction)
    third = unit(side - np.dot(side, first) * first)
    return np.stack([first, np.cross(third, first), third], 1)


def shortest(start: Array, end: Array) -> Array:
    """Return the smallest rotation that carries one direction onto another."""
    start, end = unit(start), unit(end)
    axis = np.cross(start, end)
    sine = float(np.linalg.norm(axis))
    if sine < 1e-9:
        return np.eye(3)
    return about(axis, float(np.degrees(np.arctan2(sine, np.dot(start, end)))))


def twist_deg(rotation: Array, axis: Array) -> float:
    """Return how far a rotation turns about an axis, in degrees."""
    skew = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    return float(np.degrees(np.arctan2(np.dot(skew, unit(axis)), np.trace(rotation) - 1)))


def quaternions(rotations: Array) -> Array:
    """Return (B, 4) unit quaternions (w, x, y, z) of (B, 3, 3) rotations.

    The largest eigenvector of the symmetric 4x4 matrix of Bar-Itzhack 2000 ("New method for
    extracting the quaternion from a rotation matrix"), which has no special cases.
    """
    r = rotations
    k = np.empty((len(r), 4, 4))
    k[:, 0, 0] = r[:, 0, 0] + r[:, 1, 1] + r[:, 2, 2]
    k[:, 0, 1] = k[:, 1, 0] = r[:, 2, 1] - r[:, 1, 2]
    k[:, 0, 2] = k[:, 2, 0] = r[:, 0, 2] - r[:, 2, 0]
    k[:, 0, 3] = k[:, 3, 0] = r[:, 1, 0] - r[:, 0, 1]
    for i, j, m in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        k[:, i + 1, i + 1] = r[:, i, i] - r[:, j, j] - r[:, m, m]
        k[:, i + 1, j + 1] = k[:, j + 1, i + 1] = r[:, i, j] + r[:, j, i]
    vectors: Array = np.linalg.eigh(k)[1][:, :, -1]
    return vectors


def quaternion_product(a: Array, b: Array) -> Array:
    """Return the Hamilton products of (N, 4) quaternions (w, x, y, z)."""
    real = a[:, 0] * b[:, 0] - (a[:, 1:] * b[:, 1:]).sum(1)
    imaginary = a[:, :1] * b[:, 1:] + b[:, :1] * a[:, 1:] + np.cross(a[:, 1:], b[:, 1:])
    return np.hstack([real[:, None], imaginary])
