from itertools import pairwise

import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.finding import Verdict
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.movement import NAMED_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase
from tests.synthetic.cutting_room import hidden, spliced
from tests.synthetic.film import Film, filmed
from tests.synthetic.motion import Score
from tests.synthetic.movements import (
    floor_lift,
    high_pull,
    push_ups,
    slow_lift,
    squat,
    standing,
    swing,
    walking,
)
from tests.synthetic.posture import (
    DEADLIFT_BOTTOM,
    HINGE_BOTTOM,
    STANDING,
    SWING_BOTTOM,
    SWING_SETUP,
    SWING_TOP,
)
from tests.synthetic.walk import analysed, finding, walked

MOTIONS = [
    pytest.param(swing(4), id="swings"),
    pytest.param(swing(4, picked_up=True, parked=True), id="swings-picked-up-parked"),
    pytest.param(slow_lift(4), id="hinges"),
    pytest.param(floor_lift(4), id="deadlifts"),
    pytest.param(floor_lift(4, put_down=True), id="deadlifts-put-down"),
]
FILMS = [
    pytest.param(Film(), id="30"),
    pytest.param(Film(fps=60.0, facing=-1), id="60-left"),
    pytest.param(Film(uneven=0.6), id="uneven"),
    pytest.param(Film(yaw_deg=45.0), id="45-front"),
    pytest.param(Film(noise_px=2.0), id="noisy"),
]


def _numbers(analysis):
    return [rep.number for rep in analysis.full_reps]


@pytest.mark.parametrize("film", FILMS)
@pytest.mark.parametrize("motion", MOTIONS)
def test_every_rep_is_found_where_it_is(motion, film) -> None:
    """As many reps as were dialled, each turning within a fifth of a second (or a hold) of it."""
    analysis = analysed(motion, film)
    assert _numbers(analysis) == [1, 2, 3, 4]
    for rep, bottom_s, top_s in zip(
        analysis.full_reps, motion.bottoms_s, motion.tops_s, strict=True
    ):
        hold_s = 0.9 if analysis.movement.movement is Movement.SLOW_LIFT else 0.0
        assert -0.2 - hold_s <= analysis.pose.time_s[rep.bottom] - bottom_s <= 0.2 + hold_s
        assert -0.2 <= analysis.pose.time_s[rep.top] - top_s <= 0.5 + hold_s


@pytest.mark.parametrize("film", FILMS)
@pytest.mark.parametrize("motion", MOTIONS)
def test_phases_are_in_order(motion, film) -> None:
    """Phases never overlap, lie in the track, and hold their turning point."""
    analysis = analysed(motion, film)
    spans = [span for rep in analysis.reps for span in rep.phases.values()]
    assert all(one.stop <= other.start for one, other in pairwise(spans))
    assert spans[0].start >= 0
    assert spans[-1].stop <= len(analysis.pose.time_s)
    for rep in analysis.full_reps:
        assert list(rep.phases) == [phase for phase in Phase if phase in rep.phases]
        assert rep.bottom in rep.phases[Phase.BOTTOM]
        assert rep.top in rep.phases[Phase.TOP]
        assert Phase.ASCENT in rep.phases


@pytest.mark.parametrize(
    ("first", "second"), [(1.0, 0.8), (0.8, 1.0)], ids=["deep-then-shallow", "shallow-then-deep"]
)
def test_reps_of_different_depth_do_not_overlap(first, second) -> None:
    """The phases of a deep and a shallow rep are cut at different heights and still do not meet."""
    score = Score(STANDING).hold(0.5)
    for share in (first, second):
        bottom = evolve(HINGE_BOTTOM, trunk_deg=66.0 * share, knee_deg=4.0 + 14.0 * share)
        score.to(bottom, 1.2).to(STANDING, 1.2)
    reps = walked(filmed(score.hold(0.5).motion())).reps
    assert len(reps) == 2
    assert reps[0].span.stop <= reps[1].span.start


