"""Which rep it is, and which part of it."""

from hingecheck.domain.movement import MOVEMENT_WORDS
from hingecheck.domain.rep import Phase
from hingecheck.report.canvas import Anchor, Box, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.sizes import Sizes
from hingecheck.report.text_masks import fitted, text_width_px

_LIFT_WORDS = {
    Phase.SETUP: "set-up",
    Phase.DESCENT: "descent",
    Phase.BOTTOM: "bottom",
    Phase.ASCENT: "ascent",
    Phase.TOP: "lockout",
}
_SWING_WORDS = _LIFT_WORDS | {
    Phase.DESCENT: "backswing",
    Phase.ASCENT: "drive",
    Phase.TOP: "float",
}


def draw_rep_counter(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The rep's number among all, the movement, and the phase in the movement's own word."""
    box, sizes = scene.counter_box, scene.sizes
    canvas.panel(box)
    title, phase = counter_words(scene, frame), phase_words(scene, frame)
    left, right = box.left + sizes.pad_px, box.right - sizes.pad_px
    first_y = box.top + sizes.pad_px + 0.65 * sizes.title_px
    canvas.words(
        fitted(title, sizes.title_px, right - left), (left, first_y), Ink.TEXT, sizes.title_px
    )
