"""The bench of the spine check, on two stored lifters."""

import numpy as np
import pytest

from bench.accuracy.part import CASTS, Part
from bench.accuracy.store import FOLDER, load
from bench.spine.judged import judged
from bench.spine.page import page
from bench.spine.plan import DOSES, lifter, plan
from bench.spine.refusals import reasons, refusal_chapter
from bench.spine.rendering import is_stored, path_of
from bench.spine.scoring import auc, coverage, doses, told
from bench.spine.truth_chapter import compared, truth_chapter
from hingecheck.domain.virtual_stick import TOUCHING_TRUNKS

STORED = [
    judged(back, load(path_of(back)))
    for part in (Part.TUNING, Part.REPORTING)
    for back in lifter(part, 0)
]


def test_no_lifter_is_in_both_parts() -> None:
    """Bodies, clothes and rooms of the tuning part are not those of the reporting part."""
    backs = list(plan())
    assert len({back.name for back in backs}) == len(backs)
    for back in backs:
        cast = CASTS[back.part]
        others = [other for part, other in CASTS.items() if part is not back.part]
        assert back.scene.body in cast.bodies
        assert not any(back.scene.body in other.bodies for other in others)


def test_the_stored_tracks_were_made_by_this_generator() -> None:
    """A changed generator or plan asks for new tracks."""
    assert all(is_stored(one.back) for one in STORED)


def test_the_frames_tell_of_standing_early_hinge_and_bottom() -> None:
    """Three snippets in time order; the first picture of each is shown twice."""
    scene = next(lifter(Part.TUNING, 0)).scene
    moments, timeline = scene.moments(), scene.timeline()
    trunk = [
        np.array([timeline.at(time_s).trunk_deg for time_s in snippet])
        for snippet in (moments.upright_s, moments.early_s, moments.bottom_s)
    ]
    assert trunk[0].max() < 10 < trunk[1].min()
    assert trunk[1].max() < 60 < trunk[2].min()
    assert len(moments.shown_s) == sum(len(snippet) for snippet in trunk) + 3
    assert list(moments.shown_s) == sorted(moments.shown_s)


def test_a_rounded_rep_reads_more_than_the_same_lifter_s_clean_one() -> None:
    """Both stored lifters: the change grows with what was added."""
    for start in (0, len(DOSES)):
        of_lifter = {one.back.dose: one.change for one in STORED[start : start + len(DOSES)]}
        assert of_lifter["clean"] < of_lifter["18+12"] < of_lifter["30+15"]


def test_the_area_under_the_curve_counts_pairs() -> None:
    """Three of four pairs in order, one equal."""
    assert auc(np.array([0.0, 1.0]), np.array([1.0, 2.0])) == pytest.approx(0.875)
    assert np.isnan(auc(np.array([]), np.array([1.0])))


def test_reps_are_counted_by_dose() -> None:
    """One line per dose, every measurable rep in one of them."""
    lines = doses(STORED)
    assert [line.name for line in lines] == list(DOSES)
    assert sum(line.count for line in lines) == coverage(STORED).k
    assert told(STORED, "spine_round").n == len(STORED)


def test_the_page_tells_targets_doses_and_reasons() -> None:
    """Every chapter is there, and no figure is missing that two lifters can give."""
    words = page(STORED)
    for chapter in ("## Targets", "## By dose", "## What could not be told", "## Tuning part"):
        assert chapter in words
    assert "| 30+15 |" in words
    assert "nan" not in words


def test_the_virtual_stick_is_held_against_the_true_outline() -> None:
    """A clean lifter: seat and upper back touch in truth and in the reading; the curve fits."""
    (pair,) = compared([STORED[0]])
    assert pair.true.gaps[:2].max() < TOUCHING_TRUNKS
    assert max(pair.read.reading.gaps[:2]) < TOUCHING_TRUNKS
    assert abs(pair.read.change - (pair.true.bottom - pair.true.early)) < 0.02
    words = truth_chapter([pair, pair])
    assert "virtual stick off sacrum" in words
    assert "nan" not in words


def test_reasons_are_counted_over_whole_films() -> None:
    """A film from the front is not measurable, and its degrees are left out of the reason."""
    counted = reasons([FOLDER / "r48-romanian_deadlift.npz"])
    assert sum(counted.values()) > 0
    assert not any(digit in reason for reason in counted for digit in "0123456789")
    assert "| reason | reps |" in refusal_chapter(counted)
