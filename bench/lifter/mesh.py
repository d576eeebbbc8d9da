"""Triangle meshes and the simple solids that implements and the room are built from."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.rotations import Array, IntArray, unit

Colour = tuple[float, float, float]
_SIDES: Final = ((-1, -1), (1, -1), (1, 1), (-1, 1))


@frozen(eq=False)
class Mesh:
    """Triangles with one colour each.

    Attributes:
        vertices: (V, 3) metres.
        triangles: (T, 3) vertex indices.
        colours: (T, 3) linear RGB, 0-1.
        roughness: (T,) 0 = mirror, 1 = chalk.
        bias_m: (T,) how much nearer than it is a triangle is painted: cloth over skin.
    """

    vertices: Array
    triangles: IntArray
    colours: Array
    roughness: Array
    bias_m: Array

    def moved(self, rotation: Array, shift: Array) -> "Mesh":
        """Return the mesh turned about the origin, then shifted."""
        return self.reshaped(self.vertices @ rotation.T + shift)

    def reshaped(self, vertices: Array) -> "Mesh":
        """Return the mesh with its vertices elsewhere."""
        return Mesh(vertices, self.triangles, self.colours, self.roughness, self.bias_m)


def paint(
    vertices: Array,
    triangles: IntArray,
    colour: Colour | Array,
    roughness: float,
    bias_m: float = 0,
) -> Mesh:
    """Return a mesh of one colour, or of the (T, 3) colours given."""
    count = len(triangles)
    colours = np.broadcast_to(np.asarray(colour, dtype=np.float64), (count, 3)).copy()
    return Mesh(
        vertices, triangles, colours, np.full(count, roughness), np.full(count, float(bias_m))
    )


def join(meshes: Sequence[Mesh]) -> Mesh:
    """Return all meshes as one."""
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes)])
    return Mesh(
        np.concatenate([m.vertices for m in meshes]),
        np.concatenate([m.triangles + s for m, s in zip(meshes, starts[:-1], strict=True)]),
        np.concatenate([m.colours for m in meshes]),
        np.concatenate([m.roughness for m in meshes]),
        np.concatenate([m.bias_m for m in meshes]),
    )


def split_quads(quads: IntArray) -> IntArray:
    """Return the (T, 3) triangles of (F, 4) quads; a quad that repeats a corner gives one."""
    second = quads[quads[:, 2] != quads[:, 3]][:, [0, 2, 3]]
    return np.concatenate([quads[:, :3], second])


def vertex_normals(vertices: Array, triangles: IntArray) -> Array:
    """Return (V, 3) unit normals, area-weighted."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    normals = np.zeros_like(vertices)
    for axis in range(3):
        for corner in range(3):
            normals[:, axis] += np.bincount(
                triangles[:, corner], faces[:, axis], minlength=len(vertices)
            )
    unit_normals: Array = normals / np.maximum(
        1e-12, np.linalg.norm(normals, axis=1, keepdims=True)
    )
    return unit_normals


def box(centre: Sequence[float], size: Sequence[float], colour: Colour, roughness: float) -> Mesh:
    """Return an upright box, its corners not shared between its faces."""
    corners: list[Array] = []
    triangles: list[tuple[int, int, int]] = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for sign in (-1, 1):
            first = len(corners)
            for du, dv in _SIDES:
                corner = np.zeros(3)
                corner[[axis, u, v]] = sign, du, dv
                corners.append(np.asarray(centre) + corner * np.asarray(size) / 2)
            triangles += [
                (first, first + 1, first + 2),
                (first, first + 2, first + 3),
            ]
    return paint(np.array(corners), np.array(triangles, dtype=np.int64), colour, roughness)


def sphere(radius: float, centre: Sequence[float], colour: Colour, roughness: float) -> Mesh:
    """Return a ball of 24 by 32 faces."""
    rings, spokes = 24, 32
    polar, around = np.meshgrid(
        np.linspace(0, np.pi, rings + 1), np.arange(spokes) / spokes * 2 * np.pi, indexing="ij"
    )
    points = np.stack(
        [np.sin(polar) * np.cos(around), np.sin(polar) * np.sin(around), np.cos(polar)], -1
    ).reshape(-1, 3)
    return paint(points * radius + np.asarray(centre), _grid(rings, spokes), colour, roughness)


def tube(path: Array, radius: float, colour: Colour, roughness: float, spokes: int = 12) -> Mesh:
    """Return a round bar along a (P, 3) path, open at its ends."""
    rings = []
    around = np.arange(spokes) / spokes * 2 * np.pi
    for i, point in enumerate(path):
        along = unit(path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)])
        # Any side will do that is never parallel to the bars we draw.
        side = unit(np.cross(along, [0.9, 0.12, 0.3]))
        ring = np.cos(around)[:, None] * side + np.sin(around)[:, None] * np.cross(along, side)
        rings.append(point + radius * ring)
    return paint(np.concatenate(rings), _grid(len(path) - 1, spokes), colour, roughness)


def disc(centre: Sequence[float], radius: float, colour: Colour, roughness: float) -> Mesh:
    """Return a round plate that faces left and right."""
    spokes = 40
    around = np.arange(spokes) / spokes * 2 * np.pi
    rim = np.stack([radius * np.cos(around), np.zeros(spokes), radius * np.sin(around)], 1)
    points = np.vstack([rim, np.zeros(3)]) + np.asarray(centre)
    fan = [(k, (k + 1) % spokes, spokes) for k in range(spokes)]
    return paint(points, np.array(fan, dtype=np.int64), colour, roughness)


def _grid(rings: int, spokes: int) -> IntArray:
    """Return the triangles between `rings + 1` closed rings of `spokes` points."""
    triangles = []
    for i in range(rings):
        for k in range(spokes):
            a, b = i * spokes + k, i * spokes + (k + 1) % spokes
            triangles += [(a, a + spokes, b), (b, a + spokes, b + spokes)]
    return np.array(triangles, dtype=np.int64)
