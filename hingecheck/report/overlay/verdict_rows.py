"""Verdicts, broken into rows that fit the picture."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from hingecheck.report.ink import Ink
from hingecheck.report.overlay.layout import is_wide
from hingecheck.report.overlay.sizes import Sizes
from hingecheck.report.overlay.verdict_words import Line
from hingecheck.report.text_masks import fitted, text_width_px, wrapped

_NARROW_SHARE = 0.96
_WIDE_SHARE = 0.45
_TALLEST_SHARE = 0.27
_TALLEST_SHARE_WIDE = 0.45
# In a narrow picture long lines are cut short where more rows than this would be needed.
_FEW_ROWS = 4


@frozen
class Row:
    """One row of words.

    Attributes:
        words: fit the panel.
        ink: of the words and of the patch.
        indent: whether there is room for a patch before the words.
        begins: whether it is a verdict's first row, which has the patch.
        frame: where the value was read; None where there is no single frame.
    """

    words: str
    ink: Ink
    indent: bool = False
    begins: bool = False
    frame: int | None = None


def indent_px(sizes: Sizes) -> float:
    """Room for the patch before the words."""
    return 0.9 * sizes.text_px


def verdict_rows(lines: Sequence[Line], sizes: Sizes, size_px: tuple[int, int]) -> tuple[Row, ...]:
    """The lines, wrapped or cut; lines for which there is no room are counted at the end."""
    room_px, most = _room(sizes, size_px)
    in_full = [wrapped(line.words, sizes.text_px, room_px) for line in lines]
    if is_wide(size_px) or sum(map(len, in_full)) <= _FEW_ROWS:
        pieces = in_full
    else:
        pieces = [
            full if line.whole else [fitted(line.words, sizes.text_px, room_px)]
            for line, full in zip(lines, in_full, strict=True)
        ]
    return tuple(_rows(lines, pieces, most))


def _rows(lines: Sequence[Line], pieces: Sequence[list[str]], most: int) -> list[Row]:
    """As many whole lines as fit in so many rows."""
    rows: list[Row] = []
    for index, (line, parts) in enumerate(zip(lines, pieces, strict=True)):
        last = index == len(lines) - 1
        if len(rows) + len(parts) > most - (0 if last else 1):
            return [*rows, Row(f"and {len(lines) - index} more in the report", Ink.QUIET)]
        rows += [
            Row(words, line.ink, indent=True, begins=number == 0, frame=line.frame)
            for number, words in enumerate(parts)
        ]
    return rows


def _room(sizes: Sizes, size_px: tuple[int, int]) -> tuple[float, int]:
    """Width for the words of a row, and how many rows there may be."""
    wide = is_wide(size_px)
    width = (_WIDE_SHARE if wide else _NARROW_SHARE) * size_px[0]
    height = (_TALLEST_SHARE_WIDE if wide else _TALLEST_SHARE) * size_px[1]
    most = max(3, int((height - 2 * sizes.pad_px) / sizes.row_px))
    return width - 2 * sizes.pad_px - indent_px(sizes), most


def panel_size_px(rows_by_rep: Mapping[int, Sequence[Row]], sizes: Sizes) -> tuple[float, float]:
    """Width and height that hold the rows of every rep; (0, 0) where there are none."""
    if not rows_by_rep:
        return 0.0, 0.0
    every = [row for rows in rows_by_rep.values() for row in rows]
    width = max(text_width_px(row.words, sizes.text_px) for row in every)
    return width + indent_px(sizes) + 2 * sizes.pad_px, panel_height_px(
        max(len(rows) for rows in rows_by_rep.values()), sizes
    )


def panel_height_px(rows: int, sizes: Sizes) -> float:
    """Height of a panel of so many rows."""
    return rows * sizes.row_px + 2 * sizes.pad_px
