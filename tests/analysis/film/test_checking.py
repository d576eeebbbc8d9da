import pytest
from attrs import evolve

from hingecheck.analysis.film.advising import KEEP
from hingecheck.domain.film_check import FactName, State
from hingecheck.domain.finding import Verdict
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import judge
from tests.analysis.film.made_picture import pictured
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import standing, swing


def advice(track: PoseTrack) -> str:
    """The one instruction."""
    film = judge(track).film
    assert film is not None
    return film.advice


def test_every_fact_and_every_check_is_told_once() -> None:
    """Nothing is left out, whatever the film."""
    film = judge(pictured()).film
    assert film is not None
    assert [fact.name for fact in film.facts] == list(FactName)
    assert len({check.code for check in film.checks}) == len(film.checks) > 20


def test_a_check_is_measurable_where_the_judging_measured_it() -> None:
    """The film check has no second opinion: counts and reasons are those of the findings."""
    analysis = judge(filmed(swing(3), Film(yaw_deg=30.0)))
    assert analysis.film is not None
    for check in analysis.film.checks:
        made = [one for one in analysis.findings if one.code == check.code]
        seen = [one for one in made if one.verdict is not Verdict.NOT_MEASURABLE]
        assert (check.measured, check.reps) == (len(seen), len(made))
        assert check.reason in {one.reason for one in made} or not made


def test_without_a_rep_the_gates_still_speak() -> None:
    """A film in which nobody lifts tells what it would have allowed."""
    film = judge(filmed(standing(), Film(yaw_deg=40.0))).film
    assert film is not None
    assert all(check.reps == 0 and check.reason for check in film.checks)
    assert any("degrees" in check.reason for check in film.checks)


@pytest.mark.parametrize(
    ("film", "words"),
    [
        (Film(), KEEP),
        (Film(yaw_deg=40.0), "square to your side"),
        (Film(fps=20.0), "30 frames per second"),
        (Film(trunk_px=50.0), "Go nearer"),
    ],
)
def test_the_advice_is_what_wins_most(film: Film, words: str) -> None:
    """One instruction, for the gate that forbids most checks."""
    track = filmed(swing(3), film)
    assert words in advice(track)


def test_a_lifter_out_of_the_picture_comes_back_first() -> None:
    """Without a single rep nothing else would help."""
    assert "step back" in advice(filmed(swing(1), Film(ankle_px=(640, 990), end_s=0.9)))


def test_a_tilted_phone_is_told_where_nothing_else_is_wrong() -> None:
    """What forbids no check comes after what does."""
    track = pictured()
    edges = [[0, x, 600, x + 42, 200] for x in (100, 300, 1000, 1200)]
    assert "straight" in advice(pictured(track, edges_px=edges))


def test_slow_motion_is_judged_in_real_time_and_told_in_film_time() -> None:
    """Said to be slowed, the same swings give the same verdicts, tempo and places in the film."""
    real = judge(filmed(swing(3)), movement="swing")
    track = filmed(swing(3))
    slow = evolve(
        track,
        time_s=track.time_s * 4,
        recording=evolve(track.recording, fps=track.recording.fps / 4),
    )
    told = judge(slow, movement="swing", slowmo=4.0)
    assert told.settings.slowmo == 4.0
    assert [one.verdict for one in told.findings] == [one.verdict for one in real.findings]
    assert told.sets[0].cycle_s == pytest.approx(real.sets[0].cycle_s)
    assert told.sets[0].end_s == pytest.approx(4 * real.sets[0].end_s)
    assert told.signals.time_s[-1] == pytest.approx(slow.time_s[-1])
    assert told.film is not None
    assert told.film.fact(FactName.SLOW_MOTION).state is State.GOOD


def test_a_speed_that_is_none_is_refused() -> None:
    """Time does not run backward."""
    with pytest.raises(ValueError, match="above 0"):
        judge(filmed(swing(1)), slowmo=-1.0)
