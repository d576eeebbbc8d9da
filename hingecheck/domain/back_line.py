"""The dorsal outline of the trunk."""

import numpy as np
from attrs import Factory, field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape
from hingecheck.domain.held_stick import HeldStick
from hingecheck.domain.virtual_stick import VirtualStick


@frozen(eq=False)
class BackLine:
    """The back's edge, sampled along the hip-shoulder line. NaN = unseen.

    Attributes:
        station: (N,) where along the line, 0 = hip, 1 = shoulder.
        depth: (T, N) distance of the edge behind the hip-shoulder line, in trunk lengths;
            positive = dorsal.
        points_px: (T, N, 2) the same points on the picture, for drawing only.
        arm_share: (T,) share of the stations that are unseen because an arm lies over the edge.
            NaN = unseen.
        step: (T,) largest step of the edge between neighbouring stations of the back, in trunk
            lengths, before it was taken out. NaN = unseen.
        head_station: (M,) the line continued beyond the shoulder, as `station`.
        head_depth: (T, M) the hindmost edge of neck and head there, as `depth`; negative where
            the head is before the line.
        stick: a straight line laid along back and head; None where none was laid.
        held: a real stick that the lifter holds there; None where none was found.
    """

    station: Floats = field(converter=frozen_floats)
    depth: Floats = field(converter=frozen_floats, repr=False)
    points_px: Floats = field(converter=frozen_floats, repr=False)
    arm_share: Floats = field(
        converter=frozen_floats,
        repr=False,
        default=Factory(lambda self: np.zeros(len(self.depth)), takes_self=True),
    )
    step: Floats = field(
        converter=frozen_floats,
        repr=False,
        default=Factory(lambda self: np.zeros(len(self.depth)), takes_self=True),
    )
    head_station: Floats = field(converter=frozen_floats, default=())
    head_depth: Floats = field(
        converter=frozen_floats,
        repr=False,
        default=Factory(lambda self: np.zeros((len(self.depth), 0)), takes_self=True),
    )
    stick: VirtualStick | None = field(default=None, repr=False)
    held: HeldStick | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        frames, stations = self.depth.shape
        require_shape("station", self.station, (stations,))
        require_shape("points_px", self.points_px, (frames, stations, 2))
        require_shape("arm_share", self.arm_share, (frames,))
        require_shape("step", self.step, (frames,))
        require_shape("head_depth", self.head_depth, (frames, len(self.head_station)))
