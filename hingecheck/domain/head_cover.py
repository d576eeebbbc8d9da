"""Where faces may be, frame by frame, so that none of them is shown."""

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats


def _circles(given: Sequence[Floats]) -> tuple[Floats, ...]:
    return tuple(frozen_floats(np.reshape(circles, (-1, 3))) for circles in given)


@frozen(eq=False)
class HeadCover:
    """Circles on the recording's picture that heads lie in.

    Attributes:
        time_s: (T,) as in the track.
        circles_px: T arrays (n, 3) of x, y and radius in pixels of the recording, origin top left,
            y down. An infinite radius is the whole picture: a face may be anywhere.
    """

    time_s: Floats = field(converter=frozen_floats, repr=False)
    circles_px: tuple[Floats, ...] = field(converter=_circles, repr=False)

    def __attrs_post_init__(self) -> None:
        if len(self.circles_px) != len(self.time_s):
            raise ValueError(
                f"circles_px has {len(self.circles_px)} frames, time_s has {len(self.time_s)}"
            )
