import numpy as np
import pytest

from hingecheck.analysis.set_finding import MIN_REST_S, find_sets, tempo_of
from hingecheck.domain.rep import Phase, Rep, Span
from tests.synthetic.film import Film
from tests.synthetic.motion import Motion, Score
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.posture import STANDING, SWING_BOTTOM, SWING_TOP
from tests.synthetic.walk import analysed

TIME_S = np.arange(3000) / 30


def _rep(number, start) -> Rep:
    """A rep of two seconds that begins at a frame; bottom after 30 frames, top after 50."""
    phases = {
        Phase.DESCENT: Span(start, start + 27),
        Phase.BOTTOM: Span(start + 27, start + 33),
        Phase.ASCENT: Span(start + 33, start + 48),
        Phase.TOP: Span(start + 48, start + 60),
    }
    return Rep(number, start + 30, start + 50, phases)


def _partial(start) -> Rep:
    return Rep(None, start, None, {Phase.BOTTOM: Span(start, start + 5)})


def test_no_reps_no_sets() -> None:
    """Partial reps alone make no set."""
    assert find_sets((), TIME_S) == ()
    assert find_sets((_partial(10),), TIME_S) == ()


def test_reps_without_a_rest_are_one_set() -> None:
    """Numbers, times, tempo and cycle are those of the reps."""
    (one,) = find_sets((_rep(1, 30), _partial(100), _rep(2, 120), _rep(3, 210)), TIME_S)
    assert (one.number, one.reps) == (1, (1, 2, 3))
    assert (one.start_s, one.end_s, one.rest_s) == (1.0, pytest.approx(260 / 30), None)
    assert (one.cycle_s, one.cycle_spread) == (pytest.approx(3.0), pytest.approx(0.0))


@pytest.mark.parametrize(("more", "sets"), [(-1, 1), (0, 2), (300, 2)])
def test_a_rest_parts_sets(more, sets) -> None:
    """From a lockout to the next bottom; exactly the limit is a rest."""
    later = 30 + round(MIN_REST_S * 30) + 20 + more
    found = find_sets((_rep(1, 30), _rep(2, later)), TIME_S)
    assert len(found) == sets
    if sets == 2:
        assert found[0].rest_s == pytest.approx(TIME_S[later] - TIME_S[80])
        assert [(one.reps, one.rest_s is None) for one in found] == [((1,), False), ((2,), True)]
        assert found[0].cycle_s is None


def test_an_uneven_set_has_a_spread() -> None:
    """The spread is the cycles' standard deviation over their mean."""
    (one,) = find_sets((_rep(1, 0), _rep(2, 90), _rep(3, 240)), TIME_S)
    assert one.cycle_spread == pytest.approx(np.std([3.0, 5.0]) / 4.0)


def test_the_tempo_of_a_rep() -> None:
    """Descent, pause and ascent in seconds; what is not there is None."""
    tempo = tempo_of(_rep(4, 0), TIME_S)
    told = (tempo.descent_s, tempo.pause_s, tempo.ascent_s)
    assert (tempo.rep, told) == (4, pytest.approx((0.9, 0.2, 0.5)))
    lifted = Rep(1, 3, 40, {Phase.BOTTOM: Span(0, 10), Phase.TOP: Span(30, 45)})
    assert tempo_of(lifted, TIME_S).descent_s is None


def _twice(first: Motion, rest_s: float) -> Motion:
    """The same set again after a rest of standing."""
    score = Score(first.keys[0])
    for _ in range(2):
        for before, after, posture in zip(
            first.key_s, first.key_s[1:], first.keys[1:], strict=False
        ):
            score.to(posture, after - before)
        score.to(STANDING, 1.0).hold(rest_s).to(first.keys[0], 1.0)
    return score.motion()


@pytest.mark.parametrize(
    ("motion", "reps"),
    [
        pytest.param(_twice(slow_lift(2), 14.0), [(1, 2), (3, 4)], id="lifts"),
        pytest.param(_twice(swing(3), 14.0), [(1, 2, 3), (4, 5, 6)], id="swings"),
        pytest.param(_twice(slow_lift(2), 3.0), [(1, 2, 3, 4)], id="a-breath"),
    ],
)
def test_sets_of_a_film(motion, reps) -> None:
    """Two sets with a rest are two sets, a breath between reps is none."""
    found = analysed(motion, Film(end_s=motion.duration_s))
    assert [one.reps for one in found.sets] == reps


def test_a_rest_belongs_to_no_rep() -> None:
    """Who goes on standing is resting: the set ends with its lockout, the rep soon after."""
    motion = _twice(slow_lift(2), 14.0)
    analysis = analysed(motion, Film(end_s=motion.duration_s))
    first = analysis.sets[0]
    assert first.end_s == pytest.approx(slow_lift(2).tops_s[1], abs=0.5)
    assert first.rest_s > 12.0
    for rep in analysis.reps:
        time_s = analysis.signals.time_s
        assert time_s[rep.span.stop - 1] - time_s[rep.top] <= 3.0


def test_a_swing_set_keeps_its_beat() -> None:
    """Swings of 1.5 s each have that cycle, and hardly a spread."""
    (one,) = analysed(swing(4, top=SWING_TOP, bottom=SWING_BOTTOM)).sets
    assert one.cycle_s == pytest.approx(1.5, abs=0.05)
    assert one.cycle_spread == pytest.approx(0.0, abs=0.03)
