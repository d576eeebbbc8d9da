"""The measure of a check, drawn on the body: the angle or distance that its number stands for."""

import math
from enum import Enum
from typing import Final

import numpy as np
from attrs import frozen

from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.report.canvas import Anchor, Box, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.seen import is_seen
from hingecheck.report.text_masks import text_width_px

# Lengths in trunk lengths, so that a lifter far away gets a smaller drawing.
_RAY = 0.62
_ARC = 0.34
_ARC_STEPS: Final = 24
_PAD = 0.3


class _Way(Enum):
    """A direction of the picture."""

    UP = (0.0, -1.0)
    DOWN = (0.0, 1.0)


@frozen
class _Angle:
    """Between two directions at a joint; a joint marked `beyond` is looked away from."""

    at: Joint
    zero: _Way | Joint
    to: Joint
    beyond: bool = False


@frozen
class _Offset:
    """How far a joint lies across (axis 0) or above (axis 1) another one."""

    of: Joint
    against: Joint
    axis: int


@frozen
class _Aside:
    """How far a joint lies beside the line from the ankle to the shoulder."""

    of: Joint


_HIP_FOLD = _Angle(Joint.HIP, Joint.SHOULDER, Joint.KNEE, beyond=True)
_KNEE_BEND = _Angle(Joint.KNEE, Joint.HIP, Joint.ANKLE, beyond=True)
_DRAWN: Final[dict[str, tuple[_Angle | _Offset | _Aside, ...]]] = {
    "trunk_inclination": (_Angle(Joint.HIP, _Way.UP, Joint.SHOULDER),),
    "thigh_inclination": (_Angle(Joint.KNEE, _Way.UP, Joint.HIP),),
    "shank_inclination": (_Angle(Joint.ANKLE, _Way.UP, Joint.KNEE),),
    "trunk_thigh_flexion": (_HIP_FOLD,),
    "knee_flexion": (_KNEE_BEND,),
    "hinge_index": (_HIP_FOLD, _KNEE_BEND),
    "elbow_flexion": (_Angle(Joint.ELBOW, Joint.SHOULDER, Joint.WRIST, beyond=True),),
    "arm_elevation": (_Angle(Joint.SHOULDER, _Way.DOWN, Joint.WRIST),),
    "neck_inclination": (_Angle(Joint.SHOULDER, Joint.HIP, Joint.EAR, beyond=True),),
    "hip_setback": (_Offset(Joint.HIP, Joint.ANKLE, 0),),
    "stack_offset": (_Offset(Joint.HIP, Joint.KNEE, 0),),
    "swing_height": (_Offset(Joint.WRIST, Joint.SHOULDER, 1),),
    "hands_above_knee": (_Offset(Joint.WRIST, Joint.KNEE, 1),),
    "hands_above_elbow": (_Offset(Joint.WRIST, Joint.ELBOW, 1),),
    "plank_hip": (_Aside(Joint.HIP),),
    "plank_knee": (_Aside(Joint.KNEE),),
}


def draw_measured_angle(
    canvas: Canvas, scene: Scene, frame: int, signal: str, words: str, ink: Ink
) -> None:
    """Draws what a signal measures, with its value beside it.

    Args:
        canvas: what is drawn on, of the scene's size.
        scene: the analysis with its places on the canvas.
        frame: index into the analysis.
        signal: name in the catalogue; one without a drawing (the back's outline) gets words only.
        words: the value.
        ink: of the verdict.
    """
    joints = scene.joints_px[frame]
    drawn = _DRAWN.get(signal, ())
    for shape in drawn:
        if isinstance(shape, _Angle):
            _draw_angle(canvas, scene, joints, shape, ink)
        elif isinstance(shape, _Offset):
            _draw_offset(canvas, scene, joints, shape, ink)
        else:
            _draw_aside(canvas, scene, joints, shape, ink)
    place = _anchor_joint(drawn)
    if words and is_seen(joints[place]):
        _label(canvas, scene, joints[place], words, ink)


def _anchor_joint(drawn: tuple[_Angle | _Offset | _Aside, ...]) -> Joint:
    if not drawn:
        return Joint.HIP
    first = drawn[0]
    return first.at if isinstance(first, _Angle) else first.of


def _draw_angle(canvas: Canvas, scene: Scene, joints: Floats, shape: _Angle, ink: Ink) -> None:
    at, to = joints[shape.at], joints[shape.to]
    start = _direction(joints, shape)
    if start is None or not (is_seen(at) and is_seen(to)) or not np.any(to - at):
        return
    ray, arc = _RAY * scene.trunk_px, _ARC * scene.trunk_px
    end = (to - at) / math.hypot(*(to - at))
    width = max(1.0, 0.7 * scene.stroke_px)
    canvas.dashes(np.stack([at, at + ray * start]), ink, width)
    canvas.line(np.stack([at, at + ray * end]), ink, width)
    first = math.atan2(start[1], start[0])
    turn = math.remainder(math.atan2(end[1], end[0]) - first, 2 * math.pi)
    angles = first + turn * np.linspace(0, 1, _ARC_STEPS)
    canvas.line(at + arc * np.stack([np.cos(angles), np.sin(angles)], axis=1), ink, width)


def _direction(joints: Floats, shape: _Angle) -> Floats | None:
    """The unit vector from which the angle is counted; None where it was not seen."""
    if isinstance(shape.zero, _Way):
        return np.array(shape.zero.value)
    away = joints[shape.zero] - joints[shape.at]
    length = math.hypot(*away)
    if not math.isfinite(length) or length == 0:
        return None
    return np.asarray(away / length * (-1 if shape.beyond else 1))


def _draw_offset(canvas: Canvas, scene: Scene, joints: Floats, shape: _Offset, ink: Ink) -> None:
    of, against = joints[shape.of], joints[shape.against]
    if not (is_seen(of) and is_seen(against)):
        return
    foot = of.copy()
    foot[shape.axis] = against[shape.axis]
    width = max(1.0, 0.7 * scene.stroke_px)
    canvas.dashes(np.stack([against, foot]), ink, width)
    canvas.line(np.stack([foot, of]), ink, width)


def _draw_aside(canvas: Canvas, scene: Scene, joints: Floats, shape: _Aside, ink: Ink) -> None:
    of, low, high = joints[shape.of], joints[Joint.ANKLE], joints[Joint.SHOULDER]
    if not (is_seen(of) and is_seen(low) and is_seen(high)) or not np.any(high - low):
        return
    along = (high - low) / math.hypot(*(high - low))
    width = max(1.0, 0.7 * scene.stroke_px)
    canvas.dashes(np.stack([low, high]), ink, width)
    canvas.line(np.stack([low + along * float((of - low) @ along), of]), ink, width)


def _label(canvas: Canvas, scene: Scene, at: Floats, words: str, ink: Ink) -> None:
    """The words on a small panel beside a joint, on the side where there is room."""
    size = scene.sizes.text_px
    pad = _PAD * size
    width, height = text_width_px(words, size) + 2 * pad, size + 2 * pad
    gap = 0.25 * scene.trunk_px
    facing = scene.analysis.pose.facing
    left = at[0] + gap if facing > 0 else at[0] - gap - width
    left = float(np.clip(left, 0, max(0.0, scene.width_px - width)))
    top = float(np.clip(at[1] - 1.6 * height, 0, max(0.0, scene.height_px - height)))
    canvas.panel(Box(left, top, width, height))
    canvas.words(words, (left + pad, top + height / 2), ink, size, Anchor.LEFT)
