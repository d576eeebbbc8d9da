"""Each rep is judged into findings: one per check, also when all is well or nothing was seen."""

import math

from attrs import frozen

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.view import View

# One-sided 95 % of a normal error.
COVERAGE_FACTOR = 1.64
# Below this a joint's error in pixels is too many degrees (own noise model: 2 cm are 5 degrees).
MIN_BODY_PX = 300.0
MIN_FPS = {Movement.SWING: 29.0}
MIN_FPS_SLOW = 23.0


@frozen(eq=False)
class Case:
    """What a judge knows beside the rep.

    Attributes:
        signals: every measure in every frame.
        view: from where it was filmed.
        movement: whose limits apply.
        fps: mean frame rate.
        settings: how it was processed.
    """

    signals: SignalSet
    view: View
    movement: Movement
    fps: float
    settings: Settings


def judge_reps(reps: tuple[Rep, ...], case: Case) -> tuple[Finding, ...]:
    """The findings of all full reps, by rep and then in report order."""
    faults = [fault for fault in FAULTS if fault.applies_to(case.movement)]
    whole = [rep for rep in reps if not rep.partial]
    return tuple(_finding(fault, rep, case) for rep in whole for fault in faults)


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
    criterion = fault.criterion(case.movement)
    measurement = fault.measure(rep, case.signals)
    reason = (
        _film_reason(case)
        or _view_reason(fault, rep, case.view)
        or _reason(criterion, measurement, case.settings)
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
    criterion: Criterion | None, measurement: Measurement | None, settings: Settings
) -> str:
    if criterion is None:
        return "the kind of lift is not known; say it with --movement"
    if measurement is None:
        return "the joints it needs were not seen"
    if measurement.coverage < settings.min_coverage:
        return f"the joints it needs were seen in only {measurement.coverage:.0%} of the time"
    return ""


def _film_reason(case: Case) -> str:
    """Why no angle of this recording can be trusted, or nothing."""
    if case.view.body_height_px < MIN_BODY_PX:
        return f"the lifter is only {case.view.body_height_px:.0f} pixels tall; film from nearer"
    if case.fps < MIN_FPS.get(case.movement, MIN_FPS_SLOW):
        return f"{case.fps:.0f} frames per second are too few; film with 30 or more"
    return ""


def _view_reason(fault: Fault, rep: Rep, view: View) -> str:
    """Why the camera's place forbids this check in this rep, or nothing."""
    typical = view.yaw_during(rep.span.frames)
    if math.isnan(typical):
        return "the lifter was not seen"
    if abs(typical) <= fault.max_yaw_deg:
        return ""
    place = "from the front" if typical > 0 else "from behind"
    return f"the camera looks {abs(typical):.0f} degrees {place}; film from the side"
