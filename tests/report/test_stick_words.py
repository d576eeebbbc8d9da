"""A held stick in words and in the report."""

import math

from attrs import evolve

from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.held_stick import HeldGap
from hingecheck.report.back_words import back_lines
from hingecheck.report.json_reps import rep_part
from hingecheck.report.stick_words import stick_lines, touches
from tests.report.made_analysis import made_analysis

ARM = HeldGap(math.nan, math.nan, "an arm lies before it")


def _analysis(*held):
    backs = tuple(
        BackReading(number, None, None, None, None, None, None, (math.nan,) * 3, held=one)
        for number, one in enumerate(held, start=1)
    )
    return evolve(made_analysis(), findings=(), backs=backs)


def test_the_rep_with_the_widest_gap_is_told() -> None:
    """Touching, open by how much, or not seen and why."""
    shut = (HeldGap(0.0, 0.015), HeldGap(0.0, 0.02), HeldGap(0.02, 0.05))
    wide = (HeldGap(0.131, 0.02), HeldGap(0.0, 0.02), ARM)
    line = (
        "The stick you hold, at the bottom of rep 2: sacrum open by 0.13 ± 0.02 trunk lengths; "
        "upper back touching; head not seen: an arm lies before it."
    )
    assert stick_lines(_analysis(shut, wide)) == (line,)
    assert back_lines(_analysis(shut, wide)) == (line,)


def test_without_a_stick_nothing_is_said() -> None:
    """No line in a recording in which none is held."""
    assert stick_lines(_analysis(None, None)) == ()
    assert touches(ARM) is None


def test_the_report_holds_every_contact() -> None:
    """Numbers to three places, whether it touches, the reason; null without a stick."""
    analysis = _analysis((HeldGap(0.1311, 0.015), HeldGap(0.01, 0.02), ARM), None)
    times = analysis.signals.time_s.tolist()
    first, second = (rep_part(rep, analysis, times) for rep in analysis.full_reps[:2])
    assert first.back is not None
    assert first.back.stick is not None
    assert first.back.stick.sacrum.model_dump() == {
        "gap": 0.131,
        "u": 0.015,
        "touching": False,
        "reason": "",
    }
    assert first.back.stick.upper_back.touching is True
    assert first.back.stick.head.gap is None
    assert first.back.stick.head.touching is None
    assert first.back.stick.head.reason == "an arm lies before it"
    assert second.back is not None
    assert second.back.stick is None
