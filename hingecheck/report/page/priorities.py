"""Which one or two checks a lifter should hear of first, and which frames show it."""

from typing import Final

from attrs import frozen

from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.report.figures import in_words
from hingecheck.report.ink import VERDICT_INK
from hingecheck.report.lead_checks import lead_checks
from hingecheck.report.stills import EVIDENCE_PX, Still

_SIGNALS: Final = {fault.code: fault.measure.signal for fault in FAULTS}


@frozen
class Seen:
    """A finding that was measured, with what shows it.

    Attributes:
        finding: the outcome.
        read: its measurement.
        limits: its criterion.
        signal: what was measured; empty where the check is not known here.
    """

    finding: Finding
    read: Measurement
    limits: Criterion
    signal: str

    @property
    def value(self) -> str:
        """The measured value with its error, in words."""
        return in_words(self.read.value, self.read.u, self.limits.unit)

    @property
    def still(self) -> Still:
        """The picture of the frame where it was read."""
        ink = VERDICT_INK[self.finding.verdict]
        words = in_words(self.read.value, float("nan"), self.limits.unit)
        return Still(self.read.frame, EVIDENCE_PX, self.signal, words, ink)


@frozen
class Priority:
    """A check to work on.

    Attributes:
        check: over all reps.
        worst: the rep that shows it most.
        best: the rep that shows it least, where that is another one.
        early: of a check of the back without such a rep: the same rep early in the hinge, where the
            back still has its own shape.
    """

    check: CheckSummary
    worst: Seen
    best: Seen | None
    early: Still | None = None


def signal_of(code: str) -> str:
    """Name of the signal that a check reads; empty for a check that is not known here."""
    return _SIGNALS.get(code, "")


def priorities(analysis: Analysis) -> tuple[Priority, ...]:
    """The checks that lead on the terminal too: at most two, faults before borderlines."""
    found = (_priority(analysis, check) for check in lead_checks(analysis.summary))
    return tuple(priority for priority in found if priority is not None)


def _priority(analysis: Analysis, check: CheckSummary) -> Priority | None:
    worst = None if check.worst is None else seen_finding(check.worst)
    if worst is None:
        return None
    same = (finding for finding in analysis.findings if finding.code == check.code)
    measured = [seen for seen in map(seen_finding, same) if seen is not None]
    best = min(measured, key=lambda seen: seen.limits.excess(seen.read.value))
    if best.finding.rep != worst.finding.rep:
        return Priority(check, worst, best)
    return Priority(check, worst, None, _early(analysis, worst))


def _early(analysis: Analysis, worst: Seen) -> Still | None:
    if not worst.signal.startswith("back_"):
        return None
    frames = (one.early_frame for one in analysis.backs if one.rep == worst.finding.rep)
    frame = next(frames, None)
    return None if frame is None else Still(frame, EVIDENCE_PX)


def seen_finding(finding: Finding) -> Seen | None:
    """The finding with what shows it; None where nothing was measured."""
    read, limits = finding.measurement, finding.criterion
    if finding.verdict is Verdict.NOT_MEASURABLE or read is None or limits is None:
        return None
    return Seen(finding, read, limits, signal_of(finding.code))
