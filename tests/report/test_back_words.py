from attrs import evolve

from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.report.back_words import BACK_WORDS, back_lines
from tests.report.made_analysis import made_analysis

LIMITS = Criterion(0.028, 0.06, Beyond.ABOVE, "trunk", Basis.JUDGEMENT, "made up")


def _read(value: float) -> Measurement:
    return Measurement(value=value, u=0.01, frame=3, coverage=1.0)


def _found(rep: int, verdict: Verdict, value: float) -> Finding:
    unseen = verdict is Verdict.NOT_MEASURABLE
    return Finding(
        code="spine_change",
        name="back changes shape",
        rep=rep,
        verdict=verdict,
        cue="",
        measurement=None if unseen else _read(value),
        criterion=LIMITS,
        reason="an arm lies over the edge" if unseen else "",
    )


def _reading(rep: int, value: float, against: float) -> BackReading:
    return BackReading(
        rep=rep,
        change=_read(value),
        lower=_read(0.02),
        upper=None,
        straightest=1,
        against_straightest=against,
        against_u=0.01,
        gaps=(0.0, 0.081, float("nan")),
    )


def _analysis(*found: Finding):
    readings = tuple(_reading(one.rep, 0.05, 0.03 * (one.rep - 1)) for one in found)
    return evolve(made_analysis(), findings=found, backs=readings)


def test_every_verdict_has_its_word_for_a_back() -> None:
    """Held, borderline, changed, not measurable: which reps were which."""
    assert set(BACK_WORDS) == set(Verdict)
    analysis = _analysis(
        _found(1, Verdict.CLEAR, 0.01),
        _found(2, Verdict.FAULT, 0.08),
        _found(3, Verdict.CLEAR, 0.02),
        _found(4, Verdict.NOT_MEASURABLE, 0.0),
    )
    assert back_lines(analysis)[0] == (
        "Back: held in reps 1 and 3; changed in rep 2; not measurable in rep 4."
    )


def test_the_rep_that_changes_most_is_told_with_its_errors() -> None:
    """Change, the half that was seen, the straightest rep, and the stick's contacts."""
    analysis = _analysis(_found(1, Verdict.CLEAR, 0.01), _found(2, Verdict.BORDERLINE, 0.05))
    assert back_lines(analysis)[1:] == (
        (
            "Rep 2: your back changed shape by about 0.05 ± 0.01 trunk lengths (lower half 0.02 ± "
            "0.01) from early in the hinge to the bottom."
        ),
        "At the bottom it is 0.03 ± 0.01 trunk lengths rounder than in rep 1, your straightest.",
        "A stick along the back there: sacrum touching, upper back 0.08 trunk lengths off.",
    )


def test_the_straightest_rep_is_not_held_against_itself() -> None:
    """With one rep there is nothing to compare."""
    lines = back_lines(_analysis(_found(1, Verdict.CLEAR, 0.01)))
    assert len(lines) == 3
    assert not any("straightest" in line for line in lines)


def test_without_a_measured_back_nothing_is_said() -> None:
    """The reason stands with the other checks' that could not be made."""
    assert back_lines(_analysis(_found(1, Verdict.NOT_MEASURABLE, 0.0))) == ()
    assert back_lines(evolve(made_analysis(), findings=())) == ()
