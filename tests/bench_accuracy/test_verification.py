from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from bench.accuracy.generator_hash import hash_of
from bench.accuracy.plan import Clip
from bench.accuracy.rendering import path_of
from bench.accuracy.sagittal_track import PX_PER_M
from bench.accuracy.store import KnownTrack, save
from bench.accuracy.verification import Comparison, chosen, compare, landmarks_apart


def stored(clip: Clip, known: KnownTrack, folder: Path) -> KnownTrack:
    """Store the track as this clip's."""
    mine = evolve(known, generator=hash_of(clip))
    save(mine, path_of(clip, folder))
    return mine


def test_a_track_is_proved_by_drawing_it_again(
    tmp_path: Path, clip: Clip, known: KnownTrack
) -> None:
    """The same clip agrees with its stored track; one whose hips are elsewhere does not."""
    mine = stored(clip, known, tmp_path)
    image = known.track.image_px + np.array([3.0, 4.0])
    moved = evolve(mine, track=evolve(known.track, image_px=image))
    assert [one.agrees for one in compare([clip], tmp_path, lambda _: mine)] == [True]
    assert [one.agrees for one in compare([clip], tmp_path, lambda _: moved)] == [False]


def test_what_plates_hide_may_be_guessed_otherwise() -> None:
    """Behind plates two encodings of the same pictures lie further apart; elsewhere they do not."""
    assert not Comparison("deadlift", 0.02).agrees
    assert Comparison("deadlift", 0.02, leg_is_free=False).agrees
    assert not Comparison("deadlift", 0.05, leg_is_free=False).agrees


def test_how_far_landmarks_are_apart(known: KnownTrack) -> None:
    """In trunk lengths; tracks of another length are never the same."""
    image = known.track.image_px + np.array([3.0, 4.0])
    moved = evolve(known, track=evolve(known.track, image_px=image))
    assert landmarks_apart(known, known) == 0.0
    assert landmarks_apart(known, moved) == pytest.approx(5.0 / (PX_PER_M / 2), rel=0.1)


def test_only_stored_clips_are_drawn_again(tmp_path: Path, clip: Clip, known: KnownTrack) -> None:
    """A clip without a track has nothing to prove; the choice is the same for the same seed."""
    other = evolve(clip, name="r91-deadlift", scene=evolve(clip.scene, seed=1))
    stored(clip, known, tmp_path)
    assert [one.name for one in chosen([clip, other], 5, 0, tmp_path)] == [clip.name]
    stored(other, known, tmp_path)
    first, again = (chosen([clip, other], 1, 7, tmp_path) for _ in range(2))
    assert [one.name for one in first] == [one.name for one in again]
