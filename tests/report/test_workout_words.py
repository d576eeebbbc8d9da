import attrs

from hingecheck.domain.prescription import Held, Prescription, SetHeld, Workout
from hingecheck.report.json_report import report_json
from hingecheck.report.page.top import page_top
from hingecheck.report.workout_words import workout_lines
from tests.report.made_analysis import made_analysis
from tests.report.validated import validated

ASKED = Prescription(sets=3, fewest=8, most=10, rest_s=120.0)
SHORT = Workout(
    ASKED,
    Held.LESS,
    (
        SetHeld(1, 9, Held.AS_ASKED, 95.0, Held.LESS),
        SetHeld(2, 6, Held.LESS, None, None),
    ),
)
LINES = (
    "Asked for: 3 sets of 8 to 10 reps, 120 s rest; 2 sets found, 1 fewer.",
    "Set 1: 9 reps; then 95 s rest, 25 s shorter than asked.",
    "Set 2: 6 reps, 2 fewer than asked.",
)


def test_what_is_missing_is_told_set_by_set() -> None:
    """Sets, reps and rests that differ say by how much."""
    assert workout_lines(SHORT) == LINES


def test_a_plan_that_was_kept() -> None:
    """The first line says so, and nothing follows."""
    done = Workout(
        Prescription(1, 1, 1), Held.AS_ASKED, (SetHeld(1, 1, Held.AS_ASKED, None, None),)
    )
    assert workout_lines(done) == ("Asked for: 1 set of 1 rep; done as asked.",)


def test_too_much_is_told_as_well() -> None:
    """More reps, longer rests, another set."""
    sets = (SetHeld(1, 12, Held.MORE, 150.0, Held.MORE), SetHeld(2, 9, Held.AS_ASKED, None, None))
    head, first = workout_lines(Workout(attrs.evolve(ASKED, sets=1), Held.MORE, sets))
    assert head.endswith("2 sets found, 1 more.")
    assert first == "Set 1: 12 reps, 2 more than asked; then 150 s rest, 30 s longer than asked."


def test_the_page_shows_the_plan() -> None:
    """The first screen holds the same words."""
    assert page_top(attrs.evolve(made_analysis(), workout=SHORT), {}).workout == LINES
    assert page_top(made_analysis(), {}).workout == ()


def test_the_report_holds_the_plan() -> None:
    """Other programs read what was asked and what was done."""
    told = validated(report_json(attrs.evolve(made_analysis(), workout=SHORT)))["workout"]
    assert (told["sets_asked"], told["as_asked"], told["of_sets"]) == (3, False, "less")
    assert told["sets"][0] == {
        "number": 1, "reps": 9, "of_reps": "as asked", "rest_s": 95.0, "of_rest": "less",
    }  # fmt: skip
