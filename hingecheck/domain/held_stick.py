"""A real stick that the lifter holds along the back."""

from attrs import field, frozen

from hingecheck.domain.array import Bools, Floats, frozen_floats, require_shape
from hingecheck.domain.virtual_stick import CONTACTS


@frozen(eq=False)
class HeldStick:
    """Where the stick is, and how far the body stands off it, frame by frame. NaN = unseen.

    Attributes:
        ends_px: (T, 2, 2) lower and upper end of its edge toward the body, pixels of the recording.
        gap: (T, 3) from it to sacrum, upper back and head, in trunk lengths; 0 = touching.
        feet_px: (T, 3, 2) the points of the stick nearest to them, for drawing only.
        contacts_px: (T, 3, 2) the nearest points of the body, for drawing only.
        looked: (T,) frames that were looked at; the others lie between two of them.
        armed: (T, 3) where a gap is unseen because an arm lies before it.
    """

    ends_px: Floats = field(converter=frozen_floats, repr=False)
    gap: Floats = field(converter=frozen_floats, repr=False)
    feet_px: Floats = field(converter=frozen_floats, repr=False)
    contacts_px: Floats = field(converter=frozen_floats, repr=False)
    looked: Bools = field(repr=False)
    armed: Bools = field(repr=False)

    def __attrs_post_init__(self) -> None:
        frames, contacts = len(self.gap), len(CONTACTS)
        require_shape("gap", self.gap, (frames, contacts))
        require_shape("ends_px", self.ends_px, (frames, 2, 2))
        require_shape("feet_px", self.feet_px, (frames, contacts, 2))
        require_shape("contacts_px", self.contacts_px, (frames, contacts, 2))
        require_shape("looked", self.looked, (frames,))
        require_shape("armed", self.armed, (frames, contacts))


@frozen
class HeldGap:
    """One contact of a held stick at the bottom of a rep.

    Attributes:
        gap: from stick to body, in trunk lengths; 0 = touching, NaN = unseen.
        u: its standard uncertainty, NaN where it is unseen.
        reason: why it is unseen, half a sentence; empty where it was seen.
    """

    gap: float
    u: float
    reason: str = ""
