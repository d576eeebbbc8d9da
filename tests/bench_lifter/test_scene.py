"""Whole clips: movements, dials, pictures, files."""

import json
from pathlib import Path

import av
import numpy as np
import pytest
from attrs import evolve

from bench.lifter.clip import write_clip
from bench.lifter.dials import DIALS, Dials
from bench.lifter.movements import MOVEMENTS, NOT_HINGES
from bench.lifter.plan import Plan
from bench.lifter.pose import JOINTS
from bench.lifter.rotations import Array
from bench.lifter.scene import Scene
from bench.lifter.truth import Truth, to_json

DIALLED = {
    "rounded_lumbar_deg": (30.0, "lumbar_flexion_deg", "bottom", 30.0),
    "rounded_thoracic_deg": (15.0, "thoracic_flexion_deg", "bottom", 15.0),
    "squatty": (1.0, "knee_flexion_deg", "bottom", 45.0),
    "short_lockout_deg": (25.0, "trunk_thigh_flexion_deg", "top", 25.0),
    "soft_knees_deg": (30.0, "knee_flexion_deg", "top", 30.0),
    "shallow": (1.0, "trunk_inclination_deg", "bottom", -38.0),
    "low_backswing": (1.0, "trunk_inclination_deg", "bottom", 12.0),
    "bent_arms_deg": (50.0, "elbow_flexion_deg", "top", 50.0),
    "overhead_deg": (80.0, "hands_height_trunk", "top", 1.05),
    "lean_back_deg": (12.0, "trunk_inclination_deg", "top", -12.0),
    "arm_lift_deg": (35.0, "hands_height_trunk", "top", 0.6),
    "neck_extension_deg": (40.0, "neck_flexion_deg", "bottom", -40.0),
}


def at_event(truth: Truth, signal: str, event: str) -> float:
    """Return a signal at the first rep's bottom or top."""
    moment = truth.reps[0].bottom_s if event == "bottom" else truth.reps[0].top_s
    return float(np.interp(moment, truth.time_s, truth.signals[signal]))


def swing(dials: Dials) -> Truth:
    """Return the truth of one swing."""
    return Scene(movement="swing", reps=1, dials=dials, fps=15).truth()


@pytest.fixture(scope="module")
def clean_swing() -> Truth:
    """One clean swing."""
    return swing(Dials())


def test_every_dial_is_tested() -> None:
    """A new dial needs a line in the table above."""
    assert set(DIALLED) == set(DIALS)


@pytest.mark.parametrize("name", DIALS)
def test_a_dial_moves_its_truth(name: str, clean_swing: Truth) -> None:
    """Each dial moves the signal it is named after, by about as much as it says."""
    amount, signal, event, expected = DIALLED[name]
    dialled = swing(Dials(**{name: amount}))
    change = at_event(dialled, signal, event) - at_event(clean_swing, signal, event)
    assert change == pytest.approx(expected, rel=0.25)


def test_a_dial_out_of_range_is_refused() -> None:
    """Less than clean and more than gross are not lifters."""
    with pytest.raises(ValueError, match="squatty"):
        Dials(squatty=1.5)
    with pytest.raises(ValueError, match="lean_back_deg"):
        Dials(lean_back_deg=-1)


@pytest.mark.parametrize("movement", [m for m in MOVEMENTS if m not in NOT_HINGES])
def test_reps_are_where_the_joints_say(movement: str) -> None:
    """As many bottoms and tops as asked; bottoms bent, tops straight, each in time order."""
    truth = Scene(movement=movement, reps=2, fps=15).truth()
    events = [t for rep in truth.reps for t in (rep.bottom_s, rep.top_s)]
    assert len(truth.reps) == 2
    assert events == sorted(events)
    flexion = np.interp(events, truth.time_s, truth.signals["trunk_thigh_flexion_deg"])
    assert flexion[::2].min() > 70
    assert abs(flexion[1::2]).max() < 8


def test_a_clean_lifter_bends_the_lumbar_spine_as_trained_lifters_do() -> None:
    """Over many seeds, clean lumbar flexion at the bottom is 25 +- 8 degrees."""
    skeleton = Scene().skeleton()
    plans = [Plan(skeleton, "none", Dials(), reps=1, seed=seed) for seed in range(100)]
    lumbar = [plan.clean_lumbar_deg() for plan in plans]
    assert np.mean(lumbar) == pytest.approx(25, abs=3)
    assert np.std(lumbar) == pytest.approx(8, abs=2)


def test_a_slow_lift_begins_and_ends_standing(small_scene: Scene) -> None:
    """The first and the last frame are upright and straight."""
    flexion = small_scene.truth().signals["trunk_thigh_flexion_deg"]
    assert abs(flexion[[0, -1]]).max() < 8


