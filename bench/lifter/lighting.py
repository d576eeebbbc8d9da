"""One lamp, light from all round, and the picture's tones."""

from typing import Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from bench.lifter.rotations import UP, Array, unit

_REFERENCE_M2: Final = 9.9  # the lamp's colour is what it gives at this squared distance


@frozen(eq=False)
class Lighting:
    """Where the light comes from; colours are linear RGB.

    Attributes:
        lamp: (3,) position, metres.
        lamp_colour: Brightness of the lamp.
        around: Brightness of the light from all round.
    """

    lamp: Array = field(factory=lambda: np.array([2.2, -1.4, 3.3]))
    lamp_colour: tuple[float, float, float] = (2.1, 2.0, 1.85)
    around: tuple[float, float, float] = (0.62, 0.65, 0.70)

    def shade(self, points: Array, normals: Array, lit: Array | float) -> tuple[Array, Array]:
        """Return (..., 3) light from all round and from the lamp, where `lit` is 0-1."""
        towards = self.lamp - points
        squared = (towards**2).sum(-1)
        facing = np.maximum(0, (normals * towards).sum(-1)) / np.sqrt(squared)
        sky = np.array(self.around) * (0.62 + 0.38 * normals[..., 2:3])
        lamp = np.array(self.lamp_colour) * (facing * lit * _REFERENCE_M2 / squared)[..., None]
        return sky, lamp

    def gloss(self, points: Array, normals: Array, eye: Array, roughness: Array) -> Array:
        """Return (N, 3) highlights (Blinn-Phong)."""
        towards, view = self.lamp - points, eye - points
        squared = (towards**2).sum(1)
        half = towards / np.sqrt(squared)[:, None] + view / np.linalg.norm(
            view, axis=1, keepdims=True
        )
        half /= np.maximum(1e-9, np.linalg.norm(half, axis=1, keepdims=True))
        peak = np.maximum(0, (normals * half).sum(1)) ** (200 - 192 * roughness)
        strength = peak * (1 - roughness) * 0.6 * _REFERENCE_M2 / squared
        shine: Array = np.array(self.lamp_colour) * strength[:, None]
        return shine

    def map_axes(self) -> Array:
        """Return (3, 3) rows: right, up and depth of the lamp's view of the lifter."""
        ahead = unit(np.array([0.0, 0.0, 0.9]) - self.lamp)
        right = unit(np.cross(ahead, UP))
        return np.stack([right, np.cross(right, ahead), ahead])


def tones(light: Array) -> NDArray[np.float32]:
    """Return 0-255 picture values of linear light, bright parts rolled off."""
    rolled = np.clip(light / (0.35 * light + 0.82), 0, 1)
    return (rolled ** (1 / 2.2) * 255).astype(np.float32)
