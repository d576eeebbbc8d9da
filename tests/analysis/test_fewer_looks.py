"""Recordings of many frames a second, of which only some are looked at."""

import numpy as np
import pytest
from attrs import evolve

import hingecheck
from hingecheck.analysis.film.framing import cut_offs
from hingecheck.analysis.gating import MIN_FPS
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.looked import looked_at
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.posture import HINGE_BOTTOM

QUICK = {60.0: 2, 120.0: 4, 240.0: 8}


def told(track: PoseTrack) -> list[tuple[str, Verdict]]:
    """Every verdict of every rep."""
    return [(one.code, one.verdict) for one in hingecheck.judge(track).findings]


@pytest.mark.parametrize(("fps", "step"), QUICK.items())
def test_reps_and_verdicts_stay(fps: float, step: int) -> None:
    """A swing of 60 to 240 frames a second is told the same from 30 looks a second."""
    every = filmed(swing(2), Film(fps=fps))
    some = looked_at(every, step)
    assert some.looks_hz >= MIN_FPS[Movement.SWING]
    assert told(some) == told(every)
    reps, fewer = (hingecheck.judge(track).reps for track in (every, some))
    for rep, other in zip(reps, fewer, strict=True):
        for event in ("bottom", "top"):
            assert getattr(rep, event) == pytest.approx(getattr(other, event), abs=step)


def test_the_back_is_read_as_often_as_it_is_seen() -> None:
    """Half the frames have an outline, and yet the back has no hole."""
    every = filmed(slow_lift(2, bottom=evolve(HINGE_BOTTOM, bow=0.04)), Film(fps=60.0))
    some = looked_at(every, 2)
    whole, half = (hingecheck.judge(track).signals["back_curve"].values for track in (every, some))
    np.testing.assert_array_equal(np.isfinite(half), np.isfinite(whole))
    np.testing.assert_allclose(half, whole, atol=0.004)


def test_what_leaves_the_picture_is_told_as_long_as_it_is_out() -> None:
    """An outline that touches the edge between two looks touches it."""
    every = filmed(slow_lift(1), Film(fps=60.0, ankle_px=(640, 955)))
    shares = []
    for track in (every, looked_at(every, 2)):
        found = cut_offs(track, estimate_view(track))
        shares.append({(one.part, one.edge): round(one.share, 1) for one in found})
    assert shares[0]
    assert shares[0] == shares[1]


def test_too_few_looks_are_too_few() -> None:
    """A swing of 60 frames a second with 20 looks is not judged, and the reason is told."""
    analysis = hingecheck.judge(looked_at(filmed(swing(2), Film(fps=60.0)), 3))
    assert {one.verdict for one in analysis.findings} == {Verdict.NOT_MEASURABLE}
    assert all("20 frames per second are too few" in one.reason for one in analysis.findings)
