import pytest
from attrs import evolve

from hingecheck.domain.movement import NAMED_MOVEMENTS, Movement
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import (
    floor_lift,
    high_pull,
    leaning_squat,
    push_ups,
    rows,
    slow_lift,
    snatches,
    squat,
    standing,
    stick_hinge,
    swing,
    walking,
)
from tests.synthetic.posture import (
    FLOOR_BOTTOM,
    HINGE_BOTTOM,
    RDL_BOTTOM,
    SQUAT_BOTTOM,
    STANDING,
    SWING_TOP,
)
from tests.synthetic.walk import analysed, walked

FILMS = [
    pytest.param(Film(), id="side"),
    pytest.param(Film(facing=-1, fps=60.0), id="left-60"),
    pytest.param(Film(yaw_deg=45.0), id="45-front"),
    pytest.param(Film(yaw_deg=-45.0, facing=-1), id="45-behind"),
    pytest.param(Film(yaw_deg=90.0), id="front"),
    pytest.param(Film(noise_px=3.0), id="noisy"),
]


@pytest.mark.parametrize("film", FILMS)
@pytest.mark.parametrize(
    ("motion", "movement"),
    [
        pytest.param(swing(3), Movement.SWING, id="swings"),
        pytest.param(swing(3, picked_up=True, parked=True), Movement.SWING, id="picked-up-parked"),
        pytest.param(swing(1), Movement.SWING, id="one-swing"),
        pytest.param(
            swing(3, top=evolve(SWING_TOP, arm_deg=50.0)), Movement.SWING, id="low-swings"
        ),
        pytest.param(slow_lift(3), Movement.SLOW_LIFT, id="hinges"),
        pytest.param(slow_lift(1), Movement.SLOW_LIFT, id="one-hinge"),
        pytest.param(floor_lift(3, put_down=True), Movement.SLOW_LIFT, id="deadlifts"),
        pytest.param(stick_hinge(), Movement.HINGE, id="with-a-stick"),
        pytest.param(squat(3), Movement.NONE, id="squats"),
        pytest.param(leaning_squat(), Movement.NONE, id="leaning-squats"),
        pytest.param(standing(), Movement.NONE, id="standing"),
        pytest.param(walking(), Movement.NONE, id="walking"),
        pytest.param(push_ups(), Movement.NONE, id="push-ups"),
        pytest.param(high_pull(), Movement.NONE, id="high-pulls"),
    ],
)
def test_movements_are_told_apart(motion, movement, film) -> None:
    """Swings, slow lifts and what is no hip hinge, from any side that a phone may stand on."""
    found = analysed(motion, film).movement
    assert found.movement is movement, found.why


TO_THE_FLOOR = floor_lift(3, bottom=FLOOR_BOTTOM, put_down=True)
PAST_THE_KNEES = slow_lift(3, bottom=RDL_BOTTOM)
ABOVE_THE_KNEES = evolve(RDL_BOTTOM, trunk_deg=45.0, shank_deg=20.0, knee_deg=72.0, arm_deg=0.0)


@pytest.mark.parametrize(
    ("motion", "film", "movement"),
    [
        pytest.param(TO_THE_FLOOR, Film(), Movement.DEADLIFT, id="deadlift"),
        pytest.param(TO_THE_FLOOR, Film(facing=-1), Movement.DEADLIFT, id="deadlift-left"),
        pytest.param(TO_THE_FLOOR, Film(yaw_deg=45.0), Movement.DEADLIFT, id="deadlift-45"),
        pytest.param(TO_THE_FLOOR, Film(yaw_deg=90.0), Movement.SLOW_LIFT, id="deadlift-front"),
        pytest.param(PAST_THE_KNEES, Film(), Movement.RDL, id="romanian"),
        pytest.param(PAST_THE_KNEES, Film(yaw_deg=45.0), Movement.SLOW_LIFT, id="romanian-45"),
        pytest.param(slow_lift(3), Film(), Movement.SLOW_LIFT, id="hands-at-the-knees"),
        pytest.param(
            slow_lift(3, bottom=ABOVE_THE_KNEES),
            Film(),
            Movement.SLOW_LIFT,
            id="squatty-with-hands-above-the-knees",
        ),
        pytest.param(
            slow_lift(3, bottom=evolve(ABOVE_THE_KNEES, shank_deg=35.0, knee_deg=100.0)),
            Film(),
            Movement.DEADLIFT,
            id="knees-of-a-deadlift-only",
        ),
    ],
)
def test_slow_lifts_are_told_apart_where_they_show(motion, film, movement) -> None:
    """From the side by hands and knees; from oblique only what is clear there; else unsaid."""
    found = analysed(motion, film).movement
    assert found.movement is movement, found.why


