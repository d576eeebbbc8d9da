"""What a pose engine must be able to do, whichever it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats
from hingecheck.domain.frame import Frame


@frozen(eq=False)
class Sighting:
    """One person in one picture.

    Attributes:
        image_px: (K, 2) pixels of the frame's picture, y down; may lie outside it.
        world_m: (K, 3) metres about the hips' middle, as `PoseTrack.world_m`.
        visibility: (K,) 0-1.
        polygon_px: (n, 2) outline of the body in pixels; (0, 2) where there is none.
    """

    image_px: Floats = field(converter=frozen_floats)
    world_m: Floats = field(converter=frozen_floats)
    visibility: Floats = field(converter=frozen_floats)
    polygon_px: Floats = field(converter=frozen_floats)


class Landmarker(Protocol):
    """Looks for one person in frames that come in time order."""

    def see(self, frame: Frame) -> Sighting | None:
        """The person in the frame, or None."""
        ...


class Crowd(Protocol):
    """Looks for everybody in single frames."""

    def everybody(self, frame: Frame) -> list[Floats]:
        """(K, 2) landmarks of each person, in pixels of the frame's picture; may be empty."""
        ...


# Opens a landmarker without memory of earlier frames; closes it at the end of the block.
LandmarkerFactory = Callable[[], AbstractContextManager[Landmarker]]