@pytest.mark.parametrize(
    "motion",
    [
        pytest.param(squat(), id="squats"),
        pytest.param(standing(), id="standing"),
        pytest.param(walking(), id="walking"),
        pytest.param(push_ups(), id="push-ups"),
        pytest.param(high_pull(), id="high-pulls"),
    ],
)
def test_where_there_is_no_hinge_there_are_no_reps(motion) -> None:
    """No reps, no findings, no summary: a result, not an error."""
    analysis = analysed(motion)
    assert (analysis.reps, analysis.findings, analysis.summary) == ((), (), ())


@pytest.mark.parametrize("asked", NAMED_MOVEMENTS)
@pytest.mark.parametrize("motion", [standing(), walking()], ids=["standing", "walking"])
def test_saying_what_it_is_makes_no_reps(motion, asked) -> None:
    """Also when the user says what it should be, somebody who stands has not lifted."""
    assert analysed(motion, None, asked).reps == ()


def test_pick_up_and_park_are_no_reps() -> None:
    """Neither the fold to the bell nor the last backswing to the floor is counted."""
    analysis = walked(filmed(swing(3, picked_up=True, parked=True)))
    assert _numbers(analysis) == [1, 2, 3]
    assert all(rep.top is None for rep in analysis.reps if rep.partial)


def test_a_park_says_that_it_is_one() -> None:
    """Where the film goes on after the weight is put down, the last fold is no cut-off rep."""
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(2):
        score.to(SWING_BOTTOM, 0.75).to(SWING_TOP, 0.65).hold(0.1)
    score.to(SWING_BOTTOM, 0.75).to(SWING_SETUP, 0.5).hold(0.5).to(STANDING, 1.2).hold(1.0)
    analysis = walked(filmed(score.motion()))
    assert _numbers(analysis) == [1, 2]
    assert [rep.why_partial for rep in analysis.reps if rep.partial] == ["the weight is put down"]


def test_a_swing_from_the_floor_begins_with_a_hike() -> None:
    """Set-up, hike, backswing: the hike goes from the set-up to the first bottom, in under 1 s."""
    analysis = analysed(swing(2, picked_up=True))
    first, second = analysis.full_reps
    assert list(first.phases)[:3] == [Phase.SETUP, Phase.HIKE, Phase.BOTTOM]
    assert first.dead_start
    assert len(first.phases[Phase.HIKE]) < 30
    assert Phase.HIKE not in second.phases
    assert not second.dead_start


def test_what_needs_a_way_down_is_not_judged_from_the_floor() -> None:
    """The first rep says so, the second is judged."""
    analysis = analysed(swing(2, picked_up=True))
    assert finding(analysis, "early_hinge", 1).verdict is Verdict.NOT_MEASURABLE
    assert "hiked from the floor, so there is no drop" in finding(analysis, "early_hinge", 1).reason
    assert finding(analysis, "early_hinge", 2).verdict is Verdict.CLEAR


@pytest.mark.parametrize("film", [Film(), Film(yaw_deg=42.0)], ids=["side", "oblique"])
def test_a_shallow_hinge_counts(film) -> None:
    """A lean of 28 degrees in a film of nothing else is a hinge, and told as shallow."""
    motion = slow_lift(2, bottom=evolve(HINGE_BOTTOM, trunk_deg=28.0, knee_deg=8.0))
    unsaid = analysed(motion, film)
    assert _numbers(unsaid) == [1, 2]
    assert unsaid.movement.confidence <= 0.5
    assert finding(unsaid, "shallow_hinge").verdict is Verdict.BORDERLINE


def test_a_rep_that_is_a_little_shallower_than_the_others_counts() -> None:
    """One lean of 46 degrees sinks far enough to be a fold, one of 40 does not: both are reps."""
    score = Score(STANDING).hold(0.8)
    for trunk_deg in (46.0, 40.0, 46.0):
        bottom = evolve(HINGE_BOTTOM, trunk_deg=trunk_deg, knee_deg=8.0, shank_deg=0.0)
        score.to(bottom, 1.4).hold(0.3).to(STANDING, 1.2).hold(0.8)
    assert _numbers(analysed(score.motion())) == [1, 2, 3]


