"""Where the hip has been lately."""

import numpy as np

from hingecheck.domain.joint import Joint
from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.seen import seen_runs

TRAIL_S = 1.5
# Nobody's hip moves half a trunk between two frames: there the film was cut.
_JUMP_TRUNKS = 0.5


def draw_hip_path(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The hip's way over the last `TRAIL_S` seconds, open where it was not seen."""
    time_s = scene.analysis.pose.time_s
    start = int(np.searchsorted(time_s, time_s[frame] - TRAIL_S))
    path = scene.joints_px[start : frame + 1, Joint.HIP].copy()
    steps = np.hypot(*np.diff(path, axis=0).T)
    jumps = np.flatnonzero(steps > _JUMP_TRUNKS * scene.trunk_px)
    if jumps.size:
        path = path[jumps[-1] + 1 :]
    for run in seen_runs(path):
        canvas.line(run, Ink.PATH, 0.7 * scene.stroke_px)
