import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.movements import swing
from tests.synthetic.posture import STANDING, SWING_BOTTOM, SWING_SETUP, SWING_TOP
from tests.synthetic.reaching import reaching
from tests.synthetic.walk import analysed, finding

CODE, TOLERANCE = "setup_close", 0.04


def _hiked(ahead_legs):
    """Stands, folds to a bell that stands so far ahead of mid-foot, hikes it and swings twice."""
    score = Score(STANDING).hold(0.4).to(reaching(SWING_SETUP, ahead_legs), 1.2).hold(0.8)
    for _ in range(2):
        score.to(SWING_BOTTOM, 0.75).to(SWING_TOP, 0.65).hold(0.1)
    return score.hold(0.2).motion()


def _first(ahead_legs, film):
    return finding(analysed(_hiked(ahead_legs), film, Movement.SWING), CODE, 1)


@pytest.mark.parametrize("film", [Film(), Film(facing=-1)], ids=["right", "left"])
@pytest.mark.parametrize("ahead_legs", [0.3, 0.45, 0.7])
def test_left_alone(ahead_legs, film) -> None:
    """A bell a hand's length before the toes, or further, is left alone."""
    found = _first(ahead_legs, film)
    assert found.verdict is Verdict.CLEAR
    assert found.measurement is not None
    assert found.measurement.value == pytest.approx(ahead_legs, abs=TOLERANCE)


@pytest.mark.parametrize("film", [Film(), Film(facing=-1)], ids=["right", "left"])
@pytest.mark.parametrize("ahead_legs", [0.05, 0.13])
def test_caught(ahead_legs, film) -> None:
    """A bell between the feet or at the toes is told, never as more than borderline."""
    found = _first(ahead_legs, film)
    assert found.verdict is Verdict.BORDERLINE
    assert found.measurement is not None
    assert found.measurement.value == pytest.approx(ahead_legs, abs=TOLERANCE)


def test_only_a_hiked_rep_has_a_set_up() -> None:
    """In a rep that comes down from a top the check is not made."""
    hiked = analysed(_hiked(0.4), None, Movement.SWING)
    assert [one.rep for one in hiked.findings if one.code == CODE] == [1]
    running = analysed(swing(2), None, Movement.SWING)
    assert CODE not in {one.code for one in running.findings}
