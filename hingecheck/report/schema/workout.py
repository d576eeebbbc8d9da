"""The part that tells what was done of a prescription."""

from hingecheck.domain.prescription import Held
from hingecheck.report.schema.part import Part


class SetHeldPart(Part):
    """One set that was done, against the plan."""

    number: int
    """Number of the set."""
    reps: int
    """Full reps in it."""
    of_reps: Held
    """Whether these are as many as asked."""
    rest_s: float | None
    """Rest after it; null after the last set."""
    of_rest: Held | None
    """Whether it lasts as asked, within a tenth or 5 s; null where no rest was asked for."""


class WorkoutPart(Part):
    """A prescription and what was done of it."""

    sets_asked: int
    """How many sets."""
    fewest_reps_asked: int
    """Reps in each set, at least."""
    most_reps_asked: int
    """Reps in each set, at most."""
    rest_asked_s: float | None
    """Rest between sets; null = none was asked for."""
    as_asked: bool
    """Whether everything was done as it was planned."""
    of_sets: Held
    """Whether there are as many sets as asked."""
    sets: tuple[SetHeldPart, ...]
    """One per set that was done, in time order."""
