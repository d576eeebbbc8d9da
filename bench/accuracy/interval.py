"""How sure a rate is."""

import math
from typing import Final

from attrs import frozen

_Z_95: Final = 1.959964


@frozen
class Rate:
    """k of n, with the interval that a reader should believe.

    Attributes:
        k: How many did.
        n: How many could.
    """

    k: int
    n: int

    @property
    def share(self) -> float:
        """The part of the whole; NaN where n is 0."""
        return self.k / self.n if self.n else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval (Wilson 1927, J. Am. Stat. Assoc. 22); 0 to 1 where n is 0."""
        if not self.n:
            return 0.0, 1.0
        z2 = _Z_95**2
        centre = (self.k + z2 / 2) / (self.n + z2)
        spread = self.k * (self.n - self.k) / self.n + z2 / 4
        half = _Z_95 / (self.n + z2) * math.sqrt(spread)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        if not self.n:
            return "-"
        low, high = self.interval
        return f"{self.share:.0%} ({self.k}/{self.n}; {low:.0%}-{high:.0%})"


def rate(outcomes: list[bool]) -> Rate:
    """Return how many are true."""
    return Rate(sum(outcomes), len(outcomes))
