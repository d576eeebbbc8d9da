"""The lifter seen from the side, facing forward, measured in the lifter's own units."""

import numpy as np
from attrs import Factory, field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints, require_shape
from hingecheck.domain.joint import JOINT_COUNT, Joint


@frozen(eq=False)
class SagittalPose:
    """Below this value there is no left and right, no pixel and no picture size.

    Attributes:
        time_s: (T,) as in the track.
        joints: (T, J, 2) trunk lengths; x forward (toward the toes), y up; the origin is the
            ankle's median place. NaN = unseen.
        joints_px: (T, J, 2) the same points on the recording's picture, for drawing only.
        trunk_px: one trunk length (hip to shoulder when upright) in pixels, in the longest view.
        leg_trunks: one leg length (hip to knee to ankle) in trunk lengths.
        origin_px: (2,) the origin on the picture, in the longest view.
        facing: +1 where forward is to the right of the picture, -1 to the left, in the longest
            view.
        trunks_px: (T,) the scale of each frame, which a cut may change; `trunk_px` by default.
        facings: (T,) +1 or -1 in each frame, which a turn may change; `facing` by default.
    """

    time_s: Floats = field(converter=frozen_floats, repr=False)
    joints: Floats = field(converter=frozen_floats, repr=False)
    joints_px: Floats = field(converter=frozen_floats, repr=False)
    trunk_px: float
    leg_trunks: float
    origin_px: Floats = field(converter=frozen_floats)
    facing: int
    trunks_px: Floats = field(
        converter=frozen_floats,
        default=Factory(lambda pose: np.full(len(pose.time_s), pose.trunk_px), takes_self=True),
        repr=False,
    )
    facings: Ints = field(
        converter=frozen_ints,
        default=Factory(lambda pose: np.full(len(pose.time_s), pose.facing), takes_self=True),
        repr=False,
    )

    def __attrs_post_init__(self) -> None:
        shape = (len(self.time_s), JOINT_COUNT, 2)
        require_shape("joints", self.joints, shape)
        require_shape("joints_px", self.joints_px, shape)
        require_shape("origin_px", self.origin_px, (2,))
        require_shape("trunks_px", self.trunks_px, (len(self.time_s),))
        require_shape("facings", self.facings, (len(self.time_s),))
        if not (self.trunk_px > 0 and self.leg_trunks > 0):
            raise ValueError("trunk and leg lengths must be positive")

    def of(self, joint: Joint) -> Floats:
        """(T, 2) path of one joint in trunk lengths, x forward, y up."""
        return self.joints[:, joint]
