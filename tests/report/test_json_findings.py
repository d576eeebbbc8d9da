import attrs

from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.report.json_report import report_json
from tests.report.made_analysis import made_analysis
from tests.report.validated import validated


def test_a_finding_carries_value_error_limits_and_cue() -> None:
    """Everything that a coach needs to agree or disagree stands in the finding."""
    findings = validated(report_json(made_analysis()))["findings"]
    squat = next(one for one in findings if one["code"] == "squat_pattern" and one["rep"] == 2)
    assert squat == {
        "code": "squat_pattern",
        "name": "Squatting the hinge",
        "rep": 2,
        "verdict": "fault",
        "value": 0.41,
        "u": 0.04,
        "unit": "ratio",
        "warn": 0.6,
        "fault": 0.52,
        "basis": "judgement",
        "source": "made up for a test",
        "beyond": "below",
        "time_s": 2.4,
        "reason": "",
        "cue": "Push the hips back, not down.",
    }


def test_what_could_not_be_measured_says_why() -> None:
    """Unseen is null with a reason, and its verdict is an identifier."""
    findings = validated(report_json(made_analysis()))["findings"]
    unseen = [one for one in findings if one["verdict"] == "not_measurable"]
    assert len(unseen) == 3
    assert all(one["value"] is None and one["reason"] for one in unseen)


def test_a_number_without_a_unit_is_not_told() -> None:
    """A measurement without a criterion has no unit, and a number is never bare."""
    bare = Finding(
        "x", "X", 1, Verdict.NOT_MEASURABLE, "", Measurement(3.0, 1.0, 5, 1.0), None, "no limit"
    )
    report = validated(report_json(attrs.evolve(made_analysis(), findings=(bare,))))
    assert (report["findings"][0]["value"], report["findings"][0]["unit"]) == (None, None)


def test_the_summary_counts_reps_and_verdicts() -> None:
    """The counts at the top agree with the checks below them."""
    summary = validated(report_json(made_analysis()))["summary"]
    assert (summary["full_reps"], summary["partial_reps"]) == (2, 1)
    counted = [summary[key] for key in ("faults", "borderline", "clear", "not_measurable")]
    assert counted == [2, 2, 2, 1]
    assert sum(counted) == len(summary["checks"])
    assert summary["checks"][0]["worst"]["rep"] == 2
    assert summary["checks"][-1]["worst"] is None
