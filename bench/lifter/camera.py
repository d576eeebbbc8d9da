"""The phone: a pinhole camera that looks at the lifter."""

from typing import Final

import numpy as np
from attrs import field, frozen
from attrs.validators import in_

from bench.lifter.rotations import UP, Array, unit

FACINGS: Final = ("left", "right")


@frozen
class Camera:
    """Where the phone stands and how it sees.

    Attributes:
        yaw_deg: 0 = exactly side-on; positive = moved toward the lifter's front, 90 = frontal.
        facing: Which way the lifter faces in the picture when seen from the side.
        distance_m: From the aim, along the floor.
        height_m: Of the lens above the floor.
        aim_m: Forward of the ankles and above the floor: what the lens points at.
        long_side_view_deg: Angle of view across the picture's longer side. A phone's main lens
            sees about 65 degrees.
        roll_deg: Phone turned clockwise.
        width_px: Picture width.
        height_px: Picture height.
    """

    yaw_deg: float = 0.0
    facing: str = field(default="right", validator=in_(FACINGS))
    distance_m: float = 3.0
    height_m: float = 1.0
    aim_m: tuple[float, float] = (0.15, 0.88)
    long_side_view_deg: float = 65.0
    roll_deg: float = 0.0
    width_px: int = 640
    height_px: int = 480

    @property
    def focal_px(self) -> float:
        """Focal length."""
        half = max(self.width_px, self.height_px) / 2
        return float(half / np.tan(np.radians(self.long_side_view_deg) / 2))

    @property
    def eye(self) -> Array:
        """(3,) position of the lens, metres; the lifter's left side shows them facing left."""
        yaw = np.radians(self.yaw_deg)
        side = 1.0 if self.facing == "left" else -1.0
        forward, left = self.distance_m * np.sin(yaw), side * self.distance_m * np.cos(yaw)
        return np.array([self.aim_m[0] + forward, left, self.height_m])

    @property
    def axes(self) -> Array:
        """(3, 3) rows: picture right, picture up, into the picture."""
        ahead = unit(np.array([self.aim_m[0], 0.0, self.aim_m[1]]) - self.eye)
        right = unit(np.cross(ahead, UP))
        up = np.cross(right, ahead)
        c, s = np.cos(np.radians(self.roll_deg)), np.sin(np.radians(self.roll_deg))
        return np.stack([c * right - s * up, s * right + c * up, ahead])

    def project(self, points: Array) -> tuple[Array, Array]:
        """Return (N, 2) pixels (origin top left, y down) and (N,) depths in metres."""
        seen = (points - self.eye) @ self.axes.T
        depth = seen[:, 2]
        scaled = seen[:, :2] * (self.focal_px / depth[:, None])
        pixels = np.array([self.width_px, self.height_px]) / 2 + scaled * [1.0, -1.0]
        return pixels, depth

    def rays(self, scale: int) -> Array:
        """Return (H, W, 3) unit view directions of a picture `scale` times as large."""
        x = (np.arange(self.width_px * scale) + 0.5) / scale - self.width_px / 2
        y = self.height_px / 2 - (np.arange(self.height_px * scale) + 0.5) / scale
        grid = np.stack([*np.meshgrid(x, y), np.full((len(y), len(x)), self.focal_px)], -1)
        world = grid @ self.axes
        rays: Array = world / np.linalg.norm(world, axis=-1, keepdims=True)
        return rays
