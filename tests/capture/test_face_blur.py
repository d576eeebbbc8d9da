"""Faces made unrecognisable in single pictures."""

import numpy as np
import pytest

from hingecheck.capture.face_blur import CELLS, blurred
from hingecheck.domain.frame import Frame
from hingecheck.domain.head_cover import HeadCover

SIZE = (120, 160)  # height and width
RADIUS_PX = 25.0


def noise() -> np.ndarray:
    """A picture in which every pixel differs from its neighbours."""
    return np.random.default_rng(1).integers(0, 256, (*SIZE, 3), dtype=np.uint8)


def hidden(picture: np.ndarray, circles: list[tuple[float, float, float]]) -> np.ndarray:
    """One picture with its circles hidden."""
    cover = HeadCover([0.0], (circles,))
    (frame,) = blurred([Frame(0, 0.0, picture)], cover)
    return frame.picture


def detail(picture: np.ndarray) -> float:
    """How much neighbouring pixels differ."""
    return float(np.abs(np.diff(picture.astype(float), axis=1)).mean())


def inside(x: float, y: float, radius_px: float) -> np.ndarray:
    """(H, W) the pixels of a circle."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]] + 0.5
    return np.hypot(columns - x, rows - y) <= radius_px


def test_nothing_finer_than_a_cell_survives_in_the_circle() -> None:
    """Inside, neighbours differ no more than the means of a fifth of a head do; outside, all stays.

    A face needs more than five cells across to be known.
    """
    assert CELLS <= 5
    picture = noise()
    made = hidden(picture, [(80.0, 60.0, RADIUS_PX)])
    head = inside(80.0, 60.0, RADIUS_PX)
    assert np.array_equal(made[~head], picture[~head])
    assert detail(made[50:70, 70:90]) < 0.03 * detail(picture)
    assert made[head].std() < 0.2 * picture[head].std()


@pytest.mark.parametrize("at", [(0.0, 0.0), (155.0, 118.0), (-10.0, 60.0)])
def test_a_head_at_the_edge_is_hidden_as_far_as_it_shows(at: tuple[float, float]) -> None:
    """A circle that leaves the picture covers what is left of it."""
    picture = noise()
    made = hidden(picture, [(*at, RADIUS_PX)])
    head = inside(*at, RADIUS_PX)
    assert np.array_equal(made[~head], picture[~head])
    assert np.mean(made[head] == picture[head]) < 0.1


def test_a_head_outside_the_picture_changes_nothing() -> None:
    """A face that is not shown needs no cover."""
    picture = noise()
    assert np.array_equal(hidden(picture, [(-90.0, 500.0, RADIUS_PX)]), picture)


def test_several_heads(recwarn: pytest.WarningsRecorder) -> None:
    """Each is hidden, also where they overlap."""
    picture = noise()
    circles = [(40.0, 60.0, 20.0), (55.0, 60.0, 20.0), (120.0, 30.0, 3.0)]
    made = hidden(picture, circles)
    heads = np.any([inside(*circle) for circle in circles], axis=0)
    assert np.array_equal(made[~heads], picture[~heads])
    assert detail(made[55:65, 30:70]) < 0.1 * detail(picture)
    assert not recwarn


@pytest.mark.parametrize("circle", [(9.0, 9.0, np.inf), (np.nan, np.nan, 20.0)])
def test_a_face_that_may_be_anywhere_hides_the_whole_picture(
    circle: tuple[float, float, float],
) -> None:
    """Where nothing is known, nothing is shown."""
    assert detail(hidden(noise(), [circle])) < 0.03 * detail(noise())


def test_a_frame_that_nobody_knows_is_hidden() -> None:
    """A picture at another time than any that was looked at shows nothing."""
    cover = HeadCover([0.0, 0.1], ([], []))
    known, unknown = blurred([Frame(0, 0.1, noise()), Frame(1, 0.15, noise())], cover)
    assert np.array_equal(known.picture, noise())
    assert detail(unknown.picture) < 0.03 * detail(noise())


def test_the_given_picture_is_left_alone() -> None:
    """What is hidden is a copy."""
    picture = noise()
    hidden(picture, [(80.0, 60.0, RADIUS_PX)])
    assert np.array_equal(picture, noise())
