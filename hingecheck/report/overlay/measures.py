"""The measures of the frame."""

from hingecheck.report.canvas import Anchor, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.measure_words import UNSEEN, measure_names, measure_value
from hingecheck.report.overlay.scene import Scene


def draw_measures(canvas: Canvas, scene: Scene, frame: int) -> None:
    """Names on the left, figures with their unit on the right; a dash where unseen."""
    head, size = scene.layout.head, scene.sizes.text_px
    canvas.panel(scene.head_panel.measures_box(head))
    for index, (name, words) in enumerate(measure_names(scene.analysis).items()):
        cell = scene.head_panel.cell(head, index)
        y = cell.top + cell.height / 2
        value = measure_value(scene.analysis, name, frame)
        ink = Ink.QUIET if value == UNSEEN else Ink.TEXT
        canvas.words(words, (cell.left, y), Ink.QUIET, size)
        canvas.words(value, (cell.right, y), ink, size, Anchor.RIGHT)
