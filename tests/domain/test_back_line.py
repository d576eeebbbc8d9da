import numpy as np
import pytest

from hingecheck.domain.back_line import BackLine


@pytest.mark.parametrize(
    ("stations", "points", "message"),
    [
        pytest.param(4, (2, 5, 2), "station", id="stations-missing"),
        pytest.param(5, (2, 4, 2), "points_px", id="points-missing"),
        pytest.param(5, (3, 5, 2), "points_px", id="frames-differ"),
    ],
)
def test_a_back_line_that_does_not_fit_together_is_refused(stations, points, message) -> None:
    """Depth says how many frames and stations there are; the rest must follow."""
    with pytest.raises(ValueError, match=message):
        BackLine(np.zeros(stations), np.zeros((2, 5)), np.zeros(points))
