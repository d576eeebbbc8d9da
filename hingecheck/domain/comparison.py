"""What changed from one recording to another."""

from attrs import field, frozen

from hingecheck.domain.array import Floats, frozen_floats, require_shape
from hingecheck.domain.rep import Phase


@frozen
class Level:
    """One check over all reps of a recording.

    Attributes:
        mean: over the reps that could be measured, in the check's unit.
        u: standard uncertainty of the mean: measuring error and the reps' spread, same unit.
        reps: how many were measured; at least 1.
    """

    mean: float
    u: float
    reps: int


@frozen
class Change:
    """One check in two recordings.

    Attributes:
        code: of the check.
        name: in plain words.
        signal: that it reads; empty where it is not known.
        unit: of both levels.
        before: None where no rep could be measured.
        after: likewise.
        difference: after minus before; NaN where one of them is missing.
        u: standard uncertainty of the difference; NaN likewise.
        beyond_error: whether it is larger than 1.96 u (two-sided 95 % of a normal error).
        better: whether a change beyond error leads away from the limit; None where there is none.
    """

    code: str
    name: str
    signal: str
    unit: str
    before: Level | None
    after: Level | None
    difference: float
    u: float
    beyond_error: bool
    better: bool | None


@frozen(eq=False)
class Curve:
    """A signal over the usual rep of a recording, phase by phase.

    Attributes:
        mean: (N,) over the reps, in the signal's unit; every phase takes the same share of N.
            NaN = seen in no rep.
        spread: (N,) standard deviation between the reps; 0 where there is only one.
    """

    mean: Floats = field(converter=frozen_floats, repr=False)
    spread: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        require_shape("spread", self.spread, self.mean.shape)


@frozen
class CurvePair:
    """One signal in two recordings."""

    signal: str
    unit: str
    before: Curve
    after: Curve


@frozen
class Comparison:
    """Two recordings of the same movement.

    Attributes:
        changes: in the order of the checks.
        phases: those that all full reps of both recordings have, in time order.
        curves: one pair per signal; empty where no phase is shared.
        notes: what a reader should know before trusting a change, plain words.
    """

    changes: tuple[Change, ...]
    phases: tuple[Phase, ...]
    curves: tuple[CurvePair, ...]
    notes: tuple[str, ...]