def test_a_nod_beside_deep_hinges_does_not_count() -> None:
    """A lean of 26 degrees between hinges of 66 is none of their reps."""
    score = Score(STANDING).hold(0.8)
    for trunk_deg in (66.0, 26.0, 66.0):
        bottom = evolve(HINGE_BOTTOM, trunk_deg=trunk_deg, knee_deg=8.0, shank_deg=0.0)
        score.to(bottom, 1.4).hold(0.3).to(STANDING, 1.2).hold(0.8)
    assert _numbers(analysed(score.motion())) == [1, 2]


def test_a_very_shallow_hinge_counts_where_it_is_said_to_be_one() -> None:
    """Unsaid it is no hinge, with the reason; said, its reps are judged as shallow."""
    motion = slow_lift(2, bottom=evolve(HINGE_BOTTOM, trunk_deg=20.0, knee_deg=8.0))
    unsaid = analysed(motion)
    assert unsaid.full_reps == ()
    assert "2 times, by 20 degrees only: too shallow" in unsaid.movement.why
    said = analysed(motion, None, Movement.HINGE)
    assert _numbers(said) == [1, 2]
    assert finding(said, "shallow_hinge").verdict is Verdict.BORDERLINE


def test_a_lean_that_bends_the_knees_more_than_the_hips_is_no_shallow_hinge() -> None:
    """A curtsy leans the trunk as far, and has no reps."""
    curtsy = evolve(HINGE_BOTTOM, trunk_deg=26.0, knee_deg=40.0, shank_deg=40.0)
    assert analysed(slow_lift(2, bottom=curtsy)).full_reps == ()


def test_the_hike_is_the_first_bottom() -> None:
    """The bottom of the first swing is the end of the hike, not the deeper set-up before it."""
    motion = swing(2, picked_up=True)
    first = analysed(motion).full_reps[0]
    assert first.bottom / 30 == pytest.approx(motion.bottoms_s[0], abs=0.1)


@pytest.mark.parametrize(
    ("motion", "film", "full"),
    [
        pytest.param(slow_lift(2), Film(start_s=3.0), [1], id="hinge-begins-in-mid-rise"),
        pytest.param(slow_lift(2), Film(start_s=1.4), [1, 2], id="hinge-begins-on-the-way-down"),
        pytest.param(slow_lift(2), Film(end_s=6.9), [1], id="hinge-ends-in-mid-rise"),
        pytest.param(slow_lift(2), Film(end_s=7.1), [1], id="hinge-ends-almost-up"),
        pytest.param(slow_lift(2), Film(end_s=5.5), [1], id="hinge-ends-on-the-way-down"),
        pytest.param(slow_lift(2), Film(end_s=7.5), [1, 2], id="hinge-ends-upright"),
        pytest.param(floor_lift(2), Film(start_s=0.7), [1, 2], id="deadlift-begins-at-the-floor"),
        pytest.param(floor_lift(2), Film(start_s=1.4), [1], id="deadlift-begins-in-mid-rise"),
        pytest.param(swing(3), Film(start_s=1.5), [1, 2], id="swing-begins-in-mid-rise"),
        pytest.param(swing(3), Film(start_s=0.8), [1, 2, 3], id="swing-begins-on-the-way-down"),
        pytest.param(swing(3), Film(end_s=4.4), [1, 2], id="swing-ends-in-mid-rise"),
        pytest.param(swing(3), Film(end_s=3.9), [1, 2], id="swing-ends-on-the-way-down"),
        pytest.param(swing(3), Film(end_s=4.95), [1, 2, 3], id="swing-ends-resting-at-its-top"),
    ],
)
def test_a_rep_that_is_cut_off_does_not_count(motion, film, full) -> None:
    """One bottom and the top after it, both in the recording and real; anything less is partial."""
    analysis = analysed(motion, film)
    assert _numbers(analysis) == full
    for rep in analysis.reps:
        assert rep.partial or (rep.bottom is not None and rep.top is not None)


