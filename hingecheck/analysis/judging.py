"""Each rep is judged into findings: one per check, also when all is well or nothing was seen."""

import math

from hingecheck.analysis.criteria import Criteria
from hingecheck.analysis.fault import Fault
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.gating import Case, film_reasons
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.settings import Settings

# One-sided 95 % of a normal error.
COVERAGE_FACTOR = 1.64


def judge_reps(
    reps: tuple[Rep, ...], case: Case, criteria: Criteria | None = None
) -> tuple[Finding, ...]:
    """The findings of all full reps, by rep and then in report order; None = built-in criteria.

    A check of the set-up is made in the rep that is hiked from it, and in no other.
    """
    made = made_checks(reps, case, criteria)
    faults = [fault for fault in made if fault.applies_to(case.movement, case.kinds)]
    whole = [rep for rep in reps if not rep.partial]
    return tuple(
        _finding(fault, rep, case)
        for rep in whole
        for fault in faults
        if Phase.HIKE in rep.phases or not fault.needs_hike
    )


def made_checks(reps: tuple[Rep, ...], case: Case, criteria: Criteria | None) -> tuple[Fault, ...]:
    """The checks in report order; what no full rep can show is left out.

    That is what only a front view shows, and what comes before a swing's hike.
    """
    whole = [rep for rep in reps if not rep.partial]
    yaws = [abs(case.view.yaw_during(rep.span.frames)) for rep in whole]
    furthest_deg = max((yaw for yaw in yaws if math.isfinite(yaw)), default=0.0)
    hiked = any(Phase.HIKE in rep.phases for rep in whole)
    made = FAULTS if criteria is None else criteria.faults
    return tuple(
        fault
        for fault in made
        if fault.min_yaw_deg <= furthest_deg and (hiked or not fault.needs_hike)
    )


def verdict_of(criterion: Criterion, measurement: Measurement) -> Verdict:
    """The rule of the house: a fault must hold even when the error is on its side.

    FAULT: beyond the fault limit and, moved back by 1.64 u, still beyond the warn limit.
    BORDERLINE: otherwise beyond the warn limit. CLEAR: the rest.
    """
    value = measurement.value
    if not criterion.exceeds(value, criterion.warn):
        return Verdict.CLEAR
    if criterion.fault is None or not criterion.exceeds(value, criterion.fault):
        return Verdict.BORDERLINE
    kindest = criterion.moved_back(value, COVERAGE_FACTOR * measurement.u)
    return Verdict.FAULT if criterion.exceeds(kindest, criterion.warn) else Verdict.BORDERLINE


def _finding(fault: Fault, rep: Rep, case: Case) -> Finding:
    criterion = fault.criterion(case.movement, case.kinds)
    measurement = fault.measure(rep, case.signals)
    reason = (
        film_reasons(fault, rep, case)
        or (fault.doubt(rep, case.signals) if fault.doubt else "")
        or _reason(fault, criterion, measurement, case.settings)
    )
    verdict = Verdict.NOT_MEASURABLE
    if not reason and criterion is not None and measurement is not None:
        verdict = verdict_of(criterion, measurement)
    return Finding(
        code=fault.code,
        name=fault.name,
        rep=rep.number or 0,
        verdict=verdict,
        cue=fault.cue,
        measurement=measurement,
        criterion=criterion,
        reason=reason,
    )


def _reason(
    fault: Fault,
    criterion: Criterion | None,
    measurement: Measurement | None,
    settings: Settings,
) -> str:
    if criterion is None:
        return "the kind of lift is not known; say it with --movement"
    if measurement is None:
        return fault.unread
    if measurement.coverage < settings.min_coverage:
        return f"the joints it needs were seen for only {measurement.coverage:.0%} of the time"
    return ""
