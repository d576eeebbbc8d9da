"""A straight stick laid along the back, and where the body leaves it."""

import numpy as np

from hingecheck.analysis.back_change import EARLY_DEG
from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.stick_gaps import draw_gaps


def draw_virtual_stick(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The stick in dashes, a dot where the body touches it, the open gaps in words.

    Nothing in a recording in which a real one is held, nor in a frame where the trunk is upright:
    there the back is not judged, and a shirt that hangs off it or hair that flies would open gaps.
    """
    stick = scene.analysis.back_line.stick
    trunk_deg = scene.analysis.signals["trunk_inclination"].values[frame]
    if scene.analysis.back_line.held is not None or stick is None:
        return
    if not np.isfinite(stick.ends_px[frame]).all() or not trunk_deg >= EARLY_DEG[0]:
        return
    canvas.dashes(stick.ends_px[frame] * scene.scale, Ink.CHORD, max(1.5, 0.5 * scene.stroke_px))
    parts = stick.gap[frame], stick.contacts_px[frame], stick.feet_px[frame]
    draw_gaps(canvas, scene, *parts, Ink.CHORD)
