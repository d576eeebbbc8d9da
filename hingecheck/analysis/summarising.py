"""The findings of all reps, one line per check."""

from collections import Counter

from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Finding, Verdict

# A fault of a set shows in at least so many reps (or in the only one), and in this share of the
# measured ones: one bad rep among many is told, but it is not how the set was lifted.
MIN_FAULT_REPS = 2
MIN_FAULT_SHARE = 0.3


def summarise(findings: tuple[Finding, ...]) -> tuple[CheckSummary, ...]:
    """One summary per check, in the findings' order; empty where there are none."""
    codes = list(dict.fromkeys(finding.code for finding in findings))
    return tuple(
        _summary([finding for finding in findings if finding.code == code]) for code in codes
    )


def _summary(of_check: list[Finding]) -> CheckSummary:
    verdicts = Counter(finding.verdict for finding in of_check)
    measured = [finding for finding in of_check if finding.verdict is not Verdict.NOT_MEASURABLE]
    reasons = Counter(finding.reason for finding in of_check if finding.reason)
    first = of_check[0]
    return CheckSummary(
        code=first.code,
        name=first.name,
        cue=first.cue,
        verdict=_set_verdict(verdicts, len(measured), len(of_check)),
        faults=verdicts[Verdict.FAULT],
        borderline=verdicts[Verdict.BORDERLINE],
        measured=len(measured),
        reps=len(of_check),
        worst=max(measured, key=_badness) if measured else None,
        reason=reasons.most_common(1)[0][0] if reasons else "",
    )


def _set_verdict(verdicts: Counter[Verdict], measured: int, reps: int) -> Verdict:
    """What is said over all reps; a fault seen too seldom is told as borderline."""
    faults = verdicts[Verdict.FAULT]
    if faults:
        often = faults >= min(reps, MIN_FAULT_REPS) and faults >= MIN_FAULT_SHARE * measured
        return Verdict.FAULT if often else Verdict.BORDERLINE
    for verdict in (Verdict.BORDERLINE, Verdict.CLEAR):
        if verdicts[verdict]:
            return verdict
    return Verdict.NOT_MEASURABLE


def _badness(finding: Finding) -> float:
    """How far the value lies beyond the warn limit, negative on the good side; in its unit."""
    if finding.criterion is None or finding.measurement is None:
        return float("-inf")
    return finding.criterion.excess(finding.measurement.value)
