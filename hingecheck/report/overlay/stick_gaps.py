"""Where a body touches a stick, and where it stands off it: for the virtual and the held one."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.virtual_stick import TOUCHING_TRUNKS
from hingecheck.report.canvas import Anchor, Box, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.text_masks import text_width_px

# Words stand this many letter heights behind the stick, on a panel that is so much higher.
_WORDS_OFF, _PANEL_HEIGHT, _PANEL_ROOM = 1.0, 1.3, 0.3


def draw_gaps(
    canvas: Canvas, scene: Scene, gaps: Floats, body_px: Floats, foot_px: Floats, ink: Ink
) -> None:
    """A dot where the body touches, a line to it and the share of the trunk where it does not.

    Args:
        canvas: what is drawn on.
        scene: for sizes.
        gaps: (3,) in trunk lengths; NaN = unseen, nothing is drawn.
        body_px: (3, 2) the nearest points of the body, pixels of the recording.
        foot_px: (3, 2) the nearest points of the stick.
        ink: of the stick.
    """
    for contact in np.flatnonzero(np.isfinite(gaps)):
        body, foot = body_px[contact] * scene.scale, foot_px[contact] * scene.scale
        gap = float(gaps[contact])
        if gap <= TOUCHING_TRUNKS:
            canvas.dot(foot, ink, 1.2 * scene.stroke_px)
            continue
        canvas.line(np.stack([body, foot]), ink, max(1.0, 0.5 * scene.stroke_px))
        _tell(canvas, scene, f"{100 * gap:.0f} %", foot, foot - body, ink)


def _tell(canvas: Canvas, scene: Scene, words: str, foot: Floats, away: Floats, ink: Ink) -> None:
    size_px = scene.sizes.text_px
    x, y = foot + _WORDS_OFF * size_px * away / np.linalg.norm(away)
    width, room = text_width_px(words, size_px), _PANEL_ROOM * size_px
    to_right = away[0] > 0
    left, height = float(x) - (0.0 if to_right else width), _PANEL_HEIGHT * size_px
    canvas.panel(Box(left - room, float(y) - height / 2, width + 2 * room, height))
    anchor = Anchor.LEFT if to_right else Anchor.RIGHT
    canvas.words(words, (float(x), float(y)), ink, size_px, anchor)
