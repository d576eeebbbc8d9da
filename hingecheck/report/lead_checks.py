"""Which checks a lifter should hear of first."""

from typing import Final

from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.summarising import MIN_FAULT_REPS, MIN_FAULT_SHARE
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Verdict

# More cues than this at once help nobody.
MOST: Final = 2
_TOPICS: Final = {fault.code: fault.topic for fault in FAULTS}


def by_weight(summary: tuple[CheckSummary, ...]) -> list[CheckSummary]:
    """Checks with a fault or a borderline: faults first, then the more reps the earlier."""
    told = [check for check in summary if check.faults or check.borderline]
    return sorted(
        told,
        key=lambda check: (check.verdict is not Verdict.FAULT, -check.faults, -check.borderline),
    )


def lead_checks(summary: tuple[CheckSummary, ...]) -> tuple[CheckSummary, ...]:
    """The first one or two, of one topic each; what shows in one rep of several leads nothing."""
    leading: dict[str, CheckSummary] = {}
    for check in by_weight(summary):
        if _shows_often(check):
            leading.setdefault(_TOPICS.get(check.code, check.code), check)
    return tuple(leading.values())[:MOST]


def lead_cues(summary: tuple[CheckSummary, ...]) -> tuple[str, ...]:
    """The cues of the checks that lead."""
    return tuple(check.cue for check in lead_checks(summary) if check.cue)


def _shows_often(check: CheckSummary) -> bool:
    """As for a fault of the set: in 2 reps, or the only one, and in 30 % of the measured ones."""
    if check.verdict is Verdict.FAULT:
        return True
    marked = check.faults + check.borderline
    often = marked >= min(check.reps, MIN_FAULT_REPS)
    return often and marked >= MIN_FAULT_SHARE * check.measured
