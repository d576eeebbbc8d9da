import math

import pytest

from hingecheck.domain.view import Side, View


def _view(yaw_deg, facing=1) -> View:
    return View(yaw_deg, 7.0, Side.LEFT, facing, 500.0)


@pytest.mark.parametrize("facing", [0, 2, -2])
def test_facing_is_right_or_left(facing) -> None:
    """Anything but +1 and -1 would bend every sign that follows."""
    with pytest.raises(ValueError, match="facing must be 1 or -1"):
        _view([0.0], facing)


def test_the_typical_yaw_is_a_median_of_what_was_seen() -> None:
    """Unseen frames and one wild frame do not move it."""
    view = _view([math.nan, 10.0, 12.0, 14.0, 170.0, 11.0])
    assert view.typical_yaw_deg == 12.0
    assert view.yaw_during(slice(1, 3)) == 11.0


def test_a_lifter_who_is_never_seen_has_no_yaw() -> None:
    """All unseen is NaN, not zero: zero would be a perfect side view."""
    assert math.isnan(_view([math.nan, math.nan]).typical_yaw_deg)
    assert math.isnan(_view([math.nan, 3.0]).yaw_during(slice(0, 1)))
