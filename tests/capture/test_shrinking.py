import numpy as np
import pytest

from hingecheck.capture.shrinking import LONG_SIDE_PX, shrunk


@pytest.mark.parametrize(
    ("size", "small", "scale"),
    [
        pytest.param((480, 854), (480, 854), 1, id="small"),
        pytest.param((720, 1280), (720, 1280), 1, id="720p"),
        pytest.param((1920, 1080), (960, 540), 2, id="1080p-upright"),
        pytest.param((2160, 3840), (540, 960), 4, id="4k"),
        pytest.param((1600, 1000), (1280, 800), 1.25, id="too-small-to-halve"),
        pytest.param((1350, 1080), (675, 540), 2, id="4-to-5"),
        pytest.param((1, 2560), (1, 1280), 2, id="a-line"),
    ],
)
def test_large_pictures_are_shrunk(
    size: tuple[int, int], small: tuple[int, int], scale: float
) -> None:
    """Until their long side is at the limit; small ones are the very same picture."""
    picture = np.zeros((*size, 3), dtype=np.uint8)
    made, found = shrunk(picture)
    assert (made.shape[:2], found) == (small, scale)
    assert max(made.shape) <= LONG_SIDE_PX
    assert (made is picture) == (scale == 1)
