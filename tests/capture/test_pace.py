"""How many looks a second a recording gets."""

import pytest

from hingecheck.capture.pace import LONGEST_S, Pace, expected_looks


def paced(time_s: list[float], slowed: float = 1.0) -> list[int]:
    """Which frames are looked at."""
    pace = Pace(slowed)
    for one in time_s:
        pace.count(one, looked=pace.is_due(one))
    assert pace.time_s == time_s
    return pace.look


@pytest.mark.parametrize(
    ("fps", "step"), [(24, 1), (30, 1), (50, 1), (59.94, 2), (60, 2), (90, 3), (120, 4), (240, 8)]
)
def test_a_swing_gets_as_many_looks_as_it_needs(fps: float, step: int) -> None:
    """At 30 frames a second every frame is looked at, at 240 every eighth."""
    look = paced([index / fps for index in range(100)])
    assert look == list(range(0, 100, step))
    assert step == 1 or step / fps <= LONGEST_S < (step + 1) / fps
    assert expected_looks(100, 1 / fps) == len(look)


def test_stamps_in_whole_milliseconds_do_no_harm() -> None:
    """60 frames a second with rounded time stamps are looked at every second time."""
    assert paced([round(index / 60, 3) for index in range(60)]) == list(range(0, 60, 2))


def test_where_pictures_come_late_none_is_left_out() -> None:
    """A phone that drops to 30 frames a second in the dark is looked at in each of them."""
    quick = [index / 60 for index in range(31)]
    slow = [quick[-1] + (index + 1) / 30 for index in range(10)]
    look = paced(quick + slow)
    assert look[-10:] == list(range(31, 41))


def test_slow_motion_is_looked_at_in_the_lifters_own_time() -> None:
    """A film that plays eight times slower than it was filmed gets an eighth of the looks."""
    assert paced([index / 30 for index in range(80)], slowed=8.0) == list(range(0, 80, 8))


def test_a_film_that_runs_too_quickly_is_looked_at_in_every_frame() -> None:
    """Time lapse leaves nothing to be spared."""
    assert paced([index / 30 for index in range(20)], slowed=0.1) == list(range(20))
