"""What was read off the back's outline in one rep."""

from attrs import frozen

from hingecheck.domain.held_stick import HeldGap
from hingecheck.domain.measurement import Measurement


@frozen
class BackReading:
    """How the back of one full rep changes, in trunk lengths.

    Attributes:
        rep: number of the rep.
        change: of the whole back at the bottom, against early hinge in the same rep; None where
            one of the two was not seen.
        lower: the same for the lower half.
        upper: the same for the upper half.
        straightest: number of the rep whose back is straightest at the bottom; None where the
            bottom was not seen.
        against_straightest: how much rounder this rep's back is at the bottom than in that rep.
        against_u: standard uncertainty of that.
        gaps: of a virtual stick at the bottom: sacrum, upper back, head. NaN = unseen, or a real
            stick lies there.
        early_frame: a frame early in the hinge, in which the back has its own shape; None where it
            was not seen there.
        held: of a real stick there; None where none is held.
    """

    rep: int
    change: Measurement | None
    lower: Measurement | None
    upper: Measurement | None
    straightest: int | None
    against_straightest: float | None
    against_u: float | None
    gaps: tuple[float, float, float]
    early_frame: int | None = None
    held: tuple[HeldGap, HeldGap, HeldGap] | None = None
