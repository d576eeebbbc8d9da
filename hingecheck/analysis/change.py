"""How much a signal changes from one part of a rep to another."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.reading import Reading
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet


@frozen
class Change:
    """One reading less another, as a measure of a rep.

    What the model always reads too much or too little of one body falls out of it.

    Attributes:
        of: what is told; its frame stands for the change.
        since: what it is counted from, the same signal.
    """

    of: Reading
    since: Reading

    @property
    def signal(self) -> str:
        """Name of the signal that both read."""
        return self.of.signal

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """The change; None where one of the two cannot be read."""
        now, before = self.of(rep, signals), self.since(rep, signals)
        if now is None or before is None:
            return None
        return Measurement(
            value=now.value - before.value,
            u=float(np.hypot(now.u, before.u)),
            frame=now.frame,
            coverage=min(now.coverage, before.coverage),
        )
