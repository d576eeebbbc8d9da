import pytest

from hingecheck.analysis.summarising import summarise
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement

ABOVE = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")
BELOW = Criterion(-10.0, -20.0, Beyond.BELOW, "deg", Basis.JUDGEMENT, "made up")
CLEAR, BORDERLINE, FAULT = Verdict.CLEAR, Verdict.BORDERLINE, Verdict.FAULT
UNSEEN = Verdict.NOT_MEASURABLE


def _finding(rep, verdict, value=None, code="one", criterion=ABOVE, reason="hidden") -> Finding:
    read = None if value is None else Measurement(value, 1.0, rep, 1.0)
    why = reason if verdict is UNSEEN else ""
    return Finding(code, f"name of {code}", rep, verdict, f"cue of {code}", read, criterion, why)


def test_nothing_is_summed_up_to_nothing() -> None:
    """No findings, no lines."""
    assert summarise(()) == ()


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([CLEAR, CLEAR], CLEAR),
        ([CLEAR, BORDERLINE, CLEAR], BORDERLINE),
        ([FAULT], FAULT),
        ([FAULT, FAULT], FAULT),
        ([FAULT, CLEAR], BORDERLINE),
        ([BORDERLINE, FAULT, CLEAR], BORDERLINE),
        ([FAULT, FAULT, *[CLEAR] * 4], FAULT),
        ([FAULT, FAULT, *[CLEAR] * 5], BORDERLINE),
        ([FAULT, FAULT, *[CLEAR] * 4, *[UNSEEN] * 9], FAULT),
        ([UNSEEN, CLEAR], CLEAR),
        ([UNSEEN, UNSEEN], UNSEEN),
        ([UNSEEN, FAULT], BORDERLINE),
        ([UNSEEN, FAULT, FAULT], FAULT),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_a_set_has_a_fault_where_enough_reps_have_it(verdicts, expected) -> None:
    """At least 2 reps, or the only one, and 30 % of the measured; else told as borderline."""
    findings = [
        _finding(rep, verdict, None if verdict is UNSEEN else 5.0)
        for rep, verdict in enumerate(verdicts, 1)
    ]
    (line,) = summarise(tuple(findings))
    assert line.verdict is expected
    assert line.reps == len(verdicts)
    assert line.measured == len(verdicts) - verdicts.count(UNSEEN)
    assert (line.faults, line.borderline) == (verdicts.count(FAULT), verdicts.count(BORDERLINE))


@pytest.mark.parametrize(
    ("criterion", "values", "worst"),
    [
        pytest.param(ABOVE, [12.0, 30.0, 14.0], 30.0, id="largest-above"),
        pytest.param(BELOW, [-12.0, -30.0, -14.0], -30.0, id="smallest-below"),
        pytest.param(ABOVE, [1.0, 7.0, 3.0], 7.0, id="nearest-where-all-is-well"),
        pytest.param(BELOW, [1.0, 7.0, 3.0], 1.0, id="nearest-below"),
    ],
)
def test_the_worst_is_furthest_beyond_its_limit(criterion, values, worst) -> None:
    """The finding that a person should look at first, on the side of the fault."""
    findings = tuple(
        _finding(rep, BORDERLINE, value, criterion=criterion) for rep, value in enumerate(values, 1)
    )
    (line,) = summarise(findings)
    assert line.worst.measurement.value == worst


def test_what_was_not_measured_is_never_the_worst() -> None:
    """A number that no verdict was given for does not stand for the set."""
    (line,) = summarise((_finding(1, UNSEEN, 99.0), _finding(2, CLEAR, 3.0)))
    assert line.worst.rep == 2
    (line,) = summarise((_finding(1, UNSEEN, 99.0),))
    assert line.worst is None


def test_the_commonest_reason_is_told() -> None:
    """Of several reasons the one that most reps share; none where all were measured."""
    reasons = ["dark", "hidden", "hidden"]
    findings = tuple(_finding(rep, UNSEEN, reason=why) for rep, why in enumerate(reasons, 1))
    assert summarise(findings)[0].reason == "hidden"
    assert summarise((_finding(1, CLEAR, 3.0),))[0].reason == ""


def test_one_line_per_check_in_report_order() -> None:
    """Findings come by rep; lines come by check, in the order of the first rep."""
    findings = tuple(_finding(rep, CLEAR, 1.0, code) for rep in (1, 2) for code in ("b", "a", "c"))
    lines = summarise(findings)
    assert [line.code for line in lines] == ["b", "a", "c"]
    assert [line.reps for line in lines] == [2, 2, 2]
    assert (lines[0].name, lines[0].cue) == ("name of b", "cue of b")
