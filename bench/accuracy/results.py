"""All that the page tells."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from bench.accuracy.assessment import Assessment
from bench.accuracy.simulation import Simulated


@frozen(eq=False)
class Results:
    """What was measured.

    Attributes:
        reporting: Clips of the reporting part; every figure comes from these.
        tuned: The uncertainty table, from the tuning part.
        simulated: Reps of true joints with the landmarks' error.
        planned: How many reporting clips the full tier has.
        engine: Which pose model was used.
    """

    reporting: Sequence[Assessment]
    tuned: dict[str, Any]
    simulated: Sequence[Simulated]
    planned: int
    engine: str

    @property
    def free(self) -> list[Assessment]:
        """Those in which no plates hide the leg."""
        return [a for a in self.hinges if a.clip.leg_is_free]

    @property
    def hinges(self) -> list[Assessment]:
        """The clips with something to count."""
        return [a for a in self.reporting if a.clip.is_hinge]
