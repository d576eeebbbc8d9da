"""The table of checks in words: one line each, over all reps."""

from typing import Final

from attrs import frozen

from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Verdict
from hingecheck.report.figures import counted
from hingecheck.report.page.gauge import limits_in_words
from hingecheck.report.page.priorities import Seen

CLASSES: Final = {
    Verdict.FAULT: "fault",
    Verdict.BORDERLINE: "borderline",
    Verdict.CLEAR: "clear",
    Verdict.NOT_MEASURABLE: "unseen",
}


@frozen
class CheckRow:
    """One line of the table of checks."""

    name: str
    verdict: str
    verdict_class: str
    share: str
    worst: str
    worst_frame: int | None
    limits: str


def check_row(check: CheckSummary) -> CheckRow:
    """One line of the table."""
    worst = check.worst
    read = None if worst is None else worst.measurement
    limits = None if worst is None else worst.criterion
    told = worst is not None and read is not None and limits is not None
    return CheckRow(
        name=check.name,
        verdict=check.verdict,
        verdict_class=CLASSES[check.verdict],
        share=share_in_words(check) or check.reason,
        worst=_worst(check) if told else "",
        worst_frame=None if read is None else read.frame,
        limits="" if limits is None else limits_in_words(limits),
    )


def _worst(check: CheckSummary) -> str:
    worst = check.worst
    if worst is None or worst.measurement is None or worst.criterion is None:
        return ""
    seen = Seen(worst, worst.measurement, worst.criterion, "")
    return f"{seen.value} (rep {worst.rep})"


def share_in_words(check: CheckSummary) -> str:
    """As in `fault in 3 of 5 reps, borderline in 1 of 5 reps`."""
    parts = [
        f"{verdict} in {count} of {counted(check.reps, 'rep')}"
        for verdict, count in (
            (Verdict.FAULT, check.faults),
            (Verdict.BORDERLINE, check.borderline),
        )
        if count
    ]
    if not parts and check.measured:
        parts = [f"{Verdict.CLEAR} in {check.measured} of {counted(check.reps, 'rep')}"]
    if 0 < check.measured < check.reps:
        parts.append(f"{Verdict.NOT_MEASURABLE} in {check.reps - check.measured}")
    return ", ".join(parts)
