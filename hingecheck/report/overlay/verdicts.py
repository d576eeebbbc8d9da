"""What the checks say about the rep."""

from hingecheck.report.canvas import Box, Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.counter_words import last_full_rep, rep_at
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.verdict_rows import Row, indent_px, panel_height_px

_PATCH = 0.5
# A row is lit for so long before and after the frame where its value was read.
_LIT_S = 0.15


def draw_verdicts(canvas: Canvas, scene: Scene, frame: int) -> None:
    """The verdicts of the rep that the frame lies in or follows; none for a partial rep."""
    rows = _rows(scene, frame)
    if not rows:
        return
    sizes, place = scene.sizes, scene.layout.verdicts
    height = panel_height_px(len(rows), sizes)
    top = place.bottom - height if scene.layout.from_bottom else place.top
    canvas.panel(Box(place.left, top, place.width, height))
    y = top + sizes.pad_px
    for row in rows:
        _draw_row(canvas, scene, row, Box(place.left, y, place.width, sizes.row_px), frame)
        y += sizes.row_px


def _rows(scene: Scene, frame: int) -> tuple[Row, ...]:
    here, last = rep_at(scene.analysis, frame), last_full_rep(scene.analysis, frame)
    if here is not None and here.partial:
        return ()
    return scene.verdicts.get(last.number, ()) if last is not None and last.number else ()


def _draw_row(canvas: Canvas, scene: Scene, row: Row, box: Box, frame: int) -> None:
    sizes = scene.sizes
    left, y = box.left + sizes.pad_px, box.top + box.height / 2
    lit = _is_lit(scene, row, frame)
    if lit:
        canvas.patch(box, row.ink)
    elif row.begins:
        side = _PATCH * sizes.text_px
        canvas.patch(Box(left, y - side / 2, side, side), row.ink)
    left += indent_px(sizes) if row.indent else 0.0
    canvas.words(row.words, (left, y), Ink.ON_PATCH if lit else row.ink, sizes.text_px)


def _is_lit(scene: Scene, row: Row, frame: int) -> bool:
    if row.frame is None:
        return False
    time_s = scene.analysis.pose.time_s
    return bool(abs(time_s[frame] - time_s[row.frame]) <= _LIT_S)
