"""What one check says over all reps of a recording."""

from attrs import frozen

from hingecheck.domain.finding import Finding, Verdict


@frozen
class CheckSummary:
    """One line per check, for a person who reads only the top of a report.

    Attributes:
        code: the fault's file name.
        name: the fault in plain words.
        cue: what a coach would say.
        verdict: over the set: FAULT where at least 2 reps (or the only one) and 30 % of the
            measured ones are; otherwise BORDERLINE where at least one rep is that or a fault;
            CLEAR where some rep was measured and all of those are clear; else NOT_MEASURABLE.
        faults: reps with a fault.
        borderline: borderline reps.
        measured: reps that could be measured.
        reps: full reps in the recording.
        worst: the finding furthest beyond its limit, or nearest to it; None if none was measured.
        reason: the commonest reason why reps were not measured; empty where all were.
    """

    code: str
    name: str
    cue: str
    verdict: Verdict
    faults: int
    borderline: int
    measured: int
    reps: int
    worst: Finding | None
    reason: str = ""
