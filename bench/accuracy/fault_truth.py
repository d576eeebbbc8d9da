"""What is true of a check in a rep: gross, in between, or clean."""

from enum import StrEnum
from typing import Final

from bench.accuracy.true_signals import WITHOUT_TRUTH
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.judging import COVERAGE_FACTOR
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding

# Marked rounding; less is not promised to be seen.
GROSS_ROUNDING_DEG: Final = 30.0
CLEAN_ROUNDING_DEG: Final = 5.0
# Their truth is the added bend of the spine, not a joint.
BACK_CHECKS: Final = ("spine_round", "spine_change")
# It looks for a bulge of the outline beyond 0.05 trunk lengths. Rendered backs with 45 degrees of
# added bend read 0.035 at most (spine bench, tuning part), so none is gross by its own measure;
# to find that bend is for `spine_change`.
_BULGE_CHECK: Final = "spine_round"


class Condition(StrEnum):
    """How a rep truly is, by the limits of the check."""

    GROSS = "gross"
    BETWEEN = "between"
    CLEAN = "clean"


def condition_of(value: float, criterion: Criterion, u: float = 0.0) -> Condition:
    """Clean on the good side of the warn limit, gross beyond the fault limit.

    A check without a fault limit calls nothing worse than borderline: gross is beyond warn by more
    than the error of a reading, 1.64 u. What lies closer is too close to call for anybody.
    """
    if not criterion.exceeds(value, criterion.warn):
        return Condition.CLEAN
    if criterion.fault is None:
        gross = criterion.exceeds(criterion.moved_back(value, COVERAGE_FACTOR * u), criterion.warn)
    else:
        gross = criterion.exceeds(value, criterion.fault)
    return Condition.GROSS if gross else Condition.BETWEEN


def condition_of_rounding(added_deg: float) -> Condition:
    """The back has no joint to measure: what the dials added to the clean rhythm decides."""
    if added_deg <= CLEAN_ROUNDING_DEG:
        return Condition.CLEAN
    return Condition.GROSS if added_deg >= GROSS_ROUNDING_DEG else Condition.BETWEEN


def has_truth(code: str) -> bool:
    """Whether true joints tell what the check measures."""
    return next(f.measure.signal for f in FAULTS if f.code == code) not in WITHOUT_TRUTH


def condition_in(finding: Finding, added_rounding_deg: float) -> Condition | None:
    """The condition by a finding made on true joints; None where that could not be measured."""
    if finding.code in BACK_CHECKS:
        bent = condition_of_rounding(added_rounding_deg)
        unfit = finding.code == _BULGE_CHECK and bent is Condition.GROSS
        return Condition.BETWEEN if unfit else bent
    if finding.measurement is None or finding.criterion is None or not has_truth(finding.code):
        return None
    return condition_of(finding.measurement.value, finding.criterion, finding.measurement.u)
