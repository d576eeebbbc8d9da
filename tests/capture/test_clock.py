import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecheck.capture.clock import Clock

STAMPS_S = st.floats(-1e6, 1e6) | st.sampled_from([math.nan, math.inf, -math.inf])


def test_true_stamps_pass_unchanged_from_the_first_frame_on() -> None:
    """A variable frame rate is kept; only the file's own origin is taken off."""
    clock = Clock(30.0)
    assert [clock.tick(stamp) for stamp in (5.0, 5.02, 5.5, 5.51)] == pytest.approx(
        [0.0, 0.02, 0.5, 0.51]
    )
    assert clock.repaired == 0


@pytest.mark.parametrize(
    "bad_s",
    [math.nan, math.inf, 10.1, 10.05, 0.0, 80.0],
    ids=["nan", "inf", "repeat", "back", "far", "leap"],
)
def test_a_bad_stamp_is_replaced_by_a_nominal_frame_and_counted(bad_s: float) -> None:
    """Missing, repeated, back, far ahead: the one before plus a frame; then the file's own."""
    clock = Clock(25.0)
    times = [clock.tick(stamp) for stamp in (10.0, 10.1, bad_s, 10.2)]
    assert times == pytest.approx([0.0, 0.1, 0.14, 0.2])
    assert clock.repaired == 1


def test_a_hole_between_two_films_is_closed() -> None:
    """After a leap that lasts, the file's own steps count again."""
    clock = Clock(25.0)
    times = [clock.tick(stamp) for stamp in (0.0, 0.1, 900.0, 900.2, 900.25, 900.5)]
    assert times == pytest.approx([0.0, 0.1, 0.14, 0.34, 0.39, 0.64])
    assert clock.repaired == 1


def test_pictures_that_are_days_apart_are_not_believed() -> None:
    """Where every stamp leaps, all frames but the first are counted as repaired."""
    clock = Clock(25.0)
    times = [clock.tick(8_355_711.5 * index) for index in range(4)]
    assert times == pytest.approx([0.0, 0.04, 0.08, 0.12])
    assert clock.repaired == 3


def test_a_file_without_stamps_runs_at_its_own_rate() -> None:
    """Where every stamp is missing, all frames but the first are counted as repaired."""
    clock = Clock(50.0)
    assert [clock.tick(math.nan) for _ in range(4)] == pytest.approx([0.0, 0.02, 0.04, 0.06])
    assert clock.repaired == 3


@pytest.mark.parametrize("claim", [0.0, -30.0, math.nan, math.inf, 0.5, 90_000.0])
def test_a_nonsense_rate_is_not_believed(claim: float) -> None:
    """A lying header's rate is replaced by 30 frames a second."""
    assert Clock(claim).period_s == pytest.approx(1 / 30)


@given(st.lists(STAMPS_S, min_size=1, max_size=40), st.floats(allow_nan=True))
def test_time_never_stops_or_runs_back(stamps_s: list[float], claim: float) -> None:
    """Whatever the file says, time starts at 0 and rises from frame to frame."""
    clock = Clock(claim)
    times = [clock.tick(stamp) for stamp in stamps_s]
    assert times[0] == 0.0
    assert np.all(np.diff(times) > 0)
    assert np.all(np.isfinite(times))
