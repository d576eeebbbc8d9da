"""Which rep it is, and which part of it."""

from hingecheck.report.canvas import Anchor, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.counter_words import counter_words, phase_words
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.text_masks import fitted, text_width_px


def draw_rep_counter(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The rep's number among all, the movement, and the phase in the movement's own word."""
    sizes, box = scene.sizes, scene.head_panel.counter_box(scene.layout.head)
    canvas.panel(box)
    left, right = box.left + sizes.pad_px, box.right - sizes.pad_px
    y = box.top + sizes.pad_px + 0.65 * sizes.title_px
    title = fitted(counter_words(scene.analysis, frame), sizes.title_px, right - left)
    canvas.words(title, (left, y), Ink.TEXT, sizes.title_px)
    phase = phase_words(scene.analysis, frame)
    if scene.head_panel.is_one_column:
        words = fitted(phase, sizes.text_px, right - left)
        canvas.words(words, (left, y + 1.2 * sizes.row_px), Ink.TEXT, sizes.text_px)
    else:
        room = right - left - text_width_px(title, sizes.title_px) - sizes.text_px
        words = fitted(phase, sizes.text_px, room)
        canvas.words(words, (right, y), Ink.TEXT, sizes.text_px, Anchor.RIGHT)
