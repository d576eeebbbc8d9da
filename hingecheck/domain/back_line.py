"""The dorsal outline of the trunk."""

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape


@frozen(eq=False)
class BackLine:
    """The back's edge, sampled along the hip-shoulder line. NaN = unseen.

    Attributes:
        station: (N,) where along the line, 0 = hip, 1 = shoulder.
        depth: (T, N) distance of the edge behind the hip-shoulder line, in trunk lengths;
            positive = dorsal.
        points_px: (T, N, 2) the same points on the picture, for drawing only.
    """

    station: Floats = field(converter=frozen_floats)
    depth: Floats = field(converter=frozen_floats, repr=False)
    points_px: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        frames, stations = self.depth.shape
        require_shape("station", self.station, (stations,))
        require_shape("points_px", self.points_px, (frames, stations, 2))
