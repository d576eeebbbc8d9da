import numpy as np
import pytest

from hingecheck.report.canvas import Anchor, Box
from hingecheck.report.ink import VERDICT_INK, Ink
from hingecheck.report.opencv_canvas import _COLOUR, OpenCvCanvas
from hingecheck.report.overlay import draw
from tests.report.made_analysis import made_analysis
from tests.report.overlay.drawn import scene_of, unseen


def _grey(height: int = 100, width: int = 100) -> np.ndarray:
    return np.full((height, width, 3), 128, dtype=np.uint8)


def test_every_ink_has_a_colour() -> None:
    """A new ink cannot be forgotten."""
    assert set(_COLOUR) == set(Ink)


@pytest.mark.parametrize("ink", [*VERDICT_INK.values(), Ink.TEXT, Ink.QUIET])
@pytest.mark.parametrize("level", [0, 255])
def test_words_on_a_panel_can_be_read(ink: Ink, level: int) -> None:
    """Contrast is at least 4.5 to 1 (WCAG 2.2, 1.4.3) on a panel over black and over white."""
    picture = np.full((4, 4, 3), level, dtype=np.uint8)
    OpenCvCanvas(picture).panel(Box(0, 0, 4, 4))
    lighter, darker = _luminance(_COLOUR[ink]), _luminance(tuple(picture[0, 0]))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(bgr: tuple[int, ...]) -> float:
    share = np.array(bgr[::-1]) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def test_a_line_is_where_it_is_said_to_be() -> None:
    """A level line through pixel coordinates covers them, with a dark edge, and nothing else."""
    picture = _grey()
    OpenCvCanvas(picture).line(np.array([[10.0, 50.5], [90.0, 50.5]]), Ink.BODY, 3)
    assert tuple(picture[50, 50]) == _COLOUR[Ink.BODY]
    assert picture[47:49, 50].min() < 100
    assert np.all(picture[:40] == 128)


@pytest.mark.parametrize("anchor", list(Anchor))
def test_words_that_leave_the_picture_are_cut(anchor: Anchor) -> None:
    """Writing over any edge draws the part that is inside and does not fail."""
    for place in [(-5.0, 0.0), (99.0, 99.0), (50.0, -100.0), (-500.0, 50.0), (50.0, 50.0)]:
        picture = _grey()
        OpenCvCanvas(picture).words("hands", place, Ink.TEXT, 20, anchor)
        inside = place == (50.0, 50.0)
        assert picture.shape == (100, 100, 3)
        assert not inside or picture.max() == 255


def test_places_far_outside_are_harmless() -> None:
    """A landmark guessed a mile away does not wrap round into the picture."""
    picture = _grey()
    canvas = OpenCvCanvas(picture)
    canvas.line(np.array([[-1e9, -1e9], [-1e8, -1e9]]), Ink.BODY, 3)
    canvas.dot(np.array([1e9, 1e9]), Ink.BODY, 5)
    canvas.panel(Box(1e6, 1e6, 10, 10))
    assert np.all(picture == 128)


def test_draws_all_frames_of_an_analysis() -> None:
    """Every frame changes the picture; an analysis full of NaN draws its panels only."""
    for analysis in (made_analysis(), unseen(made_analysis())):
        scene = scene_of(analysis)
        for frame in range(0, 120, 10):
            picture = _grey(854, 480)
            draw(OpenCvCanvas(picture), scene, frame)
            assert np.any(picture != 128)
