"""A part of the picture."""

from attrs import frozen


@frozen
class Region:
    """A rectangle of the recording's picture, in its pixels; only what lies in it is looked at.

    Attributes:
        left_px: from the picture's left edge.
        top_px: from the picture's top edge.
        width_px: at least `MIN_SIDE_PX`.
        height_px: the same.
    """

    left_px: int
    top_px: int
    width_px: int
    height_px: int

    def __attrs_post_init__(self) -> None:
        if min(self.left_px, self.top_px) < 0:
            raise ValueError("a region begins inside the picture")
        if min(self.width_px, self.height_px) < MIN_SIDE_PX:
            raise ValueError(f"a region is at least {MIN_SIDE_PX} pixels wide and high")

    @property
    def right_px(self) -> int:
        """Where it ends."""
        return self.left_px + self.width_px

    @property
    def bottom_px(self) -> int:
        """Where it ends."""
        return self.top_px + self.height_px


# Less than that shows nobody well enough.
MIN_SIDE_PX = 32
