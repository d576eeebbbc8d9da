import pytest

from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Verdict
from hingecheck.report.lead_checks import lead_checks


def _told(code: str, faults: int = 0, borderline: int = 0) -> CheckSummary:
    fault = next(one for one in FAULTS if one.code == code)
    return CheckSummary(
        code=code,
        name=fault.name,
        cue=fault.cue,
        verdict=Verdict.FAULT if faults else Verdict.BORDERLINE,
        faults=faults,
        borderline=borderline,
        measured=4,
        reps=4,
        worst=None,
        reason="",
    )


@pytest.mark.parametrize(
    ("summary", "leading"),
    [
        pytest.param(
            [_told("spine_round", borderline=3), _told("spine_change", borderline=4)],
            ["spine_change"],
            id="two-of-the-back",
        ),
        pytest.param(
            [
                _told("lean_back", faults=3),
                _told("plank_line", faults=4),
                _told("arms_bent", borderline=2),
            ],
            ["plank_line", "arms_bent"],
            id="the-next-topic-moves-up",
        ),
        pytest.param(
            [
                _told("squat_pattern", faults=4),
                _told("lockout_hip", faults=3),
                _told("arms_lift", faults=2),
            ],
            ["squat_pattern", "lockout_hip"],
            id="no-more-than-two",
        ),
        pytest.param([_told("heels_up", borderline=1)], [], id="one-rep-of-four"),
    ],
)
def test_one_check_of_a_topic_leads(summary, leading) -> None:
    """Two cues that speak of the same thing are one too many; the heavier one is told."""
    assert [check.code for check in lead_checks(tuple(summary))] == leading
