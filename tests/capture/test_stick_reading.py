"""A stick is read off a picture, and nothing else is."""

import numpy as np
import pytest

from hingecheck.analysis.stick_finding import LEAST_SUPPORT
from hingecheck.capture.stick_reading import read_bar
from hingecheck.domain.stick_looks import STICK_STATIONS
from tests.synthetic.stick import HIP, SHOULDER, STICK_PX, picture_of

ON_BACK = (STICK_STATIONS > 0.5) & (STICK_STATIONS < 1.0)


def _read(picture):
    return read_bar(picture, HIP, SHOULDER, 1)


@pytest.mark.parametrize("gap_px", [0.0, 12.0, 25.0])
def test_a_stick_is_found_where_it_is(gap_px) -> None:
    """Its edge toward the body, its thickness and the gap, to two pixels of a trunk of 150."""
    bar = _read(picture_of(gap_px))
    assert bar is not None
    assert bar.support > LEAST_SUPPORT
    np.testing.assert_allclose(bar.ends_px[:, 0], 260 - gap_px, atol=2)
    assert bar.width_px == pytest.approx(STICK_PX, abs=2)
    np.testing.assert_allclose(bar.gap_px[ON_BACK], gap_px, atol=2)


def test_mirrored_it_is_the_same() -> None:
    """A lifter who faces left has the same stick on the other side."""
    one = _read(picture_of(12.0))
    other = read_bar(
        np.ascontiguousarray(picture_of(12.0)[:, ::-1]),
        HIP * [-1, 1] + [599, 0],
        SHOULDER * [-1, 1] + [599, 0],
        -1,
    )
    assert one is not None
    assert other is not None
    assert other.support == pytest.approx(one.support, abs=0.05)
    np.testing.assert_allclose(599 - other.ends_px[:, 0], one.ends_px[:, 0], atol=1)


@pytest.mark.parametrize(
    "picture",
    [picture_of(None), picture_of(None, texture=25.0), np.zeros((600, 600, 3), dtype=np.uint8)],
    ids=["straight-back", "busy", "black"],
)
def test_where_there_is_no_stick_there_is_no_support(picture) -> None:
    """The edge of a back, a busy wall and a black picture have none to speak of."""
    bar = _read(picture)
    assert bar is None or bar.support < LEAST_SUPPORT


def test_a_hand_over_the_stick_hides_the_gap_there() -> None:
    """Where the stick is covered nothing is told; beside the hand it is."""
    bar = _read(picture_of(12.0, hand=True))
    assert bar is not None
    held = (STICK_STATIONS > 0.2) & (STICK_STATIONS < 0.35)
    assert np.isnan(bar.gap_px[held]).all()
    assert np.isfinite(bar.gap_px[ON_BACK]).all()


def test_a_body_like_the_wall_is_not_measured() -> None:
    """Where the gap never ends there is no body to be told from the wall."""
    picture = picture_of(12.0)
    picture[:, 252:] = picture[:, 150:151]
    bar = _read(picture)
    assert bar is not None
    assert np.isnan(bar.gap_px[ON_BACK]).all()
