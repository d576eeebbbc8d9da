"""The outcome of one check for one rep."""

from enum import StrEnum

from attrs import frozen

from hingecheck.domain.criterion import Criterion
from hingecheck.domain.measurement import Measurement


class Verdict(StrEnum):
    """What a check says; every verdict is also a word that a person reads."""

    CLEAR = "clear"
    BORDERLINE = "borderline"
    FAULT = "fault"
    NOT_MEASURABLE = "not measurable"


@frozen
class Finding:
    """One exists for every check of every rep that it can be made in, not only for faults.

    Attributes:
        code: the fault's file name.
        name: the fault in plain words.
        rep: number of the rep.
        verdict: the outcome.
        cue: what a coach would say.
        measurement: None only where nothing could be read.
        criterion: None where there is no limit for this movement.
        reason: why it is not measurable; empty otherwise.
    """

    code: str
    name: str
    rep: int
    verdict: Verdict
    cue: str
    measurement: Measurement | None = None
    criterion: Criterion | None = None
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        unmeasured = self.verdict is Verdict.NOT_MEASURABLE
        if unmeasured != bool(self.reason):
            raise ValueError("a finding gives a reason exactly when it is not measurable")
        if not unmeasured and (self.measurement is None or self.criterion is None):
            raise ValueError("a verdict needs a measurement and a criterion")
