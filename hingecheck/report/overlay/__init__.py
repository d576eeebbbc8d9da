"""What is drawn over a frame, layer by layer, from the body outward to the words."""

from collections.abc import Callable

from hingecheck.report.canvas import Canvas
from hingecheck.report.overlay.back_line import draw_back_line
from hingecheck.report.overlay.height_gauge import draw_height_gauge
from hingecheck.report.overlay.held_stick import draw_held_stick
from hingecheck.report.overlay.hip_path import draw_hip_path
from hingecheck.report.overlay.measures import draw_measures
from hingecheck.report.overlay.rep_counter import draw_rep_counter
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.skeleton import draw_skeleton
from hingecheck.report.overlay.verdicts import draw_verdicts
from hingecheck.report.overlay.virtual_stick import draw_virtual_stick

Layer = Callable[[Canvas, Scene, int], None]

LAYERS: tuple[Layer, ...] = (
    draw_hip_path,
    draw_height_gauge,
    draw_skeleton,
    draw_back_line,
    draw_virtual_stick,
    draw_held_stick,
    draw_rep_counter,
    draw_measures,
    draw_verdicts,
)


def draw(canvas: Canvas, scene: Scene, frame: int) -> None:
    """Draws all layers.

    Args:
        canvas: what is drawn on, of the scene's size.
        scene: the analysis with its places on the canvas.
        frame: index into the analysis.
    """
    for layer in LAYERS:
        layer(canvas, scene, frame)
