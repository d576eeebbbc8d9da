"""Cutting, lifting and smoothing skin-tight mesh into clothes."""

from collections.abc import Callable
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from bench.lifter.body_data import Body
from bench.lifter.mesh import split_quads, vertex_normals
from bench.lifter.rotations import Array, IntArray

_KEY: Final = 1 << 32


@frozen(eq=False)
class Fabric:
    """Part of the body's surface at rest, with the bones that move it.

    Attributes:
        vertices: (V, 3) metres.
        bones: (V, 4) indices of the bones that move each vertex.
        weights: (V, 4) their shares.
        triangles: (T, 3) vertex indices.
    """

    vertices: Array
    bones: IntArray
    weights: Array
    triangles: IntArray

    @classmethod
    def of(cls, body: Body, *parts: str) -> "Fabric":
        """Return the named mesh parts of a body."""
        triangles = np.concatenate([split_quads(body.quads[part]) for part in parts])
        return cls(body.vertices, body.skin_bones, body.skin_weights, triangles)

    def centres(self) -> Array:
        """Return the (T, 3) middle of each triangle."""
        middle: Array = self.vertices[self.triangles].mean(1)
        return middle

    def with_triangles(self, triangles: IntArray) -> "Fabric":
        """Return only these triangles, without the vertices they do not use."""
        used, renumbered = np.unique(triangles, return_inverse=True)
        return Fabric(
            self.vertices[used],
            self.bones[used],
            self.weights[used],
            renumbered.reshape(triangles.shape),
        )

    def with_vertices(self, vertices: Array) -> "Fabric":
        """Return the fabric with its vertices elsewhere."""
        return Fabric(vertices, self.bones, self.weights, self.triangles)


def cut(fabric: Fabric, height: Callable[[Fabric], Array]) -> Fabric:
    """Return the part where a (V,) function of the fabric is positive, cut in a clean line."""
    value = height(fabric)
    inside = value > 0
    count = inside[fabric.triangles].sum(1)
    seam = _Seam(fabric, value)
    crossed = fabric.triangles[(count == 1) | (count == 2)]
    trimmed = [seam.trim(corners, inside[corners]) for corners in crossed]
    return seam.sewn(np.concatenate([fabric.triangles[count == 3], *trimmed]))


def refine(fabric: Fabric) -> Fabric:
    """Return the fabric with every triangle split in four, for rounder shading."""
    t = fabric.triangles
    sides = np.sort(np.concatenate([t[:, [0, 1]], t[:, [1, 2]], t[:, [2, 0]]]), 1)
    keys, place = np.unique(_edge_keys(sides), return_inverse=True)
    edges = np.stack(np.divmod(keys, _KEY), 1)
    ab, bc, ca = place.reshape(3, -1) + len(fabric.vertices)
    a, b, c = t.T
    corners = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    new = np.concatenate([np.stack(three, 1) for three in corners])
    return _with_edge_points(fabric, edges, np.full(len(edges), 0.5), new)


def lift(fabric: Fabric, gap_m: Array | float, rounds: int) -> Fabric:
    """Return the fabric off the skin by a gap, its inside smoothed, its hems kept.

    The gap is one length or (V,) lengths.
    """
    gap = np.broadcast_to(gap_m, len(fabric.vertices))[:, None]
    lifted = fabric.vertices + gap * vertex_normals(fabric.vertices, fabric.triangles)
    edges = np.concatenate([fabric.triangles[:, [i, (i + 1) % 3]] for i in range(3)])
    both = np.concatenate([edges, edges[:, ::-1]])
    neighbours = np.maximum(1, np.bincount(both[:, 0], minlength=len(lifted)))[:, None]
    free = ~_hem(edges, len(lifted))
    for _ in range(rounds):
        sums = np.stack(
            [np.bincount(both[:, 0], lifted[both[:, 1], k], len(lifted)) for k in range(3)], 1
        )
        lifted = np.where(free[:, None], (lifted + sums / neighbours) / 2, lifted)
    return fabric.with_vertices(lifted)


def _hem(edges: IntArray, vertex_count: int) -> NDArray[np.bool_]:
    keys, uses = np.unique(_edge_keys(np.sort(edges, 1)), return_counts=True)
    hem = np.zeros(vertex_count, dtype=np.bool_)
    hem[np.concatenate(np.divmod(keys[uses == 1], _KEY))] = True
    return hem


def _edge_keys(edges: IntArray) -> IntArray:
    # One number per edge: sorting numbers is far faster than sorting pairs.
    keys: IntArray = edges[:, 0] * _KEY + edges[:, 1]
    return keys


class _Seam:
    """New vertices along a cut, each edge cut once."""

    def __init__(self, fabric: Fabric, value: Array) -> None:
        self._fabric, self._value = fabric, value
        self._made: dict[tuple[int, int], int] = {}

    def trim(self, corners: IntArray, inside: NDArray[np.bool_]) -> IntArray:
        """Return one or two triangles: what is inside of one that the cut crosses."""
        # Start at the corner that is alone on its side, keeping the winding.
        alone = int(np.flatnonzero(inside == (inside.sum() == 1))[0])
        a, b, c = (int(corners[(alone + k) % 3]) for k in range(3))
        ab, ac = self._between(a, b), self._between(a, c)
        if inside.sum() == 1:
            return np.array([[a, ab, ac]])
        return np.array([[ab, b, c], [ab, c, ac]])

    def sewn(self, triangles: IntArray) -> Fabric:
        """Return the fabric with the new vertices and these triangles."""
        if not self._made:
            return self._fabric.with_triangles(triangles)
        edges = np.array(list(self._made))
        start, end = self._value[edges[:, 0]], self._value[edges[:, 1]]
        return _with_edge_points(self._fabric, edges, start / (start - end), triangles)

    def _between(self, a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        return self._made.setdefault(key, len(self._fabric.vertices) + len(self._made))


def _with_edge_points(fabric: Fabric, edges: IntArray, share: Array, new: IntArray) -> Fabric:
    """Return the fabric with one point added on each (E, 2) edge, and new triangles.

    Skin weights are blended along the edge; the four largest of each point are kept.
    """
    a, b = edges.T
    t = share[:, None]
    totals = np.zeros((len(edges), int(fabric.bones.max()) + 1))
    rows = np.arange(len(edges))[:, None]
    np.add.at(totals, (rows, fabric.bones[a]), (1 - t) * fabric.weights[a])
    np.add.at(totals, (rows, fabric.bones[b]), t * fabric.weights[b])
    bones = np.argsort(-totals, axis=1, kind="stable")[:, :4]
    weights = np.take_along_axis(totals, bones, 1)
    points = (1 - t) * fabric.vertices[a] + t * fabric.vertices[b]
    return Fabric(
        np.vstack([fabric.vertices, points]),
        np.vstack([fabric.bones, bones]),
        np.vstack([fabric.weights, weights / weights.sum(1, keepdims=True)]),
        new,
    ).with_triangles(new)
