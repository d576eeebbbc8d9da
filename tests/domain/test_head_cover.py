"""Where faces may be."""

import numpy as np
import pytest

from hingecheck.domain.head_cover import HeadCover


def test_a_frame_without_circles_is_allowed() -> None:
    """No head at all is an empty (0, 3) array, and what is given cannot be changed afterwards."""
    cover = HeadCover([0.0, 0.1], ([], [[1.0, 2.0, 3.0]]))
    assert [circles.shape for circles in cover.circles_px] == [(0, 3), (1, 3)]
    with pytest.raises(ValueError, match="read-only"):
        cover.circles_px[1][0] = 0.0


def test_every_frame_has_its_circles() -> None:
    """A frame without an entry would show a face."""
    with pytest.raises(ValueError, match="circles_px has 1 frames"):
        HeadCover(np.arange(2.0), ([],))
