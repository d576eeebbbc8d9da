import numpy as np
import pytest

from hingecheck.report.overlay import draw
from hingecheck.report.overlay.layout import body_points
from tests.report.made_analysis import made_analysis
from tests.report.notebook_canvas import NotebookCanvas
from tests.report.overlay.drawn import scene_of, unseen, with_joints

SIZES = [(480, 854), (854, 480), (600, 600), (1080, 1920), (1920, 1080), (360, 480)]


@pytest.mark.parametrize("size_px", SIZES)
@pytest.mark.parametrize("facing", [1, -1])
def test_panels_and_words_stay_in_the_picture(size_px: tuple[int, int], facing: int) -> None:
    """Nothing that is to be read is cut off, in any frame."""
    analysis = made_analysis(*size_px, facing=facing)
    scene = scene_of(analysis)
    for frame in range(0, 120, 7):
        canvas = NotebookCanvas()
        draw(canvas, scene, frame)
        for box in canvas.boxes:
            assert min(box.left, box.top) >= -1
            assert box.right <= size_px[0] + 1
            assert box.bottom <= size_px[1] + 1


@pytest.mark.parametrize("size_px", SIZES)
def test_panels_do_not_cover_each_other(size_px: tuple[int, int]) -> None:
    """The counter and the verdicts stand apart."""
    layout = scene_of(made_analysis(*size_px)).layout
    head, verdicts = layout.head, layout.verdicts
    beside = head.right <= verdicts.left or verdicts.right <= head.left
    assert beside or head.bottom <= verdicts.top or verdicts.bottom <= head.top


@pytest.mark.parametrize("shift", [-0.3, 0.3])
def test_panels_avoid_the_lifter(shift: float) -> None:
    """In a wide picture with the lifter to one side, the panels stand on the other."""
    analysis = made_analysis(1280, 720)
    moved = with_joints(analysis, analysis.pose.joints_px + np.array([shift * 1280, 0.0]))
    scene = scene_of(moved)
    body = body_points(scene.joints_px, scene.trunk_px, np.nan)
    head = scene.layout.head
    hidden = (body[:, 0] > head.left) & (body[:, 0] < head.right)
    assert not hidden.any()


def test_letters_grow_with_the_picture() -> None:
    """On 480 px letters have 17 px, on 1080 px they fill the same share."""
    small, large = scene_of(made_analysis(480, 854)), scene_of(made_analysis(1080, 1920))
    assert small.sizes.text_px == 17
    assert large.sizes.text_px / 1080 == pytest.approx(small.sizes.text_px / 480, rel=0.03)


@pytest.mark.parametrize("size_px", SIZES)
def test_draws_where_nothing_was_seen(size_px: tuple[int, int]) -> None:
    """NaN everywhere leaves the panels and draws no bone."""
    scene = scene_of(unseen(made_analysis(*size_px)))
    canvas = NotebookCanvas()
    for frame in range(120):
        draw(canvas, scene, frame)
    assert canvas.starting("line") + canvas.starting("dot") + canvas.starting("dashes") == []
    assert canvas.starting("panel") != []


def test_survives_scattered_holes() -> None:
    """Any point may be unseen in any frame; no layer asks a canvas for an unseen place."""
    analysis = made_analysis()
    rng = np.random.default_rng(1)
    joints = analysis.pose.joints_px.copy()
    joints[rng.random(joints.shape[:2]) < 0.4] = np.nan
    scene, canvas = scene_of(with_joints(analysis, joints)), NotebookCanvas()
    for frame in range(120):
        draw(canvas, scene, frame)
    assert canvas.starting("line body") != []


def test_never_shows_the_file_name() -> None:
    """A shared video does not tell how its file was called."""
    analysis = made_analysis()
    scene, canvas = scene_of(analysis), NotebookCanvas()
    for frame in range(120):
        draw(canvas, scene, frame)
    assert not any("private" in entry for entry in canvas.entries)