def test_a_swing_begins_with_the_bell_in_front(clean_swing: Truth) -> None:
    """At first the hands are ahead of the toes, at the bottom behind the ankles."""
    hands = clean_swing.joint_m("left_wrist")[:, 0]
    toes = clean_swing.joint_m("left_toe")[:, 0]
    bottom = int(np.argmin(abs(clean_swing.time_s - clean_swing.reps[0].bottom_s)))
    assert hands[0] > toes[0]
    assert hands[bottom] < -0.05


def frames(scene: Scene) -> Array:
    """Return all pictures of a scene."""
    return np.array(list(scene.pictures()))


def test_the_same_seed_gives_the_same_bytes(small_scene: Scene) -> None:
    """Two renderings agree in every byte, and another seed differs."""
    first, again = frames(small_scene), frames(evolve(small_scene))
    other = frames(evolve(small_scene, seed=5))
    assert first.tobytes() == again.tobytes()
    assert first[:2].tobytes() != other[:2].tobytes()


def test_the_lifter_is_in_the_picture_where_the_truth_says(small_scene: Scene) -> None:
    """The pictures move near the true wrists and not in a corner."""
    scene = evolve(small_scene, noise=0.0)
    pictures, truth = frames(scene).astype(float), scene.truth()
    moving = np.ptp(pictures, axis=0).max(-1)
    column, row = np.round(truth.joints_px[0, JOINTS.index("right_wrist")]).astype(int)
    assert moving[row, column] > 30
    assert moving[:5, :5].max() < 3


def test_written_files_agree_with_the_scene(tmp_path: Path, small_scene: Scene) -> None:
    """Frame count, size and truth on disk are those of the scene, and nothing else is left."""
    video = tmp_path / "clip.mp4"
    truth_file = write_clip(small_scene, video)
    with av.open(str(video)) as container:
        shapes = [frame.to_ndarray(format="rgb24").shape for frame in container.decode(video=0)]
    truth = json.loads(truth_file.read_text(encoding="utf-8"))
    assert set(shapes) == {(48, 64, 3)}
    assert len(shapes) == len(truth["time_s"]) == len(truth["joints_px"])
    assert np.shape(truth["joints_m"])[1:] == (len(JOINTS), 3)
    assert sorted(tmp_path.iterdir()) == [video, truth_file]


@pytest.mark.parametrize("movement", NOT_HINGES)
def test_what_is_no_hinge_has_no_reps(movement: str) -> None:
    """A squat and somebody waiting leave a hinge counter nothing to count."""
    truth = Scene(movement=movement, reps=1, fps=5).truth()
    assert truth.reps == ()
    assert np.isfinite(truth.joints_px).all()


@pytest.mark.parametrize("movement", ["swing", "deadlift"])
def test_sets_are_the_same_reps_after_a_rest(movement: str) -> None:
    """Two sets have twice the reps; in the rest the lifter stands."""
    scene = Scene(movement=movement, reps=1, fps=5)
    once, twice = scene.timeline(), evolve(scene, sets=2, rest_s=6.0).timeline()
    later_s = once.duration_s + 6.0
    assert [rep.bottom_s for rep in twice.reps] == pytest.approx(
        [once.reps[0].bottom_s, once.reps[0].bottom_s + later_s]
    )
    assert abs(twice.at(once.duration_s + 3.0).trunk_deg) < 8


def test_a_rest_too_short_to_stand_up_in_is_refused() -> None:
    """The message says how long it must be."""
    with pytest.raises(ValueError, match=r"3\.6 s"):
        Scene(reps=1, sets=2, rest_s=1.0).timeline()


def test_an_empty_room_has_no_joints(small_scene: Scene) -> None:
    """Nobody there: all NaN, null in JSON, and every picture the same but for noise."""
    scene = evolve(small_scene, empty=True, noise=0.0)
    truth = scene.truth()
    assert np.isnan(truth.joints_px).all()
    assert json.loads(to_json(truth))["knee_flexion_deg"] == [None] * len(truth.time_s)
    assert not np.ptp(frames(scene), axis=0).any()


def test_a_bystander_is_seen_and_leaves_the_truth_alone(small_scene: Scene) -> None:
    """Somebody behind the lifter changes the picture where they stand, and no joint."""
    watched = evolve(small_scene, bystander_m=(0.2, 1.8), noise=0.0)
    alone = evolve(small_scene, noise=0.0)
    np.testing.assert_array_equal(watched.truth().joints_px, alone.truth().joints_px)
    difference = abs(frames(watched).astype(int) - frames(alone).astype(int))
    assert difference.max() > 40
