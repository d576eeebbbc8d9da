import math

import attrs
import numpy as np
import pytest

from hingecheck.domain.view import Side, View, ViewStretch
from hingecheck.report.film_view import median_yaw_deg, view_in_words, views_in_words
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
        (80.0, "from the front"),
        (-100.0, "from behind"),
        (math.nan, "from the right side (camera angle not measurable)"),
    ],
)
def test_the_view_is_told_as_the_angle_off_the_side(yaw_deg: float, words: str) -> None:
    """Either side view is 0; the end of the person that comes into view is named."""
    assert view_in_words(_turned(yaw_deg)) == words


def test_an_unknown_error_is_left_out() -> None:
    """The words hold no `nan`."""
    assert view_in_words(_turned(3.0, math.nan)) == "from the right side (3° to the front)"


def test_every_view_of_a_clip_is_told_with_its_time() -> None:
    """Who turns reads which stretch was seen from where; a stretch without a lifter is left out."""
    yaw_deg = [40.0] * 10 + [85.0] * 10 + [math.nan] * 10 + [-5.0] * 10
    sides = (Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT)
    stretches = tuple(
        ViewStretch(10 * place, 10 * place + 10, side, 1, 100.0, 300.0)
        for place, side in enumerate(sides)
    )
    view = View(yaw_deg, 7.0, Side.RIGHT, 1, 300.0, stretches=stretches)
    assert view_in_words(view) == "from 3 places"
    assert views_in_words(view, np.arange(40.0).tolist()) == (
        "0-9 s from the right side (40° to the front), 10-19 s from the front, "
        "30-39 s from the left side (5° to the rear)"
    )


def test_one_view_needs_no_list() -> None:
    """The words for the whole recording say it already."""
    assert views_in_words(_turned(12.0), [0.0, 1.0, 2.0]) == ""
