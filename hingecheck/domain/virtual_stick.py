"""A straight stick laid along the back."""

from typing import Final

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape

# What a stick held along a neutral spine touches, from below.
CONTACTS: Final = ("sacrum", "upper back", "head")
# A gap below this counts as touching: the outline's error, and hair or cloth.
TOUCHING_TRUNKS: Final = 0.03


@frozen(eq=False)
class VirtualStick:
    """The straight line that lies on the back's outline from behind, frame by frame. NaN = unseen.

    Attributes:
        ends_px: (T, 2, 2) its lower and upper end on the picture, for drawing only.
        gap: (T, 3) how far sacrum, upper back and head are from it, in trunk lengths; 0 = touching.
        contacts_px: (T, 3, 2) where each comes nearest to it, for drawing only.
        feet_px: (T, 3, 2) the nearest points of the stick, for drawing only.
    """

    ends_px: Floats = field(converter=frozen_floats, repr=False)
    gap: Floats = field(converter=frozen_floats, repr=False)
    contacts_px: Floats = field(converter=frozen_floats, repr=False)
    feet_px: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        frames, contacts = len(self.gap), len(CONTACTS)
        require_shape("gap", self.gap, (frames, contacts))
        require_shape("ends_px", self.ends_px, (frames, 2, 2))
        require_shape("contacts_px", self.contacts_px, (frames, contacts, 2))
        require_shape("feet_px", self.feet_px, (frames, contacts, 2))
