"""Frames between two looks: where the body is in them."""

import numpy as np
import numpy.typing as npt

from hingecheck.capture.between_looks import filled
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark

EVERY = np.arange(0, 61, 4)
TIME_S = np.arange(61) / 120
NO_CUTS = np.empty(0, dtype=np.int64)


def body(x: npt.ArrayLike) -> npt.NDArray[np.float32]:
    """(N, K, 6) a lifter of 100 pixels' trunk at places across."""
    places = np.asarray(x, dtype=np.float32)
    made = np.zeros((len(places), LANDMARK_COUNT, 6), dtype=np.float32)
    made[:, :, 0] = places[:, None]
    made[:, [Landmark.LEFT_HIP, Landmark.RIGHT_HIP], 1] = 100.0
    return made


def test_every_frame_looked_at_is_left_as_it_is() -> None:
    """Nothing is filled where there is nothing between."""
    seen = body(TIME_S)
    assert filled(seen, np.arange(61), TIME_S, NO_CUTS) is seen


def test_a_smooth_way_is_found_again() -> None:
    """A hip that swings by 80 pixels is found within half a pixel, and the looks are exact."""
    true = body(80 * np.sin(2 * np.pi * 0.7 * TIME_S))
    found = filled(true[EVERY], EVERY, TIME_S, NO_CUTS)
    np.testing.assert_array_equal(found[EVERY], true[EVERY])
    np.testing.assert_allclose(found, true, atol=0.5)


def test_nothing_goes_beyond_its_neighbours() -> None:
    """A step stays a step: no overshoot makes a lockout that nobody did."""
    x = np.where(EVERY < 30, 0.0, 40.0)
    found = filled(body(x), EVERY, TIME_S, NO_CUTS)[:, 0, 0]
    assert found.min() == 0
    assert found.max() == 40
    assert np.all(np.diff(found) >= 0)


def test_a_jump_to_somebody_else_stays_a_jump() -> None:
    """No ghost stands half-way between two people: each frame has the nearer look's places."""
    x = np.where(EVERY < 30, 0.0, 400.0)
    found = filled(body(x), EVERY, TIME_S, NO_CUTS)[:, 0, 0]
    assert sorted(set(found.tolist())) == [0, 400]
    assert np.argmax(found > 0) == 31  # the looks were at 28 and 32


def test_nothing_is_mixed_across_a_cut() -> None:
    """Before a cut a frame has the places of the look before, after it those of the new scene."""
    x = np.where(EVERY < 30, 0.0, 20.0)
    found = filled(body(x), EVERY, TIME_S, np.array([32]))[:, 0, 0]
    assert found[:32].max() == 0
    assert found[32:].min() == 20


def test_who_was_not_seen_is_not_made_up() -> None:
    """Between a look that saw somebody and one that did not nobody is seen."""
    seen = body(TIME_S[EVERY])
    seen[5] = np.nan
    found = np.isfinite(filled(seen, EVERY, TIME_S, NO_CUTS)[:, 0, 0])
    assert np.flatnonzero(~found).tolist() == list(range(17, 24))


def test_after_the_last_look_the_places_are_held() -> None:
    """A recording that ends between two looks keeps its lifter to the end."""
    x = 10 * TIME_S[EVERY[:-1]]
    found = filled(body(x), EVERY[:-1], TIME_S, NO_CUTS)[:, 0, 0]
    assert set(found[57:].tolist()) == {found[56]}


def test_nobody_anywhere() -> None:
    """An empty room stays empty."""
    nobody = np.full_like(body(TIME_S[EVERY]), np.nan)
    assert np.isnan(filled(nobody, EVERY, TIME_S, NO_CUTS)).all()
