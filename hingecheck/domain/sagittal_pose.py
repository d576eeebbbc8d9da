"""The lifter seen from the side, facing forward, measured in the lifter's own units."""

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape
from hingecheck.domain.joint import JOINT_COUNT, Joint


@frozen(eq=False)
class SagittalPose:
    """Below this value there is no left and right, no pixel and no picture size.

    Attributes:
        time_s: (T,) as in the track.
        joints: (T, J, 2) trunk lengths; x forward (toward the toes), y up; the origin is the
            ankle's median place. NaN = unseen.
        joints_px: (T, J, 2) the same points on the recording's picture, for drawing only.
        trunk_px: one trunk length (hip to shoulder when upright) in pixels.
        leg_trunks: one leg length (hip to knee to ankle) in trunk lengths.
        origin_px: (2,) the origin on the picture.
        facing: +1 where forward is to the right of the picture, -1 to the left.
    """

    time_s: Floats = field(converter=frozen_floats, repr=False)
    joints: Floats = field(converter=frozen_floats, repr=False)
    joints_px: Floats = field(converter=frozen_floats, repr=False)
    trunk_px: float
    leg_trunks: float
    origin_px: Floats = field(converter=frozen_floats)
    facing: int

    def __attrs_post_init__(self) -> None:
        shape = (len(self.time_s), JOINT_COUNT, 2)
        require_shape("joints", self.joints, shape)
        require_shape("joints_px", self.joints_px, shape)
        require_shape("origin_px", self.origin_px, (2,))
        if not (self.trunk_px > 0 and self.leg_trunks > 0):
            raise ValueError("trunk and leg lengths must be positive")

    def of(self, joint: Joint) -> Floats:
        """(T, 2) path of one joint in trunk lengths, x forward, y up."""
        return self.joints[:, joint]
