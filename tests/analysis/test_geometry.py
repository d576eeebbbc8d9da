import numpy as np
import pytest

from hingecheck.analysis.geometry import ahead_of_line, bend_deg, inclination_deg, wrapped_deg

ORIGIN = np.zeros((1, 2))


def _at(angle_deg, length=1.0):
    radians = np.radians(angle_deg)
    return length * np.array([[np.sin(radians), np.cos(radians)]])


@pytest.mark.parametrize("angle", [0.0, 30.0, 90.0, 150.0, -45.0, -120.0])
def test_inclination_counts_from_upright_forward(angle) -> None:
    """0 is straight up, forward is positive, whatever the segment's length."""
    assert inclination_deg(ORIGIN, _at(angle, 3.7))[0] == pytest.approx(angle)


@pytest.mark.parametrize(
    ("angle", "lowest", "wrapped"),
    [(190.0, -180.0, -170.0), (-190.0, -180.0, 170.0), (-130.0, -120.0, 230.0), (0.0, -120.0, 0.0)],
)
def test_wrapping_starts_at_the_lowest(angle, lowest, wrapped) -> None:
    """Angles a whole turn apart are one angle."""
    assert wrapped_deg(np.array([angle]), lowest)[0] == pytest.approx(wrapped)


@pytest.mark.parametrize("bend", [0.0, 20.0, 90.0, 170.0])
@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("turned", [0.0, 77.0, -140.0])
def test_bend_is_never_negative(bend, side, turned) -> None:
    """0 is straight; to which side it bends, and how it lies in the plane, does not matter."""
    first, last = _at(turned + 180.0), _at(turned + side * bend, 0.6)
    assert bend_deg(first, ORIGIN, last)[0] == pytest.approx(bend, abs=1e-9)


def test_ahead_of_a_line_is_signed() -> None:
    """In front of a line that runs up is positive, by its distance, wherever along the line."""
    line = ORIGIN, np.array([[0.0, 2.0]])
    assert ahead_of_line(np.array([[0.3, 5.0]]), *line)[0] == pytest.approx(0.3)
    assert ahead_of_line(np.array([[-0.2, 1.0]]), *line)[0] == pytest.approx(-0.2)


def test_a_line_without_length_has_no_front() -> None:
    """NaN, not a division by zero."""
    assert np.isnan(ahead_of_line(_at(10.0), ORIGIN, ORIGIN)[0])


def test_nan_travels() -> None:
    """An unseen point makes an unseen angle and an unseen distance."""
    unseen = np.full((1, 2), np.nan)
    seen = _at(20.0)
    assert np.isnan(inclination_deg(unseen, seen)[0])
    assert np.isnan(bend_deg(seen, unseen, ORIGIN)[0])
    assert np.isnan(ahead_of_line(unseen, ORIGIN, seen)[0])
