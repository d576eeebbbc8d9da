"""The body's outline, one polygon per frame."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints

Points = npt.NDArray[np.floating[Any]]


def _frozen(points_px: Any) -> Points:
    """Read-only, and not copied where nobody can change it."""
    if not (isinstance(points_px, np.ndarray) and points_px.dtype == np.float32):
        return frozen_floats(points_px)
    own = points_px.base is None and not points_px.flags.writeable
    kept: Points = points_px if own else points_px.copy()
    kept.flags.writeable = False
    return kept


@frozen(eq=False)
class Outline:
    """T closed polygons of different length, stored end to end.

    Attributes:
        points_px: (N, 2) pixels of the recording, origin top left, y down; all frames in a row.
            Half as precise as other numbers where they come so: they are most of a track.
        start: (T + 1,) frame t owns `points_px[start[t]:start[t + 1]]`; no points = unseen.
    """

    points_px: Points = field(converter=_frozen, repr=False)
    start: Ints = field(converter=frozen_ints, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.points_px.ndim != 2 or self.points_px.shape[1] != 2:
            raise ValueError(f"outline points must have shape (N, 2), got {self.points_px.shape}")
        if self.start.ndim != 1 or not self.start.size or self.start[0] != 0:
            raise ValueError("outline starts must be (T + 1,) and begin with 0")
        if np.any(np.diff(self.start) < 0) or self.start[-1] != len(self.points_px):
            raise ValueError("outline starts must not fall and must end at the number of points")

    def __len__(self) -> int:
        return len(self.start) - 1

    def polygon_px(self, frame: int) -> Floats:
        """The (n, 2) polygon of one frame, in pixels; (0, 2) where the body was not seen."""
        return self.points_px[self.start[frame] : self.start[frame + 1]].astype(np.float64)

    @classmethod
    def from_polygons(cls, polygons: Sequence[Points]) -> "Outline":
        """Packs one (n, 2) pixel polygon per frame; an empty one means unseen."""
        counts = [len(polygon) for polygon in polygons]
        some = sum(counts) > 0
        points = np.concatenate(polygons) if some else np.empty((0, 2))
        points.flags.writeable = False  # and is not copied again
        return cls(points_px=points, start=np.concatenate([[0], np.cumsum(counts)]))
