"""Somebody in the picture, by the number that every report tells."""

from typing import Final

from attrs import frozen

# A head that goes this far down, in the person's own heights, and comes back is a rep's; a step, a
# breath and the look's own error move it by a few hundredths.
MIN_TRAVEL: Final = 0.12
_MIN_TURNS: Final = 2


@frozen
class Person:
    """One of the people in a recording, as looks at single pictures found them.

    Attributes:
        number: 1 = furthest left in the picture.
        left_px: usual left edge of the landmarks, in pixels of the recording, as the next three.
        top_px: usual top edge.
        right_px: usual right edge.
        bottom_px: usual bottom edge.
        height_px: from the top to the bottom landmark while upright.
        travel: how far the head goes up and down, in heights; NaN where the looks are too rare.
        turns: how often it turns back on the way; down and up again are two.
        share: of the looks that found this person, 0 to 1.
    """

    number: int
    left_px: float
    top_px: float
    right_px: float
    bottom_px: float
    height_px: float
    travel: float
    turns: int
    share: float

    @property
    def moves(self) -> bool:
        """Whether the body goes down and comes up again, as in a rep."""
        return self.travel >= MIN_TRAVEL and self.turns >= _MIN_TURNS
