"""The dorsal outline and the straight line between its ends."""

import numpy as np

from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.seen import seen_runs


def draw_back_line(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The back where its edge was seen; without a stick, its chord shows how straight it is."""
    runs = [run for run in seen_runs(scene.back_px[frame]) if len(run) > 1]
    if not runs:
        return
    if scene.analysis.back_line.stick is None:
        ends = np.stack([runs[0][0], runs[-1][-1]])
        canvas.dashes(ends, Ink.CHORD, max(1.5, 0.5 * scene.stroke_px))
    for run in runs:
        canvas.line(run, Ink.BACK, scene.stroke_px)
