"""Which frames are looked at: as many a second as the movement needs, not as many as there are."""

from typing import Final

from hingecheck.analysis.gating import MIN_FPS
from hingecheck.domain.movement import Movement

# In the lifter's own time no two looks lie farther apart than a film's frames may for a swing.
LONGEST_S: Final = 1 / MIN_FPS[Movement.SWING]


class Pace:
    """Keeps count of frames as they come, and tells which are to be looked at.

    Attributes:
        time_s: of every frame so far.
        look: positions of those that were looked at, from 0 on.
    """

    def __init__(self, slowed: float = 1.0) -> None:
        """Nothing has come yet.

        Args:
            slowed: how many times slower than the lifter the film runs.
        """
        self._longest_s = LONGEST_S * max(1.0, slowed)
        self.time_s: list[float] = []
        self.look: list[int] = []

    def is_due(self, time_s: float) -> bool:
        """Whether the coming frame must be looked at.

        It must be where the one after it, if as far away as the one before it, would be too late.
        """
        if not self.time_s:
            return True
        step_s = time_s - self.time_s[-1]
        return time_s + step_s - self.time_s[self.look[-1]] > self._longest_s

    def count(self, time_s: float, *, looked: bool) -> None:
        """A frame has come."""
        if looked:
            self.look.append(len(self.time_s))
        self.time_s.append(time_s)


def expected_looks(frames: int, period_s: float) -> int:
    """How many of so many frames, so many seconds apart, will be looked at; 1 at least."""
    step = max(1, int(LONGEST_S / period_s))
    return max(1, -(-frames // step))