@pytest.mark.parametrize("film", [Film(), Film(facing=-1)], ids=["right", "left"])
@pytest.mark.parametrize(
    ("motion", "words"),
    [
        pytest.param(squat(), "looks like a squat", id="squat"),
        pytest.param(leaning_squat(), "looks like a squat", id="leaning-squat"),
        pytest.param(high_pull(), "looks like a high pull", id="high-pull"),
        pytest.param(push_ups(), "looks like a push-up", id="push-up"),
        pytest.param(rows(), "looks like a row", id="row"),
        pytest.param(rows(1), "looks like a row", id="one-row"),
        pytest.param(snatches(), "looks like a snatch", id="snatch"),
        pytest.param(walking(), "looks like walking", id="walking"),
    ],
)
def test_a_near_miss_is_named(motion, words, film) -> None:
    """What is no hip hinge is called by its name, and has no reps."""
    analysis = analysed(motion, film)
    assert words in analysis.movement.why
    assert analysis.movement.movement is Movement.NONE
    assert analysis.reps == ()


def test_hands_that_rise_beside_a_body_that_leans_back_are_no_swing() -> None:
    """A lift whose lockout leans back over bent arms: the hands are high, and go nowhere."""
    proud = evolve(STANDING, trunk_deg=-22.0, arm_deg=22.0, elbow_deg=105.0)
    found = analysed(slow_lift(2, top=proud)).movement
    assert found.movement is Movement.SLOW_LIFT, found.why


def test_an_overhead_swing_is_no_snatch() -> None:
    """Straight arms that go overhead are a swing with a fault, not another exercise."""
    overhead = swing(3, top=evolve(SWING_TOP, arm_deg=170.0))
    assert analysed(overhead).movement.movement is Movement.SWING


@pytest.mark.parametrize("asked", NAMED_MOVEMENTS)
def test_the_user_knows_best(asked) -> None:
    """What was said is taken, whatever it looks like, and the reason says so."""
    recognition = walked(filmed(slow_lift(1)), asked).movement
    assert (recognition.movement, recognition.confidence) == (asked, 1.0)
    assert recognition.why.startswith("You said")


@pytest.mark.parametrize(
    ("motion", "words"),
    [
        pytest.param(standing(), "never folds", id="standing"),
        pytest.param(squat(), "hardly leans", id="squats"),
        pytest.param(high_pull(), "high elbows", id="high-pulls"),
        pytest.param(swing(2), "2 times", id="swings"),
        pytest.param(slow_lift(1), "once", id="one-hinge"),
    ],
)
def test_the_reason_says_what_was_seen(motion, words) -> None:
    """One plain sentence that fits the film."""
    assert words in analysed(motion).movement.why


def test_one_swing_is_less_certain_than_two() -> None:
    """A single high moment of the hands says less."""
    one, two = (walked(filmed(swing(reps))).movement.confidence for reps in (1, 2))
    assert one < two


def test_a_squat_among_hinges_lowers_the_confidence() -> None:
    """Confidence is the share of folds that lean like a hinge."""
    hinges, mixed = slow_lift(2), slow_lift(2)
    keys = [
        SQUAT_BOTTOM if key is HINGE_BOTTOM and i > 5 else key for i, key in enumerate(mixed.keys)
    ]
    mixed = evolve(mixed, keys=tuple(keys))
    sure, unsure = (analysed(motion).movement for motion in (hinges, mixed))
    assert unsure.movement is Movement.SLOW_LIFT
    assert unsure.confidence < sure.confidence
