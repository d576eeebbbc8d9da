"""The parts that tell what was found."""

from typing import Literal

from hingecheck.domain.criterion import Basis, Beyond
from hingecheck.report.schema.part import Part

VerdictCode = Literal["clear", "borderline", "fault", "not_measurable"]


class FindingPart(Part):
    """The outcome of one check for one rep; there is one for every check of every full rep.

    A check of the set-up is made in the rep that is hiked from it, and in no other.
    """

    code: str
    """The check; `hingecheck explain CODE` tells all about it."""
    name: str
    """The fault in plain words."""
    rep: int
    """Number of the rep."""
    verdict: VerdictCode
    """What the check says."""
    value: float | None
    """What was measured, in the unit beside it."""
    u: float | None
    """Standard uncertainty (one standard deviation) of the value, same unit."""
    unit: str | None
    """Unit of value, u, warn and fault: deg, trunk, leg, ratio."""
    warn: float | None
    """From here on it is at least borderline."""
    fault: float | None
    """From here on it may be a fault; null = never more than borderline."""
    basis: Basis | None
    """How well the limits are founded."""
    source: str | None
    """Where the limits come from."""
    beyond: Beyond | None
    """On which side of the limits the fault lies."""
    time_s: float | None
    """When the value was read."""
    reason: str
    """Why it is not measurable; empty otherwise."""
    cue: str
    """What a coach would say."""


class WorstPart(Part):
    """The rep furthest beyond the limit, or nearest to it."""

    rep: int
    """Number of the rep."""
    value: float | None
    """What was measured, in the unit beside it."""
    u: float | None
    """Standard uncertainty (one standard deviation), same unit."""
    unit: str | None
    """Unit of value and u."""
    time_s: float | None
    """When the value was read."""


class CheckPart(Part):
    """What one check says over all full reps."""

    code: str
    """The check."""
    name: str
    """The fault in plain words."""
    verdict: VerdictCode
    """Fault on 2 reps or more (or the only one) and 30 % of the measured; else the worst."""
    faults: int
    """Reps with a fault."""
    borderline: int
    """Borderline reps."""
    measured: int
    """Reps that could be measured."""
    reps: int
    """Full reps."""
    worst: WorstPart | None
    """The worst rep; null where none was measured."""
    reason: str
    """The commonest reason why reps were not measured; empty where all were."""
    cue: str
    """What a coach would say."""


class SummaryPart(Part):
    """The top of the report, for a person in a hurry."""

    full_reps: int
    """Reps that count."""
    partial_reps: int
    """Reps whose bottom or top is not in the recording."""
    faults: int
    """Checks with the verdict fault."""
    borderline: int
    """Checks with the verdict borderline."""
    clear: int
    """Checks with the verdict clear."""
    not_measurable: int
    """Checks with the verdict not_measurable."""
    checks: tuple[CheckPart, ...]
    """One per check, in report order; empty where there is no full rep."""
