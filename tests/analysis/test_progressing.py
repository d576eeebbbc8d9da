import math
from datetime import datetime

import pytest
from attrs import evolve

from hingecheck.analysis.progressing import follow
from hingecheck.domain.comparison import Level
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.progress import Entry, Topic
from hingecheck.domain.recording_date import DateSource, RecordingDate

KNEES = Topic("knee_bend", "knees bend much", "deg", is_check=True)
TRUNK = Topic("trunk_inclination", "trunk inclination at the bottom", "deg", is_check=False)
LIMITS = Criterion(25.0, 32.0, Beyond.ABOVE, "deg", Basis.STANDARD, "a source")


def entry(day: int, knees_deg: float, u: float = 2.0, **other: object) -> Entry:
    """A recording of one day of a month."""
    made = Entry(
        recording=f"{day}.mp4",
        sha256=f"{day:064d}",
        lifter="anna",
        movement=Movement.RDL,
        made=RecordingDate(datetime(2024, 1, day), DateSource.FILE),
        yaw_deg=0.0,
        model="full",
        reps=3,
        levels={KNEES: Level(knees_deg, u, 3), TRUNK: Level(60.0, u, 3)},
        limits={KNEES.code: LIMITS},
    )
    return evolve(made, **other)


def test_the_first_is_held_against_the_last() -> None:
    """By date, whatever the order; the difference has both errors, and a way to the limit."""
    (progress,) = follow([entry(20, 20.0), entry(1, 30.0), entry(10, 45.0)])
    knees, trunk = progress.courses
    assert [point.recording for point in knees.points] == ["1.mp4", "10.mp4", "20.mp4"]
    assert (knees.difference, knees.u) == (-10.0, pytest.approx(math.hypot(2, 2)))
    assert knees.beyond_error
    assert knees.better is True
    assert knees.limits == LIMITS
    assert (trunk.difference, trunk.beyond_error, trunk.better, trunk.limits) == (
        0.0,
        False,
        None,
        None,
    )


@pytest.mark.parametrize(("change", "beyond"), [(5.5, False), (5.6, True), (-5.6, True)])
def test_the_error_decides(change: float, beyond: bool) -> None:
    """Beyond 1.96 times the error of the difference it is a change, below it is none."""
    (progress,) = follow([entry(1, 20.0), entry(2, 20.0 + change)])
    (knees,) = (course for course in progress.courses if course.topic == KNEES)
    assert knees.beyond_error is beyond
    assert knees.better is ((change < 0) if beyond else None)


def test_lifters_and_movements_stay_apart() -> None:
    """One progress each; a recording without a rep is none, and one that is there twice is one."""
    entries = [
        entry(1, 20.0, lifter="ben"),
        entry(2, 20.0),
        entry(2, 20.0),
        entry(3, 20.0, movement=Movement.SWING),
        entry(4, 20.0, reps=0),
    ]
    told = [(one.lifter, one.movement, len(one.entries)) for one in follow(entries)]
    assert told == [("anna", "rdl", 1), ("anna", "swing", 1), ("ben", "rdl", 1)]


def test_one_recording_is_no_change() -> None:
    """What was measured once has no difference."""
    (progress,) = follow([entry(1, 20.0), entry(2, 20.0, levels={})])
    assert all(math.isnan(course.difference) for course in progress.courses)
    assert not any(course.beyond_error for course in progress.courses)


def test_doubts_are_told() -> None:
    """Dates that are guessed, a camera that stood elsewhere and another model are said."""
    guessed = RecordingDate(datetime(2024, 1, 2), DateSource.MODIFIED)
    (progress,) = follow([entry(1, 20.0), entry(2, 20.0, made=guessed, yaw_deg=20.0, model="lite")])
    dates, camera, model = progress.notes
    assert dates == (
        "The date of 1 of 2 recordings is that of the file's last change, perhaps of its copying"
    )
    assert "0 to 20 degrees" in camera
    assert "pose model" in model
    (sure,) = follow([entry(1, 20.0), entry(2, 20.0)])
    assert sure.notes == ()
