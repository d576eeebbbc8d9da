import math

import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.comparing import BEYOND_PER_U, POINTS_PER_PHASE, compare
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.report.made_analysis import made_analysis


def _moved(analysis: Analysis, code: str, by: float) -> Analysis:
    findings = tuple(
        evolve(found, measurement=evolve(found.measurement, value=found.measurement.value + by))
        if found.code == code and found.measurement is not None
        else found
        for found in analysis.findings
    )
    return evolve(analysis, findings=findings)


def _change(before: Analysis, after: Analysis, code: str):
    return next(change for change in compare(before, after).changes if change.code == code)


def test_the_same_recording_has_not_changed() -> None:
    """Against itself nothing is beyond measuring error, and every difference is 0."""
    analysis = made_analysis()
    changes = compare(analysis, analysis).changes
    assert not any(change.beyond_error for change in changes)
    assert {change.difference for change in changes if math.isfinite(change.difference)} == {0.0}


@pytest.mark.parametrize(("by", "better"), [(-60.0, False), (60.0, True)])
def test_a_large_change_is_told_with_its_direction(by: float, better: bool) -> None:
    """Beyond error, and better where it leads away from the limit (a hinge that gets deeper)."""
    analysis = made_analysis(all_clear=True)
    change = _change(analysis, _moved(analysis, "shallow_hinge", by), "shallow_hinge")
    assert change.beyond_error
    assert change.better is better
    assert change.difference == pytest.approx(by)


def test_a_change_within_error_is_not_judged() -> None:
    """Just inside 1.96 u nothing is claimed, just outside it is."""
    analysis = made_analysis(all_clear=True)
    u = _change(analysis, analysis, "shallow_hinge").u
    for share, beyond in ((0.99, False), (1.01, True)):
        moved = _moved(analysis, "shallow_hinge", share * BEYOND_PER_U * u)
        change = _change(analysis, moved, "shallow_hinge")
        assert change.beyond_error is beyond
        assert (change.better is not None) is beyond


def test_more_reps_do_not_shrink_the_measuring_error() -> None:
    """The error of a mean is never below that of one measurement: the camera is the same."""
    analysis = made_analysis()
    for change in compare(analysis, analysis).changes:
        if change.before is not None:
            [u, *_] = [
                found.measurement.u
                for found in analysis.findings
                if found.code == change.code and found.verdict is not Verdict.NOT_MEASURABLE
            ]
            assert change.before.u >= u


def test_what_was_not_measured_is_not_compared() -> None:
    """A check that saw nothing has no level and no difference."""
    analysis = made_analysis()
    change = _change(analysis, analysis, "spine_round")
    assert change.before is None
    assert math.isnan(change.difference)
    assert not change.beyond_error


def test_curves_are_aligned_by_phase() -> None:
    """Every phase takes the same share; the bottom of a slow and a quick rep meet."""
    analysis = made_analysis()
    slow = made_analysis(time_s=analysis.signals.time_s * 2)
    comparison = compare(analysis, slow)
    pair = next(pair for pair in comparison.curves if pair.signal == "trunk_inclination")
    assert len(pair.before.mean) == POINTS_PER_PHASE * len(comparison.phases)
    assert np.array_equal(pair.before.mean, pair.after.mean, equal_nan=True)
    place = list(comparison.phases).index("bottom")
    deepest = int(np.nanargmax(pair.before.mean)) // POINTS_PER_PHASE
    assert deepest == place


def test_another_camera_place_is_said() -> None:
    """A change of view is a note, because angles change with it."""
    analysis = made_analysis()
    turned = evolve(analysis, view=evolve(analysis.view, yaw_deg=analysis.view.yaw_deg + 12))
    assert any("camera" in note for note in compare(analysis, turned).notes)
    assert compare(analysis, analysis).notes == ()


def test_other_movements_are_refused() -> None:
    """A swing is not compared with a deadlift."""
    with pytest.raises(ValueError, match="same movement"):
        compare(made_analysis(), made_analysis(movement=Movement.DEADLIFT))
