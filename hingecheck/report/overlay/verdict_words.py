"""The verdicts of one rep in words."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from hingecheck.domain.finding import Finding, Verdict
from hingecheck.report.ink import VERDICT_INK, Ink
from hingecheck.report.overlay.measure_words import apart
from hingecheck.report.text_masks import TIED

# So many checks that share a reason are named; more are counted.
_NAMED_TOGETHER = 2
# So many reasons get a line each; the report has them all.
_REASONS_SHOWN = 2


@frozen
class Line:
    """One verdict as a person reads it.

    Attributes:
        words: begin with the verdict.
        ink: of the patch before the words and of the words.
        frame: where the value was read; None where there is no single frame.
        whole: whether it is never cut short, even where there is little room.
    """

    words: str
    ink: Ink
    frame: int | None = None
    whole: bool = True


def verdict_lines(findings: Sequence[Finding]) -> tuple[Line, ...]:
    """Faults and borderlines by name and value, then what is clear, then what was not seen."""
    return (
        *_beyond(findings, Verdict.FAULT),
        *_beyond(findings, Verdict.BORDERLINE),
        *_clear(findings),
        *_not_measurable(findings),
    )


def _beyond(findings: Sequence[Finding], verdict: Verdict) -> Iterator[Line]:
    for finding in findings:
        criterion, read = finding.criterion, finding.measurement
        if finding.verdict is not verdict or criterion is None or read is None:
            continue
        fault = verdict is Verdict.FAULT and criterion.fault is not None
        limit = criterion.fault if fault and criterion.fault is not None else criterion.warn
        value, against = apart(read.value, limit, criterion.unit)
        words = f"{verdict}: {finding.name}, {value} (limit{TIED}{against.replace(' ', TIED)})"
        yield Line(words, VERDICT_INK[verdict], read.frame)


def _clear(findings: Sequence[Finding]) -> Iterator[Line]:
    count = sum(finding.verdict is Verdict.CLEAR for finding in findings)
    if count:
        checks = "1 check" if count == 1 else f"{count} checks"
        yield Line(f"{Verdict.CLEAR}: {checks}", VERDICT_INK[Verdict.CLEAR])


def _not_measurable(findings: Sequence[Finding]) -> Iterator[Line]:
    names_by_reason: dict[str, list[str]] = {}
    for finding in findings:
        if finding.verdict is Verdict.NOT_MEASURABLE:
            names_by_reason.setdefault(finding.reason, []).append(finding.name)
    ink = VERDICT_INK[Verdict.NOT_MEASURABLE]
    commonest_first = sorted(names_by_reason.items(), key=lambda item: -len(item[1]))
    for reason, names in commonest_first[:_REASONS_SHOWN]:
        which = ", ".join(names) if len(names) <= _NAMED_TOGETHER else f"{len(names)} checks"
        words = f"{Verdict.NOT_MEASURABLE}: {which} ({reason.rstrip('.')})"
        yield Line(words, ink, whole=False)
    others = sum(len(names) for _, names in commonest_first[_REASONS_SHOWN:])
    if others:
        yield Line(f"{Verdict.NOT_MEASURABLE}: {others} more (see the report)", ink, whole=False)