def test_a_partial_rep_has_no_findings() -> None:
    """Only full reps are judged."""
    analysis = walked(filmed(slow_lift(2), Film(end_s=6.9)))
    assert len(analysis.reps) == 2
    assert {finding.rep for finding in analysis.findings} == {1}


@pytest.mark.parametrize("motion", [swing(1), slow_lift(1), floor_lift(1)])
def test_one_rep_is_enough(motion) -> None:
    """A single rep is found and judged."""
    analysis = analysed(motion)
    assert _numbers(analysis) == [1]
    assert analysis.findings


def test_two_hundred_reps() -> None:
    """A long set is counted to its end."""
    assert _numbers(walked(filmed(swing(200)))) == list(range(1, 201))


@pytest.mark.parametrize("frames", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("asked", [None, Movement.SWING, Movement.RDL])
def test_a_blink_is_no_crash(frames, asked) -> None:
    """Tracks of a few frames have no reps and raise nothing."""
    film = Film(start_s=1.0, end_s=1.0 + (frames - 1) / 30)
    assert walked(filmed(swing(1), film), asked).full_reps == ()


def test_a_long_hole_loses_the_reps_in_it_only() -> None:
    """Where nobody was seen for seconds the reps beside the hole still count."""
    motion = slow_lift(4)
    middle = motion.bottoms_s[1]
    analysis = walked(filmed(motion, Film(unseen_s=((middle - 0.6, middle + 0.6),))))
    assert len(analysis.full_reps) == 3


def test_reps_without_wrists_are_slow() -> None:
    """Hands that are never seen make no swing; the hinges are still counted."""
    arm = (Landmark.RIGHT_WRIST, Landmark.RIGHT_ELBOW)
    analysis = walked(hidden(filmed(slow_lift(2)), arm, slice(None)))
    assert _numbers(analysis) == [1, 2]


def test_a_squat_between_hinges_is_not_counted() -> None:
    """A fold that does not lean is kept as a partial rep without a number."""
    score = Score(STANDING).hold(0.5)
    upright = evolve(HINGE_BOTTOM, trunk_deg=15.0, knee_deg=100.0, shank_deg=30.0)
    for bottom in (HINGE_BOTTOM, upright, HINGE_BOTTOM):
        score.to(bottom, 1.2).hold(0.2).to(STANDING, 1.2).hold(0.5)
    reps = walked(filmed(score.motion())).reps
    assert [rep.number for rep in reps] == [1, None, 2]
    assert "too shallow" in reps[1].why_partial


def test_two_scenes_keep_their_reps() -> None:
    """A cut between two sets costs no rep and makes none."""
    track = spliced(filmed(slow_lift(2)), filmed(slow_lift(2)))
    assert _numbers(walked(track)) == [1, 2, 3, 4]


def test_numbers_go_on_over_stretches() -> None:
    """After a hole the count goes on."""
    motion = Score(STANDING).hold(0.5)
    for _ in range(2):
        motion.to(DEADLIFT_BOTTOM, 1.2).hold(0.2).to(STANDING, 1.2).hold(1.5)
    analysis = walked(filmed(motion.motion(), Film(unseen_s=((3.4, 4.3),))))
    assert _numbers(analysis) == [1, 2]


def test_a_deeper_set_up_does_not_make_the_hike_a_descent() -> None:
    """Bottom and ascent of the first swing are as long as those of the others."""
    reps = walked(filmed(swing(3, picked_up=True, bottom=SWING_BOTTOM))).full_reps
    lengths = np.array([[len(rep.phases[p]) for p in (Phase.BOTTOM, Phase.ASCENT)] for rep in reps])
    assert np.abs(lengths - np.median(lengths, axis=0)).max() <= 5
