"""One picture of a recording."""

import numpy as np
import numpy.typing as npt
from attrs import field, frozen


@frozen(eq=False)
class Frame:
    """A picture and its time; it lives for one step and is never stored.

    Attributes:
        index: 0 for the first frame of the recording.
        time_s: the frame's own time stamp, seconds, strictly increasing over a recording.
        picture: (H, W, 3) uint8, blue-green-red as OpenCV reads it, upright (after rotation).
    """

    index: int
    time_s: float
    picture: npt.NDArray[np.uint8] = field(repr=False)
