"""Slips of the model put into true tracks, and what comes out."""

import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.conditioning import condition, runs
from hingecheck.analysis.repairing import LONGEST_S, lasting, repaired
from hingecheck.analysis.viewing import trunk_length_px
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.settings import Settings
from hingecheck.pipeline import judge
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, swing

SETTINGS = Settings()
SWING = filmed(swing(2), Film(noise_px=0.3))
OBLIQUE = filmed(swing(2), Film(yaw_deg=35.0, noise_px=0.3))
LEG = [Landmark.LEFT_HIP, Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE, Landmark.LEFT_HEEL]
LEG = [*LEG, Landmark.LEFT_FOOT_INDEX]
KNEE, WRIST = Landmark.RIGHT_KNEE, Landmark.RIGHT_WRIST


def _mixed_up(track: PoseTrack, start: int, stop: int) -> PoseTrack:
    """The legs change sides for some frames."""
    arrays = {name: getattr(track, name).copy() for name in ("image_px", "world_m", "visibility")}
    left, right = LEG, [one + 1 for one in LEG]
    for array in arrays.values():
        array[start:stop, left + right] = array[start:stop, right + left]
    return evolve(track, **arrays)


def _leapt(track: PoseTrack, joint: Landmark, frames: slice, way_px: float = 120.0) -> PoseTrack:
    image = track.image_px.copy()
    image[frames, joint, 0] += way_px
    return evolve(track, image_px=image)


def _repaired(track: PoseTrack) -> tuple[PoseTrack, np.ndarray]:
    return repaired(track, runs(track, SETTINGS.max_gap_s), trunk_length_px(track))


@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0, 120.0])
@pytest.mark.parametrize("motion", [swing(2), slow_lift(1)], ids=["swing", "slow lift"])
@pytest.mark.parametrize("yaw_deg", [0.0, 40.0])
def test_a_true_movement_is_no_slip(fps, motion, yaw_deg) -> None:
    """Quick hands and crossing legs at any frame rate: not one point is touched."""
    track = filmed(motion, Film(fps=fps, yaw_deg=yaw_deg, noise_px=1.0))
    same, wrong = _repaired(track)
    assert same is track
    assert not wrong.any()


@pytest.mark.parametrize("frames", [1, 4, 9])
def test_legs_that_change_sides_for_a_moment_have_their_own_again(frames) -> None:
    """Truth in, mixed up, truth out: picture, space and visibility, to the last digit."""
    mended, wrong = _repaired(_mixed_up(OBLIQUE, 40, 40 + frames))
    assert not wrong.any()
    np.testing.assert_array_equal(mended.image_px, OBLIQUE.image_px)
    np.testing.assert_array_equal(mended.world_m, OBLIQUE.world_m)
    np.testing.assert_array_equal(mended.visibility, OBLIQUE.visibility)


def test_sides_that_stay_changed_are_left() -> None:
    """A second is no slip: which sides are the true ones is not known."""
    track = _mixed_up(OBLIQUE, 40, 70)
    assert _repaired(track)[0] is track


def test_a_mix_up_changes_no_verdict() -> None:
    """The report of a set with three short mix-ups is that of the clean one."""
    track = OBLIQUE
    for start in (20, 50, 80):
        track = _mixed_up(track, start, start + 5)
    clean, told = judge(OBLIQUE, movement="swing"), judge(track, movement="swing")
    assert [one.verdict for one in told.findings] == [one.verdict for one in clean.findings]
    assert len(told.full_reps) == len(clean.full_reps) == 2


@pytest.mark.parametrize("joint", [KNEE, WRIST, Landmark.RIGHT_ANKLE])
@pytest.mark.parametrize("frames", [1, 2, 3])
def test_a_short_leap_is_bridged(joint, frames) -> None:
    """A tenth of a second away and back: the joint lies within some pixels of the truth."""
    leap = slice(41, 41 + frames)
    smooth = condition(_leapt(SWING, joint, leap), SETTINGS).image_px[:, joint]
    assert np.isfinite(smooth).all()
    assert np.abs(smooth - condition(SWING, SETTINGS).image_px[:, joint]).max() < 9.0


