"""Drawing sizes, all as shares of the picture's short side, so that any picture looks the same."""

from attrs import frozen

# At 480 px these are 17 px letters, a phone's own reading size when the picture fills its width.
_TEXT = 0.036
_SMALLEST_TEXT_PX = 11
_TITLE = 1.35
_STROKE = 0.006
_MARGIN = 0.016


@frozen
class Sizes:
    """Lengths in canvas pixels for a picture whose short side is `short_px`."""

    short_px: int

    @property
    def text_px(self) -> int:
        """Letter size."""
        return max(_SMALLEST_TEXT_PX, round(_TEXT * self.short_px))

    @property
    def title_px(self) -> int:
        """Letter size of the rep counter."""
        return round(_TITLE * self.text_px)

    @property
    def row_px(self) -> float:
        """From one line of text to the next."""
        return 1.3 * self.text_px

    @property
    def pad_px(self) -> float:
        """Between a panel's edge and its words."""
        return 0.5 * self.text_px

    @property
    def margin_px(self) -> float:
        """Between a panel and the picture's edge."""
        return _MARGIN * self.short_px

    @property
    def stroke_px(self) -> float:
        """Width of a bone."""
        return max(1.5, _STROKE * self.short_px)
