import math

import attrs
import numpy as np
import pytest

from hingecheck.domain.view import View
from hingecheck.report.film_view import median_yaw_deg, view_in_words
from tests.report.made_analysis import made_analysis


def _turned(yaw_deg: float, u_deg: float = 5.0) -> View:
    view = made_analysis().view
    return attrs.evolve(view, yaw_deg=np.array([np.nan, yaw_deg, yaw_deg]), yaw_u_deg=u_deg)


def test_the_median_passes_over_unseen_frames() -> None:
    """NaN frames do not hide the others."""
    assert median_yaw_deg(_turned(12.0)) == 12.0


def test_a_yaw_that_was_never_seen_is_nan() -> None:
    """No number is made up, and no warning is raised."""
    assert math.isnan(median_yaw_deg(_turned(math.nan)))


@pytest.mark.parametrize(
    ("yaw_deg", "words"),
    [
        (12.0, "from the right side (12° ± 5° to the front)"),
        (-20.0, "from the right side (20° ± 5° to the rear)"),
        (170.0, "from the right side (10° ± 5° to the front)"),
        (math.nan, "from the right side (camera angle not measurable)"),
    ],
)
def test_the_view_is_told_as_the_angle_off_the_side(yaw_deg: float, words: str) -> None:
    """Either side view is 0; the end of the person that comes into view is named."""
    assert view_in_words(_turned(yaw_deg)) == words


def test_an_unknown_error_is_left_out() -> None:
    """The words hold no `nan`."""
    assert view_in_words(_turned(3.0, math.nan)) == "from the right side (3° to the front)"
