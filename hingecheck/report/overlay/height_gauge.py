"""How high the hands are against the shoulder."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.report.canvas import Anchor, Box, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.seen import is_seen
from hingecheck.report.text_masks import text_width_px

_SIGNAL = "swing_height"
_LABEL = "hands"


def draw_height_gauge(canvas: Canvas, scene: Scene, frame: int) -> None:
    """For swings: the shoulder's level, and on an upright bar how far the hands are from it.

    The bar stands where the hands reach farthest forward, so that it is level with the body. It is
    drawn from the signal, not from the hand's point, and so always shows the number beside it.
    """
    x = scene.gauge_x_px
    shoulder = scene.joints_px[frame, Joint.SHOULDER]
    if not np.isfinite(x) or not is_seen(shoulder):
        return
    stroke = scene.stroke_px
    level = np.array([x, shoulder[1]])
    canvas.dashes(np.stack([shoulder, level]), Ink.LEVEL, max(1.5, 0.4 * stroke))
    height = float(scene.analysis.signals[_SIGNAL].values[frame])
    if not np.isfinite(height):
        return
    hands = level - [0.0, height * scene.trunk_px]
    canvas.line(np.stack([level, hands]), Ink.HANDS, 1.2 * stroke)
    canvas.dot(hands, Ink.HANDS, 2.0 * stroke)
    _label(canvas, scene, hands, below=height < 0)


def _label(canvas: Canvas, scene: Scene, at_px: Floats, below: bool) -> None:
    """The word beyond the end of the bar, where the arm does not cross it."""
    size = scene.sizes.text_px
    width = text_width_px(_LABEL, size) + 0.4 * size
    x = float(np.clip(at_px[0], width / 2, scene.width_px - width / 2))
    y = float(at_px[1]) + (1.4 if below else -1.4) * size
    canvas.panel(Box(x - width / 2, y - 0.65 * size, width, 1.3 * size))
    canvas.words(_LABEL, (x, y), Ink.HANDS, size, Anchor.MIDDLE)
