"""One number read off one rep."""

from attrs import frozen


@frozen
class Measurement:
    """A value with its uncertainty; a number is never bare.

    Attributes:
        value: in the signal's unit.
        u: standard uncertainty (one standard deviation), same unit.
        frame: where in the track it was read.
        coverage: 0-1, the share of the looked-at frames in which the signal was seen.
    """

    value: float
    u: float
    frame: int
    coverage: float
