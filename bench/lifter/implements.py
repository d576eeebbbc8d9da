"""What the lifter lifts, and how it hangs from the hands."""

from typing import Final

import numpy as np

from bench.lifter.mesh import Mesh, disc, join, sphere, tube
from bench.lifter.pose import PoseAngles, Posed
from bench.lifter.rotations import LEFT, Array, unit

IMPLEMENTS: Final = ("none", "kettlebell", "barbell", "dumbbells")
IRON: Final = (0.022, 0.022, 0.025)
STEEL: Final = (0.45, 0.45, 0.47)

# A cast 24 kg bell: ball about 21 cm across, grip 28 cm above the floor.
BELL_RADIUS_M: Final = 0.107
BELL_DROP_M: Final = 0.176
HANDLE_RADIUS_M: Final = 0.016
BELL_HEIGHT_M: Final = BELL_DROP_M + 0.97 * BELL_RADIUS_M
BAR_PLATE_RADIUS_M: Final = 0.225
# Half the distance between the wrists.
GRIP_HALF_WIDTH_M: Final = {"barbell": 0.26, "dumbbells": 0.24}
_DUMBBELL_RADIUS_M: Final = 0.075


def build_implement(name: str) -> Mesh | None:
    """Return an implement with its grip at the origin, hanging down, or None for "none".

    Raises:
        ValueError: There is no implement of that name.
    """
    if name == "none":
        return None
    if name == "kettlebell":
        return _kettlebell()
    if name == "barbell":
        return _barbell()
    if name == "dumbbells":
        return _dumbbells()
    raise ValueError(f"no implement {name!r}: expected one of {', '.join(IMPLEMENTS)}")


def grip_height_m(name: str) -> float:
    """Return the height of the grip when the implement stands on the floor."""
    heights = {"kettlebell": BELL_HEIGHT_M, "barbell": BAR_PLATE_RADIUS_M}
    return (heights | {"dumbbells": _DUMBBELL_RADIUS_M}).get(name, 0.0)


def hold(implement: Mesh, posed: Posed, angles: PoseAngles) -> Mesh:
    """Return the implement in the lifter's hands."""
    share = angles.bell_along_arm
    down = unit((1 - share) * np.array([0.0, 0.0, -1.0]) + share * _hand_direction(posed))
    return implement.moved(np.stack([np.cross(LEFT, -down), LEFT, -down], 1), posed.grip)


def bell_centre(posed: Posed, angles: PoseAngles) -> Array:
    """Return the (3,) centre of a kettlebell's ball, metres."""
    share = angles.bell_along_arm
    down = unit((1 - share) * np.array([0.0, 0.0, -1.0]) + share * _hand_direction(posed))
    centre: Array = posed.grip + BELL_DROP_M * down
    return centre


def _hand_direction(posed: Posed) -> Array:
    joints = posed.joints
    reach = sum(
        (joints[f"{side}_wrist"] - joints[f"{side}_elbow"] for side in ("left", "right")),
        start=np.zeros(3),
    )
    return unit(reach * np.array([1.0, 0.0, 1.0]))


def _kettlebell() -> Mesh:
    half_width, leg = 0.082, 0.085
    angles = np.linspace(0, np.pi, 13)
    arch = np.stack(
        [
            np.zeros(13),
            -half_width * np.sign(np.cos(angles)) * abs(np.cos(angles)) ** 0.6,
            -0.045 + 0.045 * np.sin(angles) ** 0.6,
        ],
        1,
    )
    foot = np.array([0.0, half_width * 0.85, -leg - 0.03])
    path = np.vstack([foot * [1, -1, 1], arch, foot])
    ball = sphere(BELL_RADIUS_M, (0, 0, -BELL_DROP_M), IRON, 0.45)
    flat = np.maximum(ball.vertices[:, 2], -BELL_HEIGHT_M)
    ball = ball.reshaped(np.column_stack([ball.vertices[:, :2], flat]))
    return join([ball, tube(path, HANDLE_RADIUS_M, IRON, 0.4)])


def _barbell() -> Mesh:
    parts = [_bar(-1.1, 1.1, 0.014, STEEL)]
    for sign in (-1, 1):
        parts.append(_bar(sign * 0.60, sign * 0.66, BAR_PLATE_RADIUS_M, (0.05, 0.05, 0.055)))
        parts.append(_bar(sign * 0.58, sign * 0.60, 0.04, STEEL))
    return join(parts)


def _dumbbells() -> Mesh:
    parts: list[Mesh] = []
    for middle in (-1, 1) * np.array(GRIP_HALF_WIDTH_M["dumbbells"]):
        parts.append(_bar(middle - 0.06, middle + 0.06, 0.015, STEEL))
        for inner, outer in ((-0.15, -0.06), (0.06, 0.15)):
            parts.append(_bar(middle + inner, middle + outer, _DUMBBELL_RADIUS_M, IRON))
    return join(parts)


def _bar(left: float, right: float, radius: float, colour: tuple[float, float, float]) -> Mesh:
    """Return a round bar along the left-right axis."""
    path = np.array([[0, left, 0], [0, right, 0]], dtype=np.float64)
    ends = [disc((0, y, 0), radius, colour, 0.5) for y in (left, right)]
    return join([tube(path, radius, colour, 0.5, 40), *ends])
