"""A dowel laid along the back of a posed body, and how far the body stands off it."""

from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.mesh import Colour, Mesh, join, tube
from bench.lifter.person import DressedBody
from bench.lifter.pose import Posed
from bench.lifter.rotations import Array
from bench.spine.profile import hull_edge, profile, without_arms

# Where sacrum, upper back and head are looked for, as shares of hip to shoulder.
PLACES: Final = ((-0.20, 0.25), (0.60, 0.95), (1.20, 1.60))
_MIDLINE_M: Final = 0.03
_RINGS: Final = 60


@frozen
class Dowel:
    """What is held along the back.

    Attributes:
        radius_m: Half its thickness.
        colour: Linear RGB.
        press: Where the hands press it to the body, as a share of hip to shoulder: it rests on
            what lies to both sides of that place.
        low: Where its lower end is, on the same scale.
        high: Where its upper end is.
    """

    radius_m: float = 0.013
    colour: Colour = (0.45, 0.28, 0.12)
    press: float = 0.45
    low: float = -0.35
    high: float = 1.9


@frozen(eq=False)
class Laid:
    """A dowel in its place.

    Attributes:
        ends_m: (2, 3) of its axis, lower and upper.
        back_m: (3,) unit vector from the body to the dowel.
        gaps_trunks: (3,) from the body's midline at sacrum, upper back and head to the dowel.
        seen_trunks: (3,) the same as seen exactly from the side: the seat and the shoulder blades
            stand out beyond the midline and cover some of the dowel.
    """

    ends_m: Array
    back_m: Array
    gaps_trunks: Array
    seen_trunks: Array

    def at(self, share: float) -> Array:
        """(3,) a place on the axis, 0 = lower end."""
        place: Array = self.ends_m[0] + share * (self.ends_m[1] - self.ends_m[0])
        return place


def lay(dowel: Dowel, dressed: DressedBody, skin: Mesh, posed: Posed, trunk_m: float) -> Laid:
    """Lay it on the midline of the dressed body, arms left out."""
    hip = (posed.joints["left_hip"] + posed.joints["right_hip"]) / 2
    shoulder = (posed.joints["left_shoulder"] + posed.joints["right_shoulder"]) / 2
    up = (shoulder - hip) / np.linalg.norm(shoulder - hip)
    back = np.array([-up[2], 0.0, up[0]])
    length = float(np.linalg.norm(shoulder - hip))
    trunk = without_arms(dressed, skin)
    middle = profile(trunk[abs(trunk[:, 1]) < _MIDLINE_M] - hip, up, back)
    height, slope = hull_edge(*middle, dowel.press * length)
    tilt = float(np.sqrt(1 + slope**2))
    line = height / tilt, slope / tilt, 1 / tilt
    gaps, seen = (
        _gaps(found, line, length) / trunk_m for found in (middle, profile(trunk - hip, up, back))
    )
    normal = (back - slope * up) / tilt
    ends = np.array([dowel.low, dowel.high]) * length
    axis = hip + ends[:, None] * up + (height + slope * ends)[:, None] * back
    return Laid(axis + dowel.radius_m * normal, normal, gaps, seen)


def drawn(dowel: Dowel, laid: Laid) -> Mesh:
    """Return the dowel as a mesh."""
    path = np.linspace(laid.ends_m[0], laid.ends_m[1], _RINGS)
    return join([tube(path, dowel.radius_m, dowel.colour, 0.6)])


def _gaps(profile: tuple[Array, Array], line: tuple[float, float, float], length_m: float) -> Array:
    """The least distance of each place of a profile from a line, metres; 0 where it covers it."""
    along, depth = profile
    off = line[0] + line[1] * along - line[2] * depth
    shares = along / length_m
    least = [float(np.min(off[(shares >= low) & (shares <= high)])) for low, high in PLACES]
    return np.maximum(least, 0.0)
