import pytest

from hingecheck.analysis.prescribing import hold_against
from hingecheck.domain.prescription import Held, Prescription
from hingecheck.domain.rep_set import RepSet, Tempo
from tests.synthetic.film import Film
from tests.synthetic.motion import Score
from tests.synthetic.posture import STANDING, SWING_BOTTOM, SWING_TOP
from tests.synthetic.walk import analysed

ASKED = Prescription(sets=2, fewest=8, most=10, rest_s=120.0)


def _set(number, reps, rest_s=None) -> RepSet:
    tempos = tuple(Tempo(rep, None, None, None) for rep in range(reps))
    return RepSet(number, tempos, 0.0, 1.0, rest_s, None, None)


@pytest.mark.parametrize(
    ("reps", "held"), [(7, Held.LESS), (8, Held.AS_ASKED), (10, Held.AS_ASKED), (11, Held.MORE)]
)
def test_reps_of_a_set(reps, held) -> None:
    """Both ends of the range are as asked."""
    done = hold_against(ASKED, (_set(1, reps), _set(2, 9)))
    assert [one.of_reps for one in done.sets] == [held, Held.AS_ASKED]
    assert done.as_asked is (held is Held.AS_ASKED)


@pytest.mark.parametrize(
    ("rest_s", "held"),
    [(107.0, Held.LESS), (109.0, Held.AS_ASKED), (131.0, Held.AS_ASKED), (133.0, Held.MORE)],
)
def test_rests_between_sets(rest_s, held) -> None:
    """A tenth more or less is as asked; what follows the last set is nobody's business."""
    done = hold_against(ASKED, (_set(1, 8, rest_s), _set(2, 8, 900.0)))
    assert [one.of_rest for one in done.sets] == [held, None]


@pytest.mark.parametrize(("count", "held"), [(0, Held.LESS), (1, Held.LESS), (3, Held.MORE)])
def test_number_of_sets(count, held) -> None:
    """Sets that are missing or too many are told, whatever was in them."""
    sets = tuple(_set(number, 9, 120.0) for number in range(1, count + 1))
    assert hold_against(ASKED, sets).of_sets is held


def test_no_rest_asked_for() -> None:
    """Where nothing was said about the rest, any will do."""
    done = hold_against(Prescription(2, 9, 9), (_set(1, 9, 15.0), _set(2, 9)))
    assert done.as_asked
    assert done.sets[0].of_rest is None


def test_sets_of_a_recording() -> None:
    """Two sets of swings with a rest are counted and timed in the picture."""
    score = Score(STANDING).hold(0.5)
    for reps, rest_s in ((3, 14.0), (2, 1.0)):
        for _ in range(reps):
            score.to(SWING_BOTTOM, 0.75).to(SWING_TOP, 0.65).hold(0.1)
        score.to(STANDING, 0.5).hold(rest_s)
    done = hold_against(Prescription(2, 3, 3, 15.0), analysed(score.motion(), Film()).sets)
    assert [(one.reps, one.of_reps) for one in done.sets] == [(3, Held.AS_ASKED), (2, Held.LESS)]
    assert done.sets[0].of_rest is Held.AS_ASKED


@pytest.mark.parametrize(
    "wrong", [(0, 5, 5, None), (3, 0, 5, None), (3, 6, 5, None), (3, 5, 5, 0.0)]
)
def test_no_such_plan(wrong) -> None:
    """No sets, no reps, a range upside down and no rest at all are refused."""
    with pytest.raises(ValueError, match=r"plan|rest"):
        Prescription(*wrong)
