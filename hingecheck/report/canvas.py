"""The few things that a layer can ask for, whatever it is drawn on."""

from enum import StrEnum
from typing import Protocol

from attrs import frozen

from hingecheck.domain.array import Floats
from hingecheck.report.ink import Ink


class Anchor(StrEnum):
    """Which end of a line of words lies at its place; its height is always centred there."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@frozen
class Box:
    """A rectangle on the canvas, in canvas pixels, y down."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.top + self.height


class Canvas(Protocol):
    """Something to draw on. Places and sizes are canvas pixels, origin top left, y down.

    Places are finite: a layer leaves out what is unseen. They may lie outside the picture, where
    nothing is drawn.
    """

    def line(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """Joins (N, 2) points; fewer than two draw nothing."""
        ...

    def dashes(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """Joins (2, 2) points by a broken line."""
        ...

    def dot(self, at_px: Floats, ink: Ink, radius_px: float) -> None:
        """Fills a circle round a (2,) place."""
        ...

    def panel(self, box: Box) -> None:
        """Darkens the picture so that words can be read on it."""
        ...

    def patch(self, box: Box, ink: Ink) -> None:
        """Fills a small rectangle."""
        ...

    def words(
        self,
        words: str,
        at_px: tuple[float, float],
        ink: Ink,
        size_px: int,
        anchor: Anchor = Anchor.LEFT,
    ) -> None:
        """Writes one line of text."""
        ...
