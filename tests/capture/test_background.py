import numpy as np
import pytest

from hingecheck.capture.background import NOWHERE, Backdrop, wandered

RNG = np.random.default_rng(3)
WALL = np.kron(RNG.uniform(40, 200, (24, 40)), np.ones((5, 5)))
FREE = np.ones((100, 160), dtype=np.bool_)


def backdrop(right: float = 0.0, down: float = 0.0, noise: float = 0.0) -> Backdrop:
    """The wall as a camera sees it that has moved by so many pixels."""
    rows, columns = np.arange(100) + 10 - down, np.arange(160) + 20 - right
    first = np.array([np.interp(columns, np.arange(200), row) for row in WALL])
    grey = np.array([np.interp(rows, np.arange(120), column) for column in first.T]).T
    return Backdrop(grey + np.random.default_rng(5).normal(0, noise, grey.shape), FREE)


@pytest.mark.parametrize(("right", "down"), [(0.4, 0.0), (-1.5, 0.8), (3.0, -2.0)])
def test_a_camera_that_moves_is_followed(right: float, down: float) -> None:
    """Also by parts of a pixel."""
    found = wandered(backdrop(), backdrop(right, down, noise=1.0), np.zeros(2))
    np.testing.assert_allclose(found, (right, down), atol=0.15)


def test_noise_moves_nothing() -> None:
    """A still camera in a dark room stays still."""
    found = wandered(backdrop(), backdrop(noise=4.0), NOWHERE)
    np.testing.assert_allclose(found, 0, atol=0.05)


def test_a_lamp_that_flickers_moves_nothing() -> None:
    """The whole picture gets brighter, and stays where it is."""
    brighter = Backdrop(backdrop().grey + 20, FREE)
    np.testing.assert_allclose(wandered(backdrop(), brighter, NOWHERE), 0, atol=0.05)


def test_a_passer_by_moves_no_camera() -> None:
    """A fifth of the picture goes elsewhere."""
    grey = backdrop().grey.copy()
    grey[:, 30:62] = backdrop(right=2.0).grey[:, 30:62]
    np.testing.assert_allclose(wandered(backdrop(), Backdrop(grey, FREE), NOWHERE), 0, atol=0.05)


def test_a_wall_without_a_pattern_tells_nothing() -> None:
    """Neither still nor moving is said of it."""
    plain = Backdrop(np.full((100, 160), 90.0), FREE)
    assert np.isnan(wandered(plain, plain, NOWHERE)).all()


def test_where_the_lifter_is_nobody_looks() -> None:
    """A picture full of lifter tells nothing of the camera."""
    hidden = Backdrop(backdrop().grey, ~FREE)
    assert np.isnan(wandered(hidden, hidden, NOWHERE)).all()
