"""A canvas that writes down what it is asked to draw, so that a picture can be read."""

import numpy as np
from attrs import define, field

from hingecheck.domain.array import Floats
from hingecheck.report.canvas import Anchor, Box
from hingecheck.report.ink import Ink
from hingecheck.report.text_masks import text_width_px


@define
class NotebookCanvas:
    """One entry per stroke; words also leave the box that they fill."""

    entries: list[str] = field(factory=list)
    boxes: list[Box] = field(factory=list)

    def line(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """See `Canvas`."""
        self._note("line", ink, points_px, width_px)

    def dashes(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """See `Canvas`."""
        self._note("dashes", ink, points_px, width_px)

    def dot(self, at_px: Floats, ink: Ink, radius_px: float) -> None:
        """See `Canvas`."""
        self._note("dot", ink, at_px, radius_px)

    def panel(self, box: Box) -> None:
        """See `Canvas`."""
        self.entries.append("panel")
        self.boxes.append(box)

    def patch(self, box: Box, ink: Ink) -> None:
        """See `Canvas`."""
        self.entries.append(f"patch {ink}")
        self.boxes.append(box)

    def words(
        self,
        words: str,
        at_px: tuple[float, float],
        ink: Ink,
        size_px: int,
        anchor: Anchor = Anchor.LEFT,
    ) -> None:
        """See `Canvas`."""
        self.entries.append(f"{ink}: {words}")
        width = text_width_px(words, size_px)
        before = {Anchor.LEFT: 0.0, Anchor.MIDDLE: width / 2, Anchor.RIGHT: width}[anchor]
        self.boxes.append(Box(at_px[0] - before, at_px[1] - size_px / 2, width, size_px))

    def _note(self, kind: str, ink: Ink, points_px: Floats, size_px: float) -> None:
        assert np.isfinite(points_px).all(), f"{kind} {ink} at an unseen place"
        assert size_px > 0
        rounded = [[round(float(value)) for value in point] for point in np.atleast_2d(points_px)]
        self.entries.append(f"{kind} {ink} {rounded}")

    def starting(self, beginning: str) -> list[str]:
        """The entries that begin so."""
        return [entry for entry in self.entries if entry.startswith(beginning)]
