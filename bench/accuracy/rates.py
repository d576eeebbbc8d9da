"""Reps counted, movements recognised, faults found and missed, checks measured."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from bench.accuracy.assessment import MOVEMENT_OF, Assessment, Event, Outcome
from bench.accuracy.fault_truth import Condition, has_truth
from bench.accuracy.interval import Rate, rate
from hingecheck.analysis.fault import SIDE_YAW_DEG
from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement

# What only shows from the front is not missing from the side.
SIDE_CHECKS = tuple(fault.code for fault in FAULTS if fault.min_yaw_deg <= SIDE_YAW_DEG)
_MARKED = (Verdict.BORDERLINE, Verdict.FAULT)


@frozen
class FaultRates:
    """One check.

    Attributes:
        code: The fault's.
        found: Gross reps that are marked, borderline or fault.
        called: Gross reps that are called a fault.
        unmeasured: Gross reps that were not measurable; they count as missed in both.
        alarms: Clean reps that are called a fault.
        doubts: Clean reps that are marked, borderline or fault.
        measured: Reps of any condition in which the check was measured.
        bias: Mean of measured minus true value.
        sd: Its standard deviation.
    """

    code: str
    found: Rate
    called: Rate
    unmeasured: Rate
    alarms: Rate
    doubts: Rate
    measured: Rate
    bias: float
    sd: float


def fault_rates(outcomes: Sequence[Outcome]) -> list[FaultRates]:
    """One line per check, in report order; checks without a rep are left out."""
    lines = []
    for fault in FAULTS:
        mine = [o for o in outcomes if o.code == fault.code]
        if mine:
            lines.append(_rates_of(fault.code, mine))
    return lines


def _rates_of(code: str, mine: list[Outcome]) -> FaultRates:
    gross = [o for o in mine if o.condition is Condition.GROSS]
    clean = [o for o in mine if o.condition is Condition.CLEAN]
    errors = np.array(
        [o.value - o.true_value for o in mine if o.verdict is not Verdict.NOT_MEASURABLE]
    )
    errors = errors[np.isfinite(errors)]
    return FaultRates(
        code=code,
        found=rate([o.verdict in _MARKED for o in gross]),
        called=rate([o.verdict is Verdict.FAULT for o in gross]),
        unmeasured=rate([o.verdict is Verdict.NOT_MEASURABLE for o in gross]),
        alarms=rate([o.verdict is Verdict.FAULT for o in clean]),
        doubts=rate([o.verdict in _MARKED for o in clean]),
        measured=rate([o.verdict is not Verdict.NOT_MEASURABLE for o in mine]),
        bias=float(errors.mean()) if len(errors) else float("nan"),
        sd=float(errors.std()) if len(errors) else float("nan"),
    )


def outcomes_of(assessments: Iterable[Assessment]) -> list[Outcome]:
    """All checks of all reps, but for those that need a view from the front."""
    return [o for a in assessments for o in a.outcomes if o.code in SIDE_CHECKS]


def coverage(outcomes: Sequence[Outcome]) -> Rate:
    """Checks times reps that were measured, of those that there are to measure."""
    return rate([o.verdict is not Verdict.NOT_MEASURABLE for o in outcomes if is_there(o)])


def is_there(outcome: Outcome) -> bool:
    """Whether true joints show it: a swing that is hiked from the floor has no drop to look at."""
    return outcome.condition is not None or not has_truth(outcome.code)


def why_not(outcomes: Sequence[Outcome]) -> list[tuple[str, int]]:
    """The reasons for what was not measured, the commonest first; their figures as dots."""
    missed = [o for o in outcomes if o.verdict is Verdict.NOT_MEASURABLE and is_there(o)]
    reasons = [o.reason for o in missed]
    words = (" ".join("..." if _figure(w) else w for w in r.split()) for r in reasons)
    return Counter(words).most_common()


def _figure(word: str) -> bool:
    return word.strip("%.,").replace(".", "").isdigit()


def exact_counts(assessments: Iterable[Assessment], slack: int = 0) -> Rate:
    """Clips whose reps are counted right, or off by at most `slack`."""
    return rate([abs(a.counted - a.true_reps) <= slack for a in assessments])


def in_place(assessments: Iterable[Assessment]) -> Rate:
    """True reps that are found where they are, not only counted."""
    kept = list(assessments)
    return Rate(sum(a.in_place for a in kept), sum(a.true_reps for a in kept))


def recognised(assessments: Iterable[Assessment]) -> Rate:
    """Clips whose movement is told right; which slow lift it is need not be known."""
    return rate([_is_right(a) for a in assessments])


def _is_right(a: Assessment) -> bool:
    if not a.clip.is_hinge:
        return a.recognised is Movement.NONE
    wanted = MOVEMENT_OF[a.clip.wish.movement]
    slow = wanted in SLOW_MOVEMENTS and a.recognised is Movement.SLOW_LIFT
    return slow or a.recognised is wanted


def events_of(assessments: Iterable[Assessment], kind: str, *, swing: bool) -> list[Event]:
    """All bottoms or tops, of swings or of slow lifts."""
    return [
        event
        for a in assessments
        if (a.clip.wish.movement == "swing") is swing
        for event in a.events
        if event.kind == kind
    ]
