import cv2
import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.rep import Phase
from hingecheck.report.kinogram import MOMENTS, kinogram_png, kinogram_stills
from hingecheck.report.stills import (
    CROWDED_GRID_PX,
    GRID_PX,
    Still,
    StillTaker,
    grid_stills,
    key_frame,
)
from tests.report.made_analysis import made_analysis
from tests.report.made_clip import made_frames

SIZE_PX = (360, 480)


def _taken(analysis, wanted) -> dict[Still, bytes]:
    taker = StillTaker(analysis, wanted)
    for frame in made_frames(*SIZE_PX, analysis.signals.time_s):
        before = frame.picture.copy()
        taker.take(frame)
        assert np.array_equal(frame.picture, before)
    return taker.taken


def _opened(jpeg: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)


def test_one_picture_per_phase() -> None:
    """Every phase of every full rep gets its picture, all of one size, the frame left as it was."""
    analysis = made_analysis(*SIZE_PX)
    wanted = grid_stills(analysis)
    assert set(wanted) == {(rep.number, p) for rep in analysis.full_reps for p in rep.phases}
    taken = _taken(analysis, wanted.values())
    assert set(taken) == set(wanted.values())
    sizes = {_opened(jpeg).shape for jpeg in taken.values()}
    assert len(sizes) == 1
    assert sizes.pop()[0] <= GRID_PX + 1


def test_the_turning_points_stand_for_their_phases() -> None:
    """Bottom and top show the very frame, other phases their middle."""
    rep = made_analysis().full_reps[0]
    assert key_frame(rep, Phase.BOTTOM) == rep.bottom
    assert key_frame(rep, Phase.TOP) == rep.top
    assert all(key_frame(rep, phase) in span for phase, span in rep.phases.items())


def test_many_reps_get_smaller_pictures() -> None:
    """A page with hundreds of reps still opens: its pictures are smaller."""
    analysis = made_analysis()
    reps = tuple(evolve(analysis.full_reps[0], number=n) for n in range(1, 202))
    sizes = {still.height_px for still in grid_stills(evolve(analysis, reps=reps)).values()}
    assert sizes == {CROWDED_GRID_PX}


def test_the_lifter_is_in_the_picture() -> None:
    """The cut-out follows the lifter: the drawn body is inside it, also at the picture's edge."""
    analysis = made_analysis(*SIZE_PX)
    still = Still(analysis.full_reps[0].bottom, 200)
    picture = _opened(_taken(analysis, [still])[still])
    white = (picture.astype(int).min(axis=2) > 225).sum()
    assert white > 200


def test_a_frame_that_was_not_analysed_is_passed_over() -> None:
    """Frames before or after the analysed stretch give no picture."""
    analysis = made_analysis(*SIZE_PX)
    taker = StillTaker(analysis, [Still(0, 100)])
    for frame in made_frames(*SIZE_PX, analysis.signals.time_s + 60):
        taker.take(frame)
    assert taker.taken == {}


def test_the_kinogram_goes_from_bottom_to_top() -> None:
    """Eight moments beside one another for the rep with most and the one with least."""
    analysis = made_analysis(*SIZE_PX)
    shown = kinogram_stills(analysis)
    assert 1 <= len(shown) <= 2
    for rep, stills in shown:
        assert (stills[0].frame, stills[-1].frame) == (rep.bottom, rep.top)
        assert len(stills) <= MOMENTS
    wanted = [still for _, stills in shown for still in stills]
    png = kinogram_png(analysis, _taken(analysis, wanted))
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture.shape[1] > picture.shape[0] / len(shown)


@pytest.mark.parametrize("pictures", [{}], ids=["none-taken"])
def test_no_kinogram_without_pictures(pictures) -> None:
    """Nothing is written where there is nothing to show."""
    assert kinogram_png(made_analysis(), pictures) is None
