"""Whether each check of the catalogue can be made in this film, by the judging's own gates."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from attrs import frozen

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.gating import Case, Gate, closed_gates
from hingecheck.domain.film_check import CheckOutlook
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase, Rep, Span

NO_REP = "no full rep was found"


@frozen(eq=False)
class Judged:
    """What the judging found.

    Attributes:
        case: what it knew.
        faults: the checks that it could make.
        reps: in time order.
        findings: of the full reps.
    """

    case: Case
    faults: Sequence[Fault]
    reps: tuple[Rep, ...]
    findings: tuple[Finding, ...]

    @property
    def has_rep(self) -> bool:
        """Whether there is a full rep."""
        return any(not rep.partial for rep in self.reps)

    @property
    def looked_at(self) -> tuple[Rep, ...]:
        """The full reps; where there is none the whole film is taken for one."""
        full = tuple(rep for rep in self.reps if not rep.partial)
        return full or (whole_film(len(self.case.signals.time_s)),)


def whole_film(frames: int) -> Rep:
    """All frames as one partial rep."""
    return Rep(None, None, None, {Phase.DESCENT: Span(0, frames)})


def outlooks(judged: Judged) -> tuple[CheckOutlook, ...]:
    """Every check, in report order."""
    return tuple(_outlook(fault, judged) for fault in judged.faults)


def lost_to(judged: Judged) -> Counter[Gate]:
    """In how many of all checks of all reps each gate forbids the measuring."""
    lost: Counter[Gate] = Counter()
    faults = [fault for fault in judged.faults if _applies(fault, judged.case)]
    for rep in judged.looked_at:
        for fault in faults:
            lost.update(closed_gates(fault, rep, judged.case).keys())
    del lost[Gate.WAY_DOWN]  # no film shows what was not done
    return lost


def _applies(fault: Fault, case: Case) -> bool:
    return case.movement is Movement.NONE or fault.applies_to(case.movement, case.kinds)


def _outlook(fault: Fault, judged: Judged) -> CheckOutlook:
    case = judged.case
    made = [finding for finding in judged.findings if finding.code == fault.code]
    seen = [one for one in made if one.verdict is not Verdict.NOT_MEASURABLE]
    signal = case.signals[fault.measure.signal]
    known = signal.u[np.isfinite(signal.values)]
    u = float(np.median(known)) if len(known) else float("nan")
    read = [one.measurement.u for one in seen if one.measurement is not None]
    return CheckOutlook(
        code=fault.code,
        name=fault.name,
        measured=len(seen),
        reps=len(made),
        u=float(np.median(read)) if read else u if not made else float("nan"),
        unit=signal.unit,
        reason=_reason(fault, judged, made),
    )


def _reason(fault: Fault, judged: Judged, made: list[Finding]) -> str:
    """Why not, the most frequent one."""
    reasons = Counter(one.reason for one in made if one.reason)
    if made:
        return reasons.most_common(1)[0][0] if reasons else ""
    case = judged.case
    if not _applies(fault, case):
        return "not a check of this movement"
    closed = closed_gates(fault, judged.looked_at[0], case)
    return "; ".join(closed.values()) or NO_REP
