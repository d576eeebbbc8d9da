"""What was planned for a workout, and what was done of it."""

from enum import StrEnum

from attrs import frozen


class Held(StrEnum):
    """How a count or a rest compares with the plan."""

    AS_ASKED = "as asked"
    LESS = "less"
    MORE = "more"


@frozen
class Prescription:
    """Sets, reps and rest that somebody is to do.

    Attributes:
        sets: how many.
        fewest: reps in each set, at least.
        most: reps in each set, at most.
        rest_s: between sets, seconds; None = nothing was said.
    """

    sets: int
    fewest: int
    most: int
    rest_s: float | None = None

    def __attrs_post_init__(self) -> None:
        if not (self.sets >= 1 and 1 <= self.fewest <= self.most):
            raise ValueError(f"no such plan: {self.sets} sets of {self.fewest} to {self.most} reps")
        if self.rest_s is not None and not self.rest_s > 0:
            raise ValueError(f"a rest lasts longer than 0 s, got {self.rest_s}")


@frozen
class SetHeld:
    """One set that was done, against the plan.

    Attributes:
        number: of the set.
        reps: full reps in it.
        of_reps: how that compares.
        rest_s: after it, seconds; None after the last one.
        of_rest: how that compares; None after the last set, or where no rest was asked for.
    """

    number: int
    reps: int
    of_reps: Held
    rest_s: float | None
    of_rest: Held | None

    @property
    def as_asked(self) -> bool:
        """Whether its reps, and the rest after it where one was asked for, are as planned."""
        return {self.of_reps, self.of_rest} <= {Held.AS_ASKED, None}


@frozen
class Workout:
    """What was done of a prescription.

    Attributes:
        asked: the plan.
        of_sets: how the number of sets compares.
        sets: one per set that was done, in time order; those beyond the plan are in it too.
    """

    asked: Prescription
    of_sets: Held
    sets: tuple[SetHeld, ...]

    @property
    def as_asked(self) -> bool:
        """Whether everything was done as it was planned."""
        return self.of_sets is Held.AS_ASKED and all(one.as_asked for one in self.sets)
