"""What a second look at single frames shows of a stick held along the back."""

from typing import Final

import numpy as np
from attrs import field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints, require_shape

# Where a gap between body and stick is looked for: shares of hip to shoulder, as the back line's.
STICK_STATIONS: Final = np.round(np.linspace(-0.2, 1.65, 38), 2)


@frozen(eq=False)
class StickPlaces:
    """Frames that are worth a look, and where the trunk is in them.

    Attributes:
        frame: (n,) of the track, rising.
        hip_px: (n, 2) pixels of the recording.
        shoulder_px: (n, 2) the same.
        facing: (n,) +1 where forward is to the right of the picture, else -1.
    """

    frame: Ints = field(converter=frozen_ints)
    hip_px: Floats = field(converter=frozen_floats, repr=False)
    shoulder_px: Floats = field(converter=frozen_floats, repr=False)
    facing: Ints = field(converter=frozen_ints, repr=False)

    def __attrs_post_init__(self) -> None:
        looks = len(self.frame)
        require_shape("hip_px", self.hip_px, (looks, 2))
        require_shape("shoulder_px", self.shoulder_px, (looks, 2))
        require_shape("facing", self.facing, (looks,))


@frozen(eq=False)
class StickLooks:
    """The straightest bar beside the back in each frame that was looked at. NaN = none.

    Attributes:
        frame: (n,) of the track, rising.
        ends_px: (n, 2, 2) lower and upper end of its edge toward the body, pixels of the recording.
        width_px: (n,) how thick it is.
        support: (n,) along how much of it both edges show, in lengths of that trunk.
        gap_px: (n, S) from that edge to the body, at `STICK_STATIONS`; NaN where the stick is
            covered, or where the body cannot be told from what is behind it.
    """

    frame: Ints = field(converter=frozen_ints)
    ends_px: Floats = field(converter=frozen_floats, repr=False)
    width_px: Floats = field(converter=frozen_floats, repr=False)
    support: Floats = field(converter=frozen_floats, repr=False)
    gap_px: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        looks = len(self.frame)
        require_shape("ends_px", self.ends_px, (looks, 2, 2))
        require_shape("width_px", self.width_px, (looks,))
        require_shape("support", self.support, (looks,))
        require_shape("gap_px", self.gap_px, (looks, len(STICK_STATIONS)))
