"""A straight stick laid along the back, and where the body leaves it."""

import numpy as np

from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.stick_gaps import draw_gaps


def draw_virtual_stick(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The stick in dashes, a dot where the body touches it, the open gaps in words.

    Nothing in a recording in which a real one is held.
    """
    stick = scene.analysis.back_line.stick
    if scene.analysis.back_line.held is not None or stick is None:
        return
    if not np.isfinite(stick.ends_px[frame]).all():
        return
    canvas.dashes(stick.ends_px[frame] * scene.scale, Ink.CHORD, max(1.5, 0.5 * scene.stroke_px))
    parts = stick.gap[frame], stick.contacts_px[frame], stick.feet_px[frame]
    draw_gaps(canvas, scene, *parts, Ink.CHORD)
