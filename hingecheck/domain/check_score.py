"""How often a check was right, as far as coaches said."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from hingecheck.domain.finding import Verdict


def _frozen_counts(counts: Mapping[Verdict, int]) -> Mapping[Verdict, int]:
    return MappingProxyType({verdict: counts.get(verdict, 0) for verdict in Verdict})


@frozen(eq=False)
class CheckScore:
    """Counts of the findings of one check that a coach has spoken on.

    Attributes:
        code: of the check.
        there: by verdict, how often the coach sees the fault.
        absent: by verdict, how often the coach does not.
    """

    code: str
    there: Mapping[Verdict, int] = field(converter=_frozen_counts)
    absent: Mapping[Verdict, int] = field(converter=_frozen_counts)

    @property
    def precision(self) -> tuple[int, int]:
        """Of the findings called a fault, those that are there; and how many were called one."""
        right = self.there[Verdict.FAULT]
        return right, right + self.absent[Verdict.FAULT]

    @property
    def recall(self) -> tuple[int, int]:
        """Of the measured reps where it is there, those called a fault; and how many there are."""
        measured = (Verdict.FAULT, Verdict.BORDERLINE, Verdict.CLEAR)
        return self.there[Verdict.FAULT], sum(self.there[verdict] for verdict in measured)
