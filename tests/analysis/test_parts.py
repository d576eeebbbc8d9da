import pytest

from hingecheck.domain.movement import Movement
from hingecheck.report.json_report import report_json
from hingecheck.report.page.top import page_top
from tests.report.validated import validated
from tests.synthetic.film import filmed
from tests.synthetic.motion import Score
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import FLOOR_BOTTOM, STANDING, SWING_BOTTOM, SWING_SETUP, SWING_TOP
from tests.synthetic.walk import analysed, walked

REST_S = 11.0


def _session(deadlifts, swings, said=None):
    """Deadlifts, a rest, swings."""
    score = Score(STANDING).hold(0.8)
    for _ in range(deadlifts):
        score.to(FLOOR_BOTTOM, 1.4).hold(0.3).to(STANDING, 1.2).hold(0.8)
    score.hold(REST_S).to(SWING_SETUP, 1.2).hold(0.8)
    for _ in range(swings):
        score.to(SWING_BOTTOM, 0.75).to(SWING_TOP, 0.65).hold(0.1)
    score.to(STANDING, 0.5).hold(0.5)
    return walked(filmed(score.motion()), said)


@pytest.fixture(scope="module")
def mixed():
    """Two deadlifts and three swings."""
    return _session(2, 3)


def test_two_movements_are_told_apart(mixed) -> None:
    """Each set is its own movement with its own reason, and reps are numbered through."""
    deadlift, swing = mixed.movements
    assert (deadlift.movement, swing.movement) == (Movement.DEADLIFT, Movement.SWING)
    assert "slowly, 2 times" in deadlift.why
    assert "swing up while the body rises, 3 times" in swing.why
    assert [(one.movement, one.reps) for one in mixed.sets] == [
        (Movement.DEADLIFT, (1, 2)),
        (Movement.SWING, (3, 4, 5)),
    ]
    assert mixed.movement is swing


def test_each_rep_is_judged_by_its_own_movement(mixed) -> None:
    """Checks of a deadlift are made on the deadlifts, those of a swing on the swings."""

    def judged(code):
        return [found.rep for found in mixed.findings if found.code == code]

    assert judged("hips_rise_first") == [1, 2]
    assert judged("arms_lift") == [3, 4, 5]
    assert judged("lockout_hip") == [1, 2, 3, 4, 5]


def test_the_words_name_both(mixed) -> None:
    """Title, reasons, sets and the report for other programs."""
    top = page_top(mixed, {})
    assert top.title == "Deadlift and kettlebell swing: 5 reps in 2 sets"
    assert "Kettlebell swing: The hands swing up" in top.why
    assert top.sets[0].startswith("Set 1: deadlift, reps 1 to 2")
    told = validated(report_json(mixed))
    assert [one["name"] for one in told["movements"]] == ["deadlift", "swing"]
    assert [rep["movement"] for rep in told["reps"] if rep["number"] == 3] == ["swing"]


def test_a_single_fold_before_swings_is_a_pick_up() -> None:
    """Who moves the bell, rests and then swings has done no deadlift."""
    analysis = _session(1, 3)
    assert [told.movement for told in analysis.movements] == [Movement.SWING]
    assert len(analysis.full_reps) == 3


def test_what_the_user_says_holds_for_all() -> None:
    """With --movement there is one movement, whatever it looks like."""
    assert [told.movement for told in _session(2, 2, Movement.RDL).movements] == [Movement.RDL]


def test_one_movement_is_one() -> None:
    """A recording without a rest holds one movement, whose reps all carry its name."""
    analysis = analysed(slow_lift(2))
    assert analysis.movements == (analysis.movement,)
    assert {rep.movement for rep in analysis.reps} == {analysis.movement.movement}
