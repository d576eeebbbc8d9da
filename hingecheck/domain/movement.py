"""Which hinge it is."""

from enum import StrEnum

from attrs import frozen


class Movement(StrEnum):
    """The movements of the method, and what a recording may hold instead of a known one."""

    HINGE = "hinge"
    DEADLIFT = "deadlift"
    RDL = "rdl"
    SWING = "swing"
    SLOW_LIFT = "slow_lift"
    """One of hinge, deadlift and Romanian deadlift; which one is not known."""
    NONE = "none"
    """No hip hinge was found."""


NAMED_MOVEMENTS = (Movement.HINGE, Movement.DEADLIFT, Movement.RDL, Movement.SWING)
SLOW_MOVEMENTS = (Movement.HINGE, Movement.DEADLIFT, Movement.RDL)

MOVEMENT_WORDS = {
    Movement.HINGE: "hip hinge",
    Movement.DEADLIFT: "deadlift",
    Movement.RDL: "Romanian deadlift",
    Movement.SWING: "kettlebell swing",
    Movement.SLOW_LIFT: "slow lift (hinge, deadlift or Romanian deadlift)",
    Movement.NONE: "no hip hinge",
}


@frozen
class Recognition:
    """The movement that the checks are made for.

    Attributes:
        movement: what it is taken for.
        confidence: 0-1; 1 where the user said it.
        why: one or two plain sentences.
        kinds: for a slow lift, which ones it may be; a check is made where their limits agree.
    """

    movement: Movement
    confidence: float
    why: str
    kinds: tuple[Movement, ...] = SLOW_MOVEMENTS

    @property
    def said(self) -> bool:
        """Whether the user said what it is."""
        return self.confidence == 1
