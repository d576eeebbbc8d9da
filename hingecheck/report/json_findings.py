"""Findings and their summary as the report tells them."""

import math
from typing import Final

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.report.figures import rounded
from hingecheck.report.printable import storable
from hingecheck.report.schema.findings import (
    CheckPart,
    FindingPart,
    SummaryPart,
    VerdictCode,
    WorstPart,
)

_CODES: Final[dict[Verdict, VerdictCode]] = {
    Verdict.CLEAR: "clear",
    Verdict.BORDERLINE: "borderline",
    Verdict.FAULT: "fault",
    Verdict.NOT_MEASURABLE: "not_measurable",
}


def finding_part(finding: Finding, times: list[float]) -> FindingPart:
    """One finding; `times` are the (T,) seconds of each frame, as the report gives them.

    A measurement without a criterion has no unit, so it is not told: a number is never bare.
    """
    limits = finding.criterion
    value, u, time_s = _measured(finding, times)
    return FindingPart(
        code=finding.code,
        name=storable(finding.name),
        rep=finding.rep,
        verdict=_CODES[finding.verdict],
        value=value,
        u=u,
        unit=_unit(finding),
        warn=None if limits is None else _limit(limits.warn),
        fault=None if limits is None else _limit(limits.fault),
        basis=None if limits is None else limits.basis,
        source=None if limits is None else storable(limits.source),
        beyond=None if limits is None else limits.beyond,
        time_s=time_s,
        reason=storable(finding.reason),
        cue=storable(finding.cue),
    )


def summary_part(analysis: Analysis, times: list[float]) -> SummaryPart:
    """Counts, and one part per check; `times` as for a finding."""
    verdicts = [check.verdict for check in analysis.summary]
    return SummaryPart(
        full_reps=len(analysis.full_reps),
        partial_reps=len(analysis.reps) - len(analysis.full_reps),
        faults=verdicts.count(Verdict.FAULT),
        borderline=verdicts.count(Verdict.BORDERLINE),
        clear=verdicts.count(Verdict.CLEAR),
        not_measurable=verdicts.count(Verdict.NOT_MEASURABLE),
        checks=tuple(_check(check, times) for check in analysis.summary),
    )


def _check(check: CheckSummary, times: list[float]) -> CheckPart:
    return CheckPart(
        code=check.code,
        name=storable(check.name),
        verdict=_CODES[check.verdict],
        faults=check.faults,
        borderline=check.borderline,
        measured=check.measured,
        reps=check.reps,
        worst=None if check.worst is None else _worst(check.worst, times),
        reason=storable(check.reason),
        cue=storable(check.cue),
    )


def _worst(worst: Finding, times: list[float]) -> WorstPart:
    value, u, time_s = _measured(worst, times)
    return WorstPart(rep=worst.rep, value=value, u=u, unit=_unit(worst), time_s=time_s)


def _measured(
    finding: Finding, times: list[float]
) -> tuple[float | None, float | None, float | None]:
    """Value, uncertainty and time."""
    read, limits = finding.measurement, finding.criterion
    if read is None or limits is None:
        return None, None, None
    return rounded(read.value, limits.unit), rounded(read.u, limits.unit), times[read.frame]


def _unit(finding: Finding) -> str | None:
    return None if finding.criterion is None else finding.criterion.unit


def _limit(value: float | None) -> float | None:
    """A limit is chosen, not measured: it is told as it was chosen."""
    return value if value is not None and math.isfinite(value) else None
