import math

import numpy as np
import pytest
from attrs import evolve

from bench.accuracy.assessment import Outcome, assess
from bench.accuracy.candidates import world_angles
from bench.accuracy.fault_truth import (
    Condition,
    condition_in,
    condition_of,
    condition_of_rounding,
    has_truth,
)
from bench.accuracy.interval import Rate
from bench.accuracy.part import Part
from bench.accuracy.plan import Clip
from bench.accuracy.pooling import spread, spread_of
from bench.accuracy.rates import coverage, exact_counts, fault_rates, in_place, why_not
from bench.accuracy.store import KnownTrack
from bench.accuracy.uncertainty_table import uncertainty_table
from bench.lifter.timeline import Rep
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.movement import Movement
from hingecheck.domain.settings import Settings

LIMITS = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval(k: int, n: int, low: float, high: float) -> None:
    """Published values (Newcombe 1998, table I, for the last two) to four places."""
    assert Rate(k, n).interval == pytest.approx((low, high), abs=5e-5)


def test_no_trial_says_nothing() -> None:
    """Without a trial the rate is unknown and its interval is everything."""
    assert math.isnan(Rate(0, 0).share)
    assert Rate(0, 0).interval == (0.0, 1.0)


def test_known_errors_give_known_figures() -> None:
    """Bias, mean absolute error and spread of two made-up clips; a long clip weighs no more."""
    s = spread_of([np.array([1.0, 3.0]), np.full(100, -2.0), np.empty(0)])
    assert (s.bias, s.mae, s.clips, s.frames) == (0.0, 2.0, 2, 102)
    assert s.sd == pytest.approx(math.sqrt((1 + 9) / 2 / 2 + 4 / 2))
    assert s.limits == pytest.approx((-1.96 * s.sd, 1.96 * s.sd))
    assert spread_of([np.array([1.0, 3.0])], shift=2.0).bias == 0.0


def test_joints_seen_without_error_have_none(clip: Clip, known: KnownTrack) -> None:
    """The scorer's own error, filter included, is a fraction of a degree, and the rep is found."""
    found = assess(clip, known)
    for way in ("program", "picture", "world"):
        for name in ("trunk_thigh_flexion", "knee_flexion", "trunk_inclination"):
            assert spread([found], way, name).mae < 0.3, (way, name)
    assert spread([found], "program", "camera_yaw").mae < 0.5
    assert (found.counted, found.true_reps) == (1, 1)
    assert found.recognised is Movement.DEADLIFT
    assert [event.error_s for event in found.events] == [0.0]
    assert in_place([found]).share == 1.0
    known_checks = [o for o in found.outcomes if has_truth(o.code)]
    assert all(o.value == pytest.approx(o.true_value, abs=1e-6, nan_ok=True) for o in known_checks)


def test_a_shifted_hip_is_scored_as_such(clip: Clip, known: KnownTrack) -> None:
    """Hips seen 3 cm ahead of the joint lean the trunk back by the angle that this makes."""
    image = known.track.image_px.copy()
    image[:, [Landmark.LEFT_HIP, Landmark.RIGHT_HIP], 0] += 0.03 * 212.0
    shifted = evolve(known, track=evolve(known.track, image_px=image))
    standing = assess(clip, shifted).errors["program", "trunk_inclination"][-1]
    assert standing == pytest.approx(-math.degrees(math.atan(0.03 / 0.5)), abs=0.8)


def test_a_rep_that_is_not_there_is_missed(clip: Clip, known: KnownTrack) -> None:
    """A true rep far from any that was found counts as not measurable in every check."""
    later = evolve(known, reps=(*known.reps, Rep(99.0, 99.5)))
    found = assess(clip, later)
    assert (found.counted, found.true_reps) == (1, 2)
    assert exact_counts([found]).k == 0
    assert (in_place([found]).k, in_place([found]).n) == (1, 2)
    assert exact_counts([found], slack=1).k == 1


def test_world_angles_are_turned_into_the_sagittal_plane(known: KnownTrack) -> None:
    """Landmarks in space, seen from 40 degrees, give the same angles as from the side."""
    turn = math.radians(40)
    world = known.track.world_m
    right, down, away = np.moveaxis(world, -1, 0)
    turned = np.stack(
        [
            math.cos(turn) * right + math.sin(turn) * away,
            down,
            math.cos(turn) * away - math.sin(turn) * right,
        ],
        axis=-1,
    )
    settings = Settings()
    straight = condition(known.track, settings)
    oblique = condition(evolve(known.track, world_m=turned), settings)
    view = estimate_view(straight)
    reference = world_angles(straight, view)
    angles = world_angles(oblique, evolve(view, yaw_deg=view.yaw_deg + 40))
    for name, values in angles.items():
        np.testing.assert_allclose(values, reference[name], atol=0.01, err_msg=name)


