import pytest

from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement

LIMIT = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")
READ = Measurement(value=5.0, u=1.0, frame=3, coverage=1.0)


def _finding(verdict, measurement=READ, criterion=LIMIT, reason="") -> Finding:
    return Finding("code", "name", 1, verdict, "cue", measurement, criterion, reason)


def test_what_is_not_measurable_says_why() -> None:
    """A finding without a verdict needs a reason."""
    assert _finding(Verdict.NOT_MEASURABLE, None, None, "not seen").reason == "not seen"
    with pytest.raises(ValueError, match="reason exactly when"):
        _finding(Verdict.NOT_MEASURABLE)


@pytest.mark.parametrize("verdict", [Verdict.CLEAR, Verdict.BORDERLINE, Verdict.FAULT])
def test_a_verdict_has_no_excuse(verdict) -> None:
    """What was judged cannot also be unmeasurable."""
    assert _finding(verdict).verdict is verdict
    with pytest.raises(ValueError, match="reason exactly when"):
        _finding(verdict, reason="not seen")


@pytest.mark.parametrize(
    "missing", [{"measurement": None}, {"criterion": None}], ids=["measurement", "criterion"]
)
@pytest.mark.parametrize("verdict", [Verdict.CLEAR, Verdict.BORDERLINE, Verdict.FAULT])
def test_unseen_never_earns_a_verdict(verdict, missing) -> None:
    """Without a number or without a limit there is neither praise nor fault."""
    with pytest.raises(ValueError, match="needs a measurement and a criterion"):
        _finding(verdict, **missing)
