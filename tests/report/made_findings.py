"""Findings and their summary made by hand, for the two swings of the made analysis."""

from itertools import groupby

from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement

FRAMES_PER_REP = 48
U_OF_UNIT = {"deg": 4.0, "trunk": 0.03, "leg": 0.03, "ratio": 0.04}


def _limit(warn: float, fault: float | None, beyond: Beyond, unit: str) -> Criterion:
    return Criterion(warn, fault, beyond, unit, Basis.JUDGEMENT, "made up for a test")


_BELOW, _ABOVE = Beyond.BELOW, Beyond.ABOVE
_LOOSE_SHIRT = "loose shirt over the back"
_ELBOW_HIDDEN = "the elbow was seen in 40 % of the upswing only"

# code, name, cue, limits, value and verdict of the first rep, of the second
_CHECKS = (
    (
        *("squat_pattern", "Squatting the hinge", "Push the hips back, not down."),
        _limit(0.60, 0.52, _BELOW, "ratio"),
        (0.66, Verdict.CLEAR),
        (0.41, Verdict.FAULT),
    ),
    (
        *("lockout_hip", "Hips not locked out", "Stand tall and squeeze the glutes."),
        _limit(12.0, 20.0, _ABOVE, "deg"),
        (14.2, Verdict.BORDERLINE),
        (3.0, Verdict.CLEAR),
    ),
    (
        *("lean_back", "Leaning back at the top", "Finish tall; ribs down."),
        _limit(-12.0, -18.0, _BELOW, "deg"),
        (-4.0, Verdict.CLEAR),
        (-27.5, Verdict.FAULT),
    ),
    (
        *("shallow_hinge", "Shallow hinge", "Let the hips travel further back."),
        _limit(35.0, None, _BELOW, "deg"),
        (62.0, Verdict.CLEAR),
        (33.0, Verdict.BORDERLINE),
    ),
    (
        *("arms_bent", "Arms bent", "Long arms; the hips do the work."),
        _limit(30.0, 45.0, _ABOVE, "deg"),
        (6.0, Verdict.CLEAR),
        (None, Verdict.NOT_MEASURABLE, _ELBOW_HIDDEN),
    ),
    (
        *("backswing_low", "Hands low in the backswing", "Keep the bell above the knees."),
        _limit(0.06, 0.0, _BELOW, "leg"),
        (0.21, Verdict.CLEAR),
        (0.19, Verdict.CLEAR),
    ),
    (
        *("spine_round", "Back rounds", "Long spine from tailbone to head."),
        _limit(0.08, None, _ABOVE, "trunk"),
        (None, Verdict.NOT_MEASURABLE, _LOOSE_SHIRT),
        (None, Verdict.NOT_MEASURABLE, _LOOSE_SHIRT),
    ),
)


def made_findings(all_clear: bool) -> tuple[Finding, ...]:
    """One of each verdict for two reps, or all of them clear."""
    return tuple(_finding(check, rep, all_clear) for rep in (1, 2) for check in _CHECKS)


def _finding(check: tuple, rep: int, all_clear: bool) -> Finding:
    code, name, cue, criterion = check[:4]
    value, verdict, *reason = check[3 + rep]
    if all_clear:
        margin = 10.0 * U_OF_UNIT[criterion.unit]
        value, verdict, reason = criterion.moved_back(criterion.warn, margin), Verdict.CLEAR, []
    if verdict is Verdict.NOT_MEASURABLE:
        return Finding(code, name, rep, verdict, cue, criterion=criterion, reason=reason[0])
    frame = (rep - 1) * FRAMES_PER_REP + 24
    read = Measurement(value, U_OF_UNIT[criterion.unit], frame, coverage=0.96)
    return Finding(code, name, rep, verdict, cue, read, criterion)


_WORST_FIRST = (Verdict.FAULT, Verdict.BORDERLINE, Verdict.CLEAR, Verdict.NOT_MEASURABLE)


def made_summary(findings: tuple[Finding, ...]) -> tuple[CheckSummary, ...]:
    """One line per check."""
    order = [check[0] for check in _CHECKS]
    by_check = sorted(findings, key=lambda finding: order.index(finding.code))
    groups = groupby(by_check, key=lambda finding: finding.code)
    return tuple(_summed(list(group)) for _, group in groups)


def _summed(findings: list[Finding]) -> CheckSummary:
    ranked = sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.verdict))
    verdicts = [finding.verdict for finding in findings]
    measured = len(verdicts) - verdicts.count(Verdict.NOT_MEASURABLE)
    worst = ranked[0]
    return CheckSummary(
        code=worst.code,
        name=worst.name,
        cue=worst.cue,
        verdict=worst.verdict,
        faults=verdicts.count(Verdict.FAULT),
        borderline=verdicts.count(Verdict.BORDERLINE),
        measured=measured,
        reps=len(findings),
        worst=worst if measured else None,
        reason=ranked[-1].reason,
    )
