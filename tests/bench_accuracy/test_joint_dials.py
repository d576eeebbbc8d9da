import numpy as np
import pytest
from attrs import evolve

from bench.accuracy.joint_dials import TURNS
from bench.accuracy.other_hips import AHEAD_M, with_other_hips
from bench.accuracy.reposing import leans_of, reposed, retimed
from bench.accuracy.sagittal_track import perfect_track
from bench.lifter.pose import JOINTS
from bench.lifter.truth import Truth
from hingecheck import judge
from hingecheck.domain.finding import Verdict


@pytest.mark.parametrize("code", TURNS)
def test_a_dial_at_zero_changes_no_joint(truth: Truth, code: str) -> None:
    """Level 0 is the lifter as the generator made it."""
    np.testing.assert_allclose(TURNS[code](truth, 0.0), truth.joints_m, atol=1e-9)


@pytest.mark.parametrize("code", ["bell_path", "heels_up", "hips_rise_first", "shin_forward"])
def test_a_dial_turned_up_makes_its_fault(truth: Truth, code: str) -> None:
    """On true joints the check marks what its dial does to a clean deadlift."""
    faulty = perfect_track(TURNS[code](truth, 1.0), truth.time_s)
    marked = {
        finding.code
        for finding in judge(faulty, movement="deadlift").findings
        if finding.verdict in (Verdict.BORDERLINE, Verdict.FAULT)
    }
    assert code in marked


def test_a_lifter_in_another_pose_keeps_feet_and_lengths(truth: Truth) -> None:
    """Only the leans change: they come out as asked, with the same bones on the same feet."""
    before = leans_of(truth.joints_m)
    asked = evolve(before, trunk_deg=before.trunk_deg + 10.0, thigh_deg=before.thigh_deg - 5.0)
    moved = reposed(truth.joints_m, asked)
    np.testing.assert_allclose(leans_of(moved).trunk_deg, asked.trunk_deg, atol=1e-9)
    np.testing.assert_allclose(leans_of(moved).thigh_deg, asked.thigh_deg, atol=1e-9)
    feet = [JOINTS.index(f"left_{joint}") for joint in ("ankle", "heel", "toe")]
    np.testing.assert_array_equal(moved[:, feet], truth.joints_m[:, feet])
    arm = [JOINTS.index(f"left_{joint}") for joint in ("shoulder", "wrist")]
    np.testing.assert_allclose(*(np.diff(one[:, arm], axis=1) for one in (moved, truth.joints_m)))


def test_what_runs_late_arrives_with_the_rest() -> None:
    """Between the ends of a span values come later; at its ends and outside they stay."""
    time_s = np.arange(9.0)
    spans = np.array([np.nan, np.nan, 0.0, 0.25, 0.5, 0.75, 1.0, np.nan, np.nan])
    late = retimed(time_s, time_s, spans, 2.0)
    np.testing.assert_allclose(late, [0, 1, 2, 2.25, 3, 4.25, 6, 7, 8])


def test_the_other_convention_moves_hips_forward_only(truth: Truth) -> None:
    """Both hips lie 2 cm from where they were, level with it when the lifter stands."""
    moved = with_other_hips(truth.joints_m) - truth.joints_m
    hips = [JOINTS.index(f"{side}_hip") for side in ("left", "right")]
    np.testing.assert_allclose(np.linalg.norm(moved[:, hips], axis=2), AHEAD_M)
    assert (moved[0, hips, 0] > 0.99 * AHEAD_M).all()
    assert not np.delete(moved, hips, axis=1).any()
