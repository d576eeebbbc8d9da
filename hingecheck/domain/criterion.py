"""Where acceptable ends."""

from enum import StrEnum

from attrs import frozen


class Basis(StrEnum):
    """How well a limit is founded."""

    STUDY = "study"
    STANDARD = "standard"
    CALIBRATED = "calibrated"
    JUDGEMENT = "judgement"


class Beyond(StrEnum):
    """On which side of a limit the fault lies."""

    ABOVE = "above"
    BELOW = "below"


@frozen
class Criterion:
    """The limits of one check for one movement.

    Attributes:
        warn: from here on it is at least borderline.
        fault: from here on it may be a fault; None = never more than borderline.
        beyond: whether a fault lies above or below the limits.
        unit: the unit of the measurement that is compared.
        basis: how well founded.
        source: where the limits come from, in words.
    """

    warn: float
    fault: float | None
    beyond: Beyond
    unit: str
    basis: Basis
    source: str

    def __attrs_post_init__(self) -> None:
        if self.fault is not None and self.exceeds(self.warn, self.fault):
            raise ValueError(f"fault limit {self.fault} is milder than warn limit {self.warn}")

    def exceeds(self, value: float, limit: float) -> bool:
        """Whether a value lies strictly beyond a limit, on the side of the fault."""
        return value > limit if self.beyond is Beyond.ABOVE else value < limit

    def excess(self, value: float) -> float:
        """How far a value lies beyond the warn limit; negative on the good side."""
        over = value - self.warn
        return over if self.beyond is Beyond.ABOVE else -over

    def moved_back(self, value: float, margin: float) -> float:
        """The value moved by a margin toward the good side."""
        return value - margin if self.beyond is Beyond.ABOVE else value + margin
