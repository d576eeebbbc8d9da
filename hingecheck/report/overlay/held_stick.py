"""The real stick that the lifter holds along the back, and where the body leaves it."""

import numpy as np

from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.stick_gaps import draw_gaps


def draw_held_stick(canvas: Canvas, scene: Scene, frame: int) -> None:
    """Its edge toward the body in one line, a dot where the body touches it, open gaps in words."""
    held = scene.analysis.back_line.held
    if held is None or not np.isfinite(held.ends_px[frame]).all():
        return
    canvas.line(held.ends_px[frame] * scene.scale, Ink.HELD, max(1.5, 0.5 * scene.stroke_px))
    parts = held.gap[frame], held.contacts_px[frame], held.feet_px[frame]
    draw_gaps(canvas, scene, *parts, Ink.HELD)
