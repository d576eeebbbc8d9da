"""The gym: walls, floor, mat and what stands about; and how a picture of it empty is made."""

from typing import Final

import cv2
import numpy as np
from attrs import field, frozen

from bench.lifter.camera import Camera
from bench.lifter.lighting import Lighting
from bench.lifter.mesh import Colour, Mesh, box, join
from bench.lifter.rotations import Array

_CEILING_M: Final = 3.45
_CEILING: Final = (0.6, 0.6, 0.6)
_FRAME: Final = (0.22, 0.22, 0.24)
_WOOD: Final = (0.30, 0.17, 0.08)
_BLACK: Final = (0.02, 0.02, 0.022)
_RED: Final = (0.42, 0.03, 0.03)


@frozen(eq=False)
class Room:
    """A room around the lifter.

    Attributes:
        half_size_m: Half its length and half its width.
        wall: Linear RGB.
        floor: Linear RGB.
        mat: Linear RGB of the mat that the lifter stands on.
        seed: Where things stand.
    """

    half_size_m: tuple[float, float] = (5.2, 4.6)
    wall: Colour = (0.50, 0.47, 0.43)
    floor: Colour = (0.11, 0.11, 0.115)
    mat: Colour = (0.03, 0.06, 0.11)
    seed: int = 0
    lighting: Lighting = field(factory=Lighting)


def furnish(room: Room) -> Mesh:
    """Return racks, boxes, benches and shelves along the walls."""
    rng = np.random.default_rng([room.seed, 11])
    long, wide = room.half_size_m
    parts: list[Mesh] = []
    for side in (-1, 1):
        shift = float(rng.uniform(-0.8, 0.8))
        wall = side * (wide - 0.7)
        posts = (0.9 + shift, 2.1 + shift)
        parts += [box((x, wall, 1.15), (0.08, 0.08, 2.3), _FRAME, 0.5) for x in posts]
        parts.append(box((1.5 + shift, wall, 2.25), (1.3, 0.08, 0.08), _FRAME, 0.5))
        parts.append(box((1.5 + shift, wall, 1.2), (1.9, 0.05, 0.05), _FRAME, 0.4))
        wood = float(rng.uniform(-2.0, -1.2))
        parts.append(box((wood, side * (wide - 0.4), 0.35), (1.0, 0.6, 0.7), _WOOD, 0.9))
        parts.append(box((-3.2, side * (wide - 0.3), 0.45), (1.2, 0.4, 0.9), _BLACK, 0.6))
        for k in range(4):
            colour = _RED if (k + rng.integers(2)) % 2 else _FRAME
            spot = (-2.75 - 0.3 * k, side * (wide - 0.25), 0.98)
            parts.append(box(spot, (0.2, 0.22, 0.16), colour, 0.6))
    parts.append(box((-long + 0.3, 0, 0.62), (0.5, 5, 0.06), _FRAME, 0.5))
    for k in range(5):
        colour = _RED if k % 2 else _BLACK
        parts.append(box((-long + 0.3, -2 + 0.9 * k, 0.8), (0.4, 0.5, 0.25), colour, 0.6))
    parts.append(box((-long + 0.1, 1.5, 2.1), (0.1, 1.4, 0.9), (0.45, 0.40, 0.20), 0.8))
    parts.append(box((long - 0.1, -1.2, 1.05), (0.1, 1.0, 2.1), (0.30, 0.26, 0.20), 0.7))
    return join(parts)


def surfaces(room: Room, camera: Camera, scale: int) -> tuple[Array, Array, Array]:
    """Return what each pixel's ray meets first: (H, W, 3) points, normals and colours."""
    rays = camera.rays(scale)
    nearest = np.full(rays.shape[:2], np.inf)
    normals = np.zeros(rays.shape)
    colours = np.zeros(rays.shape)
    long, wide = room.half_size_m
    planes = [(2, 0.0, 1, room.floor), (2, _CEILING_M, -1, _CEILING)]
    planes += [(0, s * long, -s, room.wall) for s in (-1, 1)]
    planes += [(1, s * wide, -s, room.wall) for s in (-1, 1)]
    for axis, place, sign, colour in planes:
        with np.errstate(divide="ignore"):  # a ray along a wall never meets it
            reach = (place - camera.eye[axis]) / rays[..., axis]
        first = (reach > 0) & (reach < nearest)
        nearest[first] = reach[first]
        normals[first] = np.eye(3)[axis] * sign
        colours[first] = colour
    points = camera.eye + rays * nearest[..., None]
    on_mat = (abs(points[..., 0]) < 0.85) & (abs(points[..., 1]) < 1.2) & (points[..., 2] < 0.01)
    colours[on_mat] = room.mat
    return points, normals, colours * _grain(points, scale)[..., None]


def _grain(points: Array, scale: int) -> Array:
    """Return (H, W) brightness of stained plaster and rubber, about 1."""
    coarse = points[::scale, ::scale]
    grain = 0.80 + 0.22 * _noise(coarse * 6.0) + 0.18 * _noise(coarse * 45.0)
    height, width = points.shape[:2]
    return cv2.resize(grain, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float64)


def _noise(points: Array) -> Array:
    """Return smooth value noise in 0-1 for (..., 3) points, one cell per unit."""
    cell = np.floor(points).astype(np.int64)
    u = points - cell
    u = u * u * (3 - 2 * u)
    total = np.zeros(points.shape[:-1])
    for corner in np.ndindex(2, 2, 2):
        share = np.where(np.array(corner) == 1, u, 1 - u).prod(-1)
        total += share * _hash(cell + np.array(corner))
    return total


def _hash(cells: Array) -> Array:
    mixed = (cells * np.array([73856093, 19349663, 83492791])).sum(-1)
    # Scatter neighbouring cells; uint64 arithmetic wraps by definition.
    word = mixed.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    word ^= word >> np.uint64(29)
    word *= np.uint64(0xBF58476D1CE4E5B9)
    scattered: Array = (word >> np.uint64(40)).astype(np.float64) / 2**24
    return scattered
