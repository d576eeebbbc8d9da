import numpy as np
import pytest

from hingecheck.domain.outline import Outline

TRIANGLE = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]])
SQUARE = np.array([[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]])


def test_polygons_come_back_by_frame() -> None:
    """Polygons of different length, an unseen one among them, are packed and found again."""
    outline = Outline.from_polygons([TRIANGLE, np.empty((0, 2)), SQUARE])
    assert len(outline) == 3
    np.testing.assert_array_equal(outline.polygon_px(0), TRIANGLE)
    assert outline.polygon_px(1).shape == (0, 2)
    np.testing.assert_array_equal(outline.polygon_px(2), SQUARE)


def test_a_body_that_is_never_seen_has_no_points() -> None:
    """Only empty polygons make an outline of no points and all frames."""
    outline = Outline.from_polygons([np.empty((0, 2))] * 3)
    assert (len(outline), outline.points_px.shape) == (3, (0, 2))


@pytest.mark.parametrize(
    ("points", "start", "message"),
    [
        pytest.param(np.zeros((3, 3)), [0, 3], "shape", id="points-not-pairs"),
        pytest.param(np.zeros(4), [0, 4], "shape", id="points-flat"),
        pytest.param(TRIANGLE, [], "begin with 0", id="no-starts"),
        pytest.param(TRIANGLE, [1, 3], "begin with 0", id="first-start-not-0"),
        pytest.param(TRIANGLE, [[0, 3]], "begin with 0", id="starts-not-flat"),
        pytest.param(TRIANGLE, [0, 2, 1, 3], "must not fall", id="starts-fall"),
        pytest.param(TRIANGLE, [0, 2], "must not fall", id="points-left-over"),
        pytest.param(TRIANGLE, [0, 4], "must not fall", id="points-missing"),
    ],
)
def test_a_broken_packing_is_refused(points, start, message) -> None:
    """Points and starts that do not fit together never become an outline."""
    with pytest.raises(ValueError, match=message):
        Outline(points_px=points, start=np.array(start, dtype=np.int64))


def test_points_that_come_half_as_precise_stay_so() -> None:
    """They fill half the memory, and a polygon of them is as precise as any other array."""
    outline = Outline.from_polygons([TRIANGLE.astype(np.float32), SQUARE.astype(np.float32)])
    assert outline.points_px.dtype == np.float32
    assert outline.polygon_px(1).dtype == np.float64
    np.testing.assert_array_equal(outline.polygon_px(1), SQUARE)
    given = TRIANGLE.astype(np.float32)
    kept = Outline(points_px=given, start=[0, 3])
    given[:] = 9.0
    np.testing.assert_array_equal(kept.polygon_px(0), TRIANGLE)