def made(condition: Condition | None, verdict: Verdict, value: float = 0.0) -> Outcome:
    """A check with this truth and this verdict."""
    return Outcome("lockout_hip", condition, verdict, 0.0, value, "")


def test_a_gross_fault_that_was_not_measurable_is_missed() -> None:
    """Sensitivity counts it, and what lies between clean and gross is not scored."""
    (line,) = fault_rates(
        [
            made(Condition.GROSS, Verdict.FAULT, 2.0),
            made(Condition.GROSS, Verdict.BORDERLINE, 4.0),
            made(Condition.GROSS, Verdict.NOT_MEASURABLE),
            made(Condition.CLEAN, Verdict.BORDERLINE, 0.0),
            made(Condition.CLEAN, Verdict.CLEAR, 2.0),
            made(Condition.BETWEEN, Verdict.CLEAR, 2.0),
        ]
    )
    assert (line.found, line.called) == (Rate(2, 3), Rate(1, 3))
    assert line.unmeasured == Rate(1, 3)
    assert (line.alarms, line.doubts) == (Rate(0, 2), Rate(1, 2))
    assert line.measured == Rate(5, 6)
    assert line.bias == 2.0


def test_coverage_counts_checks_times_reps() -> None:
    """Only what is not measurable is missing."""
    outcomes = [made(Condition.CLEAN, v) for v in (Verdict.CLEAR, Verdict.NOT_MEASURABLE)]
    assert coverage(outcomes) == Rate(1, 2)
    assert sum(count for _, count in why_not(outcomes)) == 1


def test_what_true_joints_do_not_show_either_is_not_missing() -> None:
    """A hiked swing has no drop to look at; the back has no joints, so it always counts."""
    not_there = made(None, Verdict.NOT_MEASURABLE)
    back = evolve(not_there, code="neck_tucked")
    assert coverage([not_there, back]) == Rate(0, 1)
    assert sum(count for _, count in why_not([not_there, back])) == 1


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (5.0, Condition.CLEAN),
        (10.0, Condition.CLEAN),
        (15.0, Condition.BETWEEN),
        (21.0, Condition.GROSS),
    ],
)
def test_gross_and_clean_by_the_limits(value: float, wanted: Condition) -> None:
    """On a limit is still on its good side."""
    assert condition_of(value, LIMITS) is wanted


@pytest.mark.parametrize(
    ("u", "wanted"),
    [(0.0, Condition.GROSS), (2.0, Condition.GROSS), (4.0, Condition.BETWEEN)],
)
def test_without_a_fault_limit_gross_is_beyond_the_error(u: float, wanted: Condition) -> None:
    """15 lies 5 beyond warn: more than 1.64 times 2, less than 1.64 times 4."""
    assert condition_of(15.0, evolve(LIMITS, fault=None), u) is wanted


@pytest.mark.parametrize(
    ("added_deg", "wanted"),
    [(0.0, Condition.CLEAN), (20.0, Condition.BETWEEN), (30.0, Condition.GROSS)],
)
def test_rounding_is_told_by_its_dial(added_deg: float, wanted: Condition) -> None:
    """A back has no joint to measure: 30 degrees more than clean is marked."""
    assert condition_of_rounding(added_deg) is wanted


@pytest.mark.parametrize(
    ("code", "wanted"),
    [("spine_change", Condition.GROSS), ("spine_round", Condition.BETWEEN)],
)
def test_added_bend_is_for_the_check_of_the_bend_to_find(code: str, wanted: Condition) -> None:
    """A back bent on purpose is gross for `spine_change`; it hardly bulges for `spine_round`."""
    told = Finding(code, "back", 1, Verdict.NOT_MEASURABLE, "", reason="unseen")
    assert condition_in(told, 53.0) is wanted
    assert condition_in(told, 0.0) is Condition.CLEAN


def test_uncertainties_come_from_tuning_clips_only(clip: Clip, known: KnownTrack) -> None:
    """A reporting clip in the table is refused; a tuning clip's figures are in it."""
    found = assess(clip, known)
    with pytest.raises(ValueError, match="kept for reporting"):
        uncertainty_table([found])
    table = uncertainty_table([evolve(found, clip=evolve(clip, part=Part.TUNING))])
    line = table["signals"]["program"]["knee_flexion"]["0-15"]
    assert line["clips"] == 1
    assert abs(line["bias"]) < 0.3
