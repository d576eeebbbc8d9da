"""The shape of the panel that holds the rep counter and, under it, the measures of the frame."""

from collections.abc import Sequence

from attrs import frozen

from hingecheck.report.canvas import Box
from hingecheck.report.overlay.sizes import Sizes
from hingecheck.report.text_masks import text_width_px


@frozen
class HeadPanel:
    """Its size does not depend on the frame.

    Attributes:
        sizes: of letters and gaps.
        rows: of measures.
        columns_px: widths of the columns of measures, names and values together; with two of them
            the counter's words fit in one row.
        counter_px: width of the counter's words.
    """

    sizes: Sizes
    rows: int
    columns_px: tuple[float, ...]
    counter_px: float

    @property
    def is_one_column(self) -> bool:
        """Whether the measures stand one under the other."""
        return len(self.columns_px) == 1

    @property
    def counter_height_px(self) -> float:
        """Of the upper part."""
        second_row = self.sizes.row_px if self.is_one_column else 0.0
        return 1.3 * self.sizes.title_px + second_row + 1.2 * self.sizes.pad_px

    @property
    def size_px(self) -> tuple[float, float]:
        """Width and height of the whole panel."""
        width = sum(self.columns_px) + (len(self.columns_px) - 1) * self._gutter_px
        measures = self.rows * self.sizes.row_px + self.sizes.pad_px
        return max(
            width, self.counter_px
        ) + 2 * self.sizes.pad_px, self.counter_height_px + measures

    @property
    def _gutter_px(self) -> float:
        return 1.5 * self.sizes.text_px

    def counter_box(self, head: Box) -> Box:
        """The upper part of the panel where it stands."""
        return Box(head.left, head.top, head.width, self.counter_height_px)

    def measures_box(self, head: Box) -> Box:
        """The lower part of the panel where it stands."""
        height = head.height - self.counter_height_px
        return Box(head.left, head.top + self.counter_height_px, head.width, height)

    def cell(self, head: Box, index: int) -> Box:
        """The place of one measure; they run down the columns."""
        column, row = divmod(index, self.rows)
        before = sum(self.columns_px[:column]) + column * self._gutter_px
        top = head.top + self.counter_height_px + row * self.sizes.row_px
        left = head.left + self.sizes.pad_px + before
        right = head.right - self.sizes.pad_px
        width = right - left if column == len(self.columns_px) - 1 else self.columns_px[column]
        return Box(left, top, width, self.sizes.row_px)


def head_panels(
    sizes: Sizes, measures: Sequence[tuple[str, str]], words: tuple[list[str], list[str]]
) -> tuple[HeadPanel, HeadPanel]:
    """Plans the panel with one column, to stand beside the lifter, and with two, to lie above.

    Args:
        sizes: of letters and gaps.
        measures: the name of each measure and the longest value that it may show.
        words: all that the counter may say, and all that may stand beside or under it.
    """
    title = max(text_width_px(title, sizes.title_px) for title in words[0])
    phase = max(text_width_px(phase, sizes.text_px) for phase in words[1])
    rows = len(measures)
    return (
        _panel(sizes, measures, rows, max(title, phase)),
        _panel(sizes, measures, -(-rows // 2), title + sizes.text_px + phase),
    )


def _panel(
    sizes: Sizes, measures: Sequence[tuple[str, str]], rows: int, counter_px: float
) -> HeadPanel:
    columns = [measures[start : start + rows] for start in range(0, len(measures), rows)]
    widths = tuple(_column_px(column, sizes.text_px) for column in columns)
    return HeadPanel(sizes, rows, widths, counter_px)


def _column_px(column: Sequence[tuple[str, str]], size_px: int) -> float:
    names = max(text_width_px(name, size_px) for name, _ in column)
    values = max(text_width_px(value, size_px) for _, value in column)
    return names + 0.6 * size_px + values