@pytest.mark.parametrize("frames", [5, 8])
def test_a_longer_leap_is_not_measured(frames) -> None:
    """The joint is unseen meanwhile, all else and the frames beside it are what they were."""
    leap = slice(41, 41 + frames)
    smooth = condition(_leapt(SWING, KNEE, leap), SETTINGS).image_px
    gone = np.isnan(smooth[..., 0])
    assert np.flatnonzero(gone[:, KNEE]).tolist() == list(range(41, 41 + frames))
    assert gone.sum() == frames
    clean = condition(SWING, SETTINGS).image_px
    assert np.nanmax(np.abs(smooth - clean)) < 9.0


def test_what_stays_away_is_no_slip() -> None:
    """Longer than the longest slip: nothing tells it from a movement."""
    frames = round(LONGEST_S * 30) + 3
    assert not _repaired(_leapt(SWING, KNEE, slice(41, 41 + frames)))[1].any()


def test_a_leap_to_somewhere_else_is_no_slip() -> None:
    """Away, and then further than anybody gets meanwhile: not undone, so not sure."""
    track = _leapt(SWING, KNEE, slice(41, 44))
    assert not _repaired(_leapt(track, KNEE, slice(44, None), way_px=-200.0))[1].any()


def test_a_hand_that_stands_still_in_a_swing_is_not_measured() -> None:
    """Frozen for a quarter of a second while the elbow goes on: unseen for so long."""
    image = SWING.image_px.copy()
    image[40:49, WRIST] = image[40, WRIST]
    smooth = condition(evolve(SWING, image_px=image), SETTINGS)
    gone = np.isnan(smooth.image_px[:, WRIST, 0])
    assert np.flatnonzero(gone).tolist() == list(range(40, 49))
    assert np.isnan(smooth.image_px).any(axis=2).sum() == 9


def test_who_stands_still_is_seen() -> None:
    """A picture without any noise at rest: nothing moves, so nothing stands still alone."""
    image = SWING.image_px.copy()
    image[:] = image[40]
    assert not _repaired(evolve(SWING, image_px=image))[1].any()


def test_only_what_is_too_long_to_bridge_lasts() -> None:
    """Three frames at 30 a second may be bridged, four may not."""
    wrong = np.zeros((30, 33), dtype=np.bool_)
    wrong[5:8, 3] = wrong[10:14, 4] = True
    kept = lasting(wrong, np.arange(30) / 30, 0.1)
    assert kept[:, 3].sum() == 0
    assert kept[:, 4].sum() == 4


def test_between_two_looks_a_slip_reaches_to_the_next_look() -> None:
    """Looked at in every second frame, of which two see the knee elsewhere: five frames go."""
    film = filmed(swing(2), Film(fps=60.0, noise_px=0.3))
    looked = np.arange(len(film.time_s)) % 2 == 0
    image = film.image_px.copy()
    image[80:83, KNEE, 0] += 120.0
    image[[79, 83], KNEE, 0] += 60.0  # as they lie on the way there
    wrong = _repaired(evolve(film, image_px=image, looked=looked))[1]
    assert np.flatnonzero(wrong[:, KNEE]).tolist() == [79, 80, 81, 82, 83]
    assert wrong.sum() == 5


def test_between_two_looks_mixed_up_sides_are_bridged() -> None:
    """The looks have their own sides again; what lies between right and wrong is not used."""
    film = filmed(swing(2), Film(fps=60.0, yaw_deg=35.0, noise_px=0.3))
    looked = np.arange(len(film.time_s)) % 2 == 0
    mixed = _mixed_up(evolve(film, looked=looked), 80, 85)
    mended, wrong = _repaired(mixed)
    np.testing.assert_array_equal(mended.image_px, film.image_px)
    assert np.flatnonzero(wrong.any(axis=1)).tolist() == [79, 85]
