from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from bench.accuracy.generator_hash import hash_of
from bench.accuracy.packing import STEPS, packed, unpacked
from bench.accuracy.plan import Clip
from bench.accuracy.rendering import is_stored, path_of, render_missing
from bench.accuracy.store import KnownTrack, known_track, load, save, stored_generator
from bench.lifter.truth import Truth


def test_a_stored_track_comes_back(tmp_path: Path, known: KnownTrack) -> None:
    """Landmarks, joints, reps and facts return to within a step, and unseen stays unseen."""
    hole = known.track.image_px.copy()
    hole[3] = np.nan
    before = evolve(known, track=evolve(known.track, image_px=hole))
    save(before, tmp_path / "one.npz")
    after = load(tmp_path / "one.npz")
    np.testing.assert_allclose(after.track.image_px, hole, atol=STEPS["image_px"] / 2)
    np.testing.assert_allclose(after.joints_m, known.joints_m, atol=STEPS["joints_m"] / 2)
    np.testing.assert_allclose(after.spine_deg, known.spine_deg, atol=STEPS["spine_deg"] / 2)
    assert after.reps == known.reps
    assert after.track.recording == known.track.recording
    assert (after.generator, after.trunk_m) == (known.generator, known.trunk_m)
    assert stored_generator(tmp_path / "one.npz") == known.generator


def test_the_same_track_gives_the_same_bytes(tmp_path: Path, known: KnownTrack) -> None:
    """Nothing of the day gets into a stored track, and saving it again is lossless."""
    save(known, tmp_path / "one.npz")
    save(load(tmp_path / "one.npz"), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.npz", "two.npz"]


def test_a_file_that_is_no_track_has_no_generator(tmp_path: Path) -> None:
    """A missing or damaged file is simply not stored."""
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(b"PK no archive")
    assert stored_generator(damaged) is None
    assert stored_generator(tmp_path / "missing.npz") is None


def test_what_does_not_fit_is_refused() -> None:
    """A value beyond int16 steps never wraps round."""
    with pytest.raises(ValueError, match="does not fit"):
        packed("joints_m", np.array([7.0]))
    assert unpacked("joints_m", packed("joints_m", np.array([6.0])))[0] == pytest.approx(6.0)


def test_track_and_truth_must_have_the_same_frames(known: KnownTrack, truth: Truth) -> None:
    """A lost frame would shift everything after it."""
    fewer = evolve(truth, time_s=truth.time_s[:-1])
    with pytest.raises(ValueError, match="frames tracked"):
        known_track("0", known.track, fewer)


def test_rendering_goes_on_where_it_stopped(tmp_path: Path, clip: Clip, known: KnownTrack) -> None:
    """The second run draws only what the first left out, and a stopped clip leaves nothing."""
    other = evolve(clip, name="r91-deadlift", scene=evolve(clip.scene, seed=1))
    drawn: list[str] = []

    def draw(one: Clip) -> KnownTrack:
        drawn.append(one.name)
        return evolve(known, generator=hash_of(one))

    ticks = iter([0.0, 0.0, 0.0, 1e9])
    assert render_missing([clip, other], 1.0, tmp_path, draw, lambda: next(ticks, 1e9)) == 1
    assert render_missing([clip, other], 1.0, tmp_path, draw, lambda: 0.0) == 1
    assert drawn == ["r90-deadlift", "r91-deadlift"]
    assert is_stored(clip, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "r90-deadlift.npz",
        "r91-deadlift.npz",
    ]


def test_another_scene_is_drawn_again(tmp_path: Path, clip: Clip, known: KnownTrack) -> None:
    """A track of another generator or scene is not taken for this clip's."""
    save(known, path_of(clip, tmp_path))
    assert not is_stored(clip, tmp_path)
    assert hash_of(clip) != hash_of(evolve(clip, scene=evolve(clip.scene, noise=9.0)))


def test_a_clip_that_another_run_draws_is_left_to_it(
    tmp_path: Path, clip: Clip, known: KnownTrack
) -> None:
    """Two runs at the same time never draw the same clip."""
    path_of(clip, tmp_path).with_suffix(".claim").touch()
    assert render_missing([clip], 1.0, tmp_path, lambda _: known) == 0
