"""Pictures from meshes with numpy and OpenCV only.

Painter's algorithm over lit triangles, a depth map seen from the lamp for shadows, and the empty
room ray-cast once per camera. Drawn twice as large and averaged down.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from bench.lifter.camera import Camera
from bench.lifter.lighting import tones
from bench.lifter.mesh import Mesh, vertex_normals
from bench.lifter.room import Room, furnish, surfaces
from bench.lifter.rotations import Array

Picture = NDArray[np.uint8]
_SCALE: Final = 2
_MAP_PX: Final = 512
_MAP_HALF_M: Final = 1.3
_SUBPIXEL_BITS: Final = 4
_FAR: Final = 1e3
_SHADOW_TAPS: Final = ((0, 0), (2, 1), (-2, 1), (1, -2), (-1, -2))
_SHADOW_SLACK_M: Final = 0.03  # finer would let facets shade themselves
_NEAREST_M: Final = 0.15


class Renderer:
    """Draws meshes in one room from one camera."""

    def __init__(self, room: Room, camera: Camera) -> None:
        self._room, self._camera = room, camera
        points, normals, colours = surfaces(room, camera, _SCALE)
        sky, lamp = room.lighting.shade(points, normals, 1.0)
        self._points = points[::_SCALE, ::_SCALE]
        self._lit = np.ascontiguousarray(tones(colours * (sky + lamp)).astype(np.uint8))
        self._dark = np.ascontiguousarray(tones(colours * sky * 0.6).astype(np.uint8))
        furniture = furnish(room)
        for picture in (self._lit, self._dark):
            self._paint(picture, furniture, np.ones(len(furniture.triangles)))

    def draw(self, things: Mesh | None) -> Picture:
        """Return an (H, W, 3) RGB picture of the room with the things in it."""
        picture = self._lit.copy()
        if things is not None:
            lamp_map = self._lamp_map(things)
            picture = self._floor_shadow(lamp_map)
            self._paint(picture, things, self._lit_share(things, lamp_map))
        size = (self._camera.width_px, self._camera.height_px)
        return cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)

    def _paint(self, picture: Picture, mesh: Mesh, lit: Array) -> None:
        height, width = picture.shape[:2]
        pixels, depth = self._camera.project(mesh.vertices)
        corners = pixels[mesh.triangles] * _SCALE
        seen = (
            (depth[mesh.triangles].min(1) > _NEAREST_M)
            & (corners.max(1) > 0).all(1)
            & (corners.min(1) < [width, height]).all(1)
        )
        light = tones(self._shade(mesh, lit))[seen]
        centres = mesh.vertices[mesh.triangles[seen]].mean(1)
        distance = np.linalg.norm(centres - self._camera.eye, axis=1) - mesh.bias_m[seen]
        order = np.argsort(-distance, kind="stable")
        _fill(picture, corners[seen][order], light[order].tolist())

    def _shade(self, mesh: Mesh, lit: Array) -> Array:
        corners = mesh.vertices[mesh.triangles]
        centres = corners.mean(1)
        smooth = vertex_normals(mesh.vertices, mesh.triangles)[mesh.triangles].mean(1)
        smooth /= np.maximum(1e-9, np.linalg.norm(smooth, axis=1, keepdims=True))
        view = self._camera.eye - centres
        face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        away = (face * view).sum(1) < 0
        normals = np.where(away[:, None], -smooth, smooth)
        lighting = self._room.lighting
        sky, lamp = lighting.shade(centres, normals, lit)
        gloss = lighting.gloss(centres, normals, self._camera.eye, mesh.roughness)
        # Undersides see the floor, not the sky.
        open_sky = 0.55 + 0.45 * (normals[:, 2:3] * 0.5 + 0.5)
        shaded: Array = mesh.colours * (sky * open_sky + lamp) + gloss * lit[:, None]
        return shaded

    def _in_lamp_view(self, points: Array) -> tuple[NDArray[np.float32], Array]:
        seen = (points - np.array([0.0, 0.0, 0.9])) @ self._room.lighting.map_axes().T
        pixels = (seen[..., :2] * [1, -1] / _MAP_HALF_M * 0.5 + 0.5) * _MAP_PX
        return pixels.astype(np.float32), seen[..., 2]

    def _lamp_map(self, mesh: Mesh) -> NDArray[np.float32]:
        pixels, depth = self._in_lamp_view(mesh.vertices)
        middle = depth[mesh.triangles].mean(1)
        order = np.argsort(-middle, kind="stable")
        lamp_map = np.full((_MAP_PX, _MAP_PX), _FAR, np.float32)
        _fill(lamp_map, pixels[mesh.triangles][order], middle[order].tolist())
        return lamp_map

    def _lit_share(self, mesh: Mesh, lamp_map: NDArray[np.float32]) -> Array:
        # Asked at the corners and averaged: a hard map then gives soft edges.
        pixels, depth = self._in_lamp_view(mesh.vertices)
        lit = np.zeros(len(depth))
        for shift in _SHADOW_TAPS:
            column, row = np.clip(np.round(pixels + shift), 0, _MAP_PX - 1).astype(np.intp).T
            lit += lamp_map[row, column] > depth - _SHADOW_SLACK_M
        share: Array = lit[mesh.triangles].mean(1) / len(_SHADOW_TAPS)
        return share

    def _floor_shadow(self, lamp_map: NDArray[np.float32]) -> Picture:
        pixels, _ = self._in_lamp_view(self._points)
        blocked = cv2.GaussianBlur((lamp_map < _FAR).astype(np.float32), (0, 0), 2)
        shadow = cv2.remap(
            blocked,
            np.ascontiguousarray(pixels[..., 0]),
            np.ascontiguousarray(pixels[..., 1]),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=0,
        )
        shadow = np.where(self._points[..., 2] < 0.02, 0.8 * shadow, 0).astype(np.float32)
        height, width = self._lit.shape[:2]
        share = cv2.resize(shadow, (width, height))
        return cv2.blendLinear(self._lit, self._dark, 1 - share, share).astype(np.uint8)


def _fill(
    picture: Picture | NDArray[np.float32],
    corners: Array | NDArray[np.float32],
    values: Sequence[float] | Sequence[Sequence[float]],
) -> None:
    """Paint (T, 3, 2) triangles in order; coordinates in pixels, one value or colour each."""
    fixed = np.round(corners * 2.0**_SUBPIXEL_BITS).astype(np.int32)
    fill = cv2.fillConvexPoly
    colours: Iterable[float | Sequence[float]] = values
    for points, value in zip(fixed, colours, strict=True):
        fill(picture, points, value, cv2.LINE_8, _SUBPIXEL_BITS)
