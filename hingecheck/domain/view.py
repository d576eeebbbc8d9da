"""From where the camera looks at the lifter."""

from enum import StrEnum

import numpy as np
from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats


class Side(StrEnum):
    """The lifter's own left or right."""

    LEFT = "left"
    RIGHT = "right"


@frozen(eq=False)
class View:
    """The camera's place, as far as one recording tells.

    Attributes:
        yaw_deg: (T,) how far the camera has moved round the lifter from the exact side view:
            0 = side-on, 90 = from the front, 180 = the other side, -90 = from behind. NaN = unseen.
        yaw_u_deg: standard uncertainty of the yaw.
        near_side: the side nearer the camera, for the whole recording.
        facing: +1 where the toes point to the right of the picture, -1 to the left.
        body_height_px: the upright body, ear to heel, in pixels of the recording.
        notes: what a reader should know about the film, plain words.
    """

    yaw_deg: Floats = field(converter=frozen_floats, repr=False)
    yaw_u_deg: float
    near_side: Side
    facing: int
    body_height_px: float
    notes: tuple[str, ...] = ()

    @property
    def typical_yaw_deg(self) -> float:
        """The median yaw of the recording; NaN where the lifter is never seen."""
        return self.yaw_during(slice(None))

    def yaw_during(self, frames: slice) -> float:
        """The median yaw of some frames; NaN where the lifter is unseen in all of them."""
        yaw = self.yaw_deg[frames]
        known = yaw[np.isfinite(yaw)]
        return float(np.median(known)) if len(known) else float("nan")

    def __attrs_post_init__(self) -> None:
        if self.facing not in (-1, 1):
            raise ValueError(f"facing must be 1 or -1, got {self.facing}")
        if np.any(np.abs(self.yaw_deg) > 180):  # NaN compares false
            raise ValueError("yaw_deg must lie within -180 and 180")
