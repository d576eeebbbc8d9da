"""A straight stick laid along the back, and where the body leaves it."""

import numpy as np

from hingecheck.domain.virtual_stick import TOUCHING_TRUNKS, VirtualStick
from hingecheck.report.canvas import Anchor, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene

# Words stand this many letter heights behind the stick.
_WORDS_OFF = 1.0


def draw_virtual_stick(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The stick, a dot where sacrum, upper back or head touch it, and the open gaps in words."""
    stick = scene.analysis.back_line.stick
    if stick is None or not np.isfinite(stick.ends_px[frame]).all():
        return
    width_px = max(1.5, 0.5 * scene.stroke_px)
    canvas.dashes(stick.ends_px[frame] * scene.scale, Ink.CHORD, width_px)
    for contact in np.flatnonzero(np.isfinite(stick.gap[frame])):
        _draw_contact(canvas, scene, stick, (frame, int(contact)))


def _draw_contact(
    canvas: Canvas, scene: Scene, stick: VirtualStick, place: tuple[int, int]
) -> None:
    body, foot = stick.contacts_px[place] * scene.scale, stick.feet_px[place] * scene.scale
    gap = float(stick.gap[place])
    if gap <= TOUCHING_TRUNKS:
        canvas.dot(foot, Ink.CHORD, 1.2 * scene.stroke_px)
        return
    canvas.line(np.stack([body, foot]), Ink.CHORD, max(1.0, 0.5 * scene.stroke_px))
    away = (foot - body) / np.linalg.norm(foot - body)
    at = foot + _WORDS_OFF * scene.sizes.text_px * away
    anchor = Anchor.LEFT if away[0] > 0 else Anchor.RIGHT
    canvas.words(
        f"{100 * gap:.0f} %", (float(at[0]), float(at[1])), Ink.CHORD, scene.sizes.text_px, anchor
    )
