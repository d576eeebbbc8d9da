from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from bench.accuracy import simulation
from bench.accuracy.assessment import Outcome
from bench.accuracy.fault_truth import Condition, has_truth
from bench.accuracy.joint_dials import TURNS
from bench.accuracy.landmark_error import LANDMARKS, LandmarkError, features, fit
from bench.accuracy.plan import Clip
from bench.accuracy.simulated_file import load_simulated, save_simulated
from bench.accuracy.simulation import DIALS, Simulated, simulated_outcomes
from bench.accuracy.store import KnownTrack
from bench.lifter.dials import DIALS as DIAL_NAMES
from bench.lifter.truth import Truth
from hingecheck.analysis import hip_centring, shoulder_centring
from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.finding import Verdict

COLUMNS = 2 * len(LANDMARKS)


def recipe(known: KnownTrack, within_m: float, memory: float) -> LandmarkError:
    """An error without bias: only what changes from frame to frame."""
    count = features(known.joints_m).shape[1]
    return LandmarkError(
        by_pose_m=np.zeros((count, COLUMNS)),
        seen_poses=np.stack([np.full(count, -9.0), np.full(count, 9.0)]),
        between_m2=np.zeros((COLUMNS, COLUMNS)),
        within_m2=within_m**2 * np.eye(COLUMNS),
        memory=memory,
        yaw_sd_deg=1.0,
        clips=3,
    )


def test_drawn_errors_have_the_spread_and_the_memory_asked(known: KnownTrack) -> None:
    """Standard deviation and correlation from frame to frame come out as they went in."""
    error = recipe(known, 0.01, 0.8)
    poses = np.tile(known.joints_m, (20, 1, 1))
    drawn = error.draw(poses, np.random.default_rng(0))[:, list(LANDMARKS)].reshape(-1, COLUMNS)
    assert drawn.std() == pytest.approx(0.01, rel=0.1)
    assert np.corrcoef(drawn[:-1].ravel(), drawn[1:].ravel())[0, 1] == pytest.approx(0.8, abs=0.05)


def test_without_error_a_simulated_rep_is_judged_like_the_truth(
    truth: Truth, known: KnownTrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every check that needs no back reads its true value."""
    # The error of a real model holds what the program moves back; this one has none.
    monkeypatch.setattr(hip_centring, "HIP_FORWARD_TRUNKS", 0.0)
    monkeypatch.setattr(shoulder_centring, "SHOULDER_ABOVE", 0.0)
    monkeypatch.setattr(simulation, "_SURE", 1.0)
    error = recipe(known, 0.0, 0.0)
    found = list(simulated_outcomes(truth, error, 1, np.random.default_rng(0)))
    seen = [o for o in found if o.verdict is not Verdict.NOT_MEASURABLE]
    assert "lockout_hip" in {o.code for o in seen}
    told = [o for o in seen if has_truth(o.code)]
    assert all(o.value == pytest.approx(o.true_value, abs=0.01) for o in told)


def test_the_error_is_fitted_to_tuning_clips_only(clip: Clip, known: KnownTrack) -> None:
    """Reporting clips, or too few, are refused."""
    with pytest.raises(ValueError, match="tuning"):
        fit([(clip, known)] * 3)


def test_dials_are_those_of_the_generator_and_of_checks_that_exist() -> None:
    """No dial turns up something that is not checked, or that the generator does not know."""
    assert {dial.code for dial in DIALS} <= {fault.code for fault in FAULTS}
    assert {dial.name for dial in DIALS if dial.name} <= set(DIAL_NAMES)
    assert {dial.code for dial in DIALS if not dial.name} == set(TURNS)


def test_a_larger_error_marks_more_clean_reps_wrongly(truth: Truth, known: KnownTrack) -> None:
    """Ten centimetres of noise cannot leave all measurements within a degree of the truth."""
    noisy = evolve(recipe(known, 0.1, 0.9), yaw_sd_deg=0.0)
    found = list(simulated_outcomes(truth, noisy, 2, np.random.default_rng(0)))
    off = [abs(o.value - o.true_value) for o in found if np.isfinite(o.value - o.true_value)]
    assert max(off, default=np.inf) > 1.0


def test_simulated_reps_come_back_from_disk(tmp_path: Path) -> None:
    """All fields return, unknown values and conditions included; no file means no reps."""
    seen = Outcome("lean_back", Condition.GROSS, Verdict.FAULT, -15.0, -16.5, "")
    unseen = Outcome("spine_round", None, Verdict.NOT_MEASURABLE, -1.0, 0.5, "not seen")
    before = (Simulated("swing", "lean_back", 0.75, seen), Simulated("hinge", "x", 0.0, unseen))
    save_simulated(before, tmp_path / "some.npz")
    assert load_simulated(tmp_path / "some.npz") == before
    assert load_simulated(tmp_path / "none.npz") == ()
