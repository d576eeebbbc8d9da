"""Somebody seen at one moment: the lifter or anybody else in the picture."""

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape
from hingecheck.domain.landmark import LANDMARK_COUNT


@frozen(eq=False)
class Glimpse:
    """One person in one frame, found without looking at the frames before it.

    Attributes:
        time_s: seconds from the recording's first frame.
        image_px: (K, 2) landmarks in pixels of the recording, origin top left, y down.
    """

    time_s: float
    image_px: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        require_shape("image_px", self.image_px, (LANDMARK_COUNT, 2))
