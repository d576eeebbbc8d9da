import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.conditioning import condition, runs
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.region import Region
from hingecheck.domain.settings import Settings
from tests.synthetic.cutting_room import spliced
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, standing, swing

SETTINGS = Settings()
SWING = filmed(swing(2))


def _error_px(track, clean) -> float:
    return float(np.nanmax(np.abs(condition(track, SETTINGS).image_px - clean.image_px)))


def test_a_clean_swing_stays_where_it_is() -> None:
    """Half a pixel to two on a lifter of 500 is all that the filters cost at the wildest moment."""
    assert _error_px(SWING, SWING) < 2.0
    assert _error_px(filmed(slow_lift(2)), filmed(slow_lift(2))) < 1.5


def test_noise_goes_down() -> None:
    """A third of the noise goes; more would take a part of the swing with it."""
    noisy = filmed(standing(4.0), Film(noise_px=4.0))
    left = condition(noisy, SETTINGS).image_px - filmed(standing(4.0)).image_px
    assert np.std(left) < 0.68 * 4.0


def test_a_wild_frame_is_mended() -> None:
    """One frame in which the model grabs the wrong knee leaves no trace to speak of."""
    image = SWING.image_px.copy()
    image[40, Landmark.RIGHT_KNEE] += 150.0
    assert _error_px(evolve(SWING, image_px=image), SWING) < 8.0


@pytest.mark.parametrize("seconds", [0.05, 0.2, 1.0], ids=["short", "longer", "long"])
def test_holes_are_opened_again(seconds) -> None:
    """Where nobody was seen there is nobody afterwards, however short the hole."""
    track = filmed(swing(2), Film(unseen_s=((1.0, 1.0 + seconds),)))
    smooth = condition(track, SETTINGS)
    np.testing.assert_array_equal(smooth.seen, track.seen)
    np.testing.assert_array_equal(
        np.isnan(smooth.world_m).any(axis=(1, 2)), np.isnan(track.world_m).any(axis=(1, 2))
    )


def test_a_short_hole_does_not_bend_its_edges() -> None:
    """A tenth of a second is bridged for the filter, so the frames beside it stay in place."""
    track = filmed(swing(2), Film(unseen_s=((1.0, 1.1),)))
    assert _error_px(track, SWING) < 6.0


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.1, 1), (0.15, 2)], ids=["up-to-the-limit", "beyond"]
)
def test_a_long_hole_ends_a_run(seconds, expected) -> None:
    """Holes up to `max_gap_s` belong to the run, longer ones divide it."""
    track = filmed(standing(3.0), Film(unseen_s=((1.0, 1.0 + seconds - 0.01),)))
    assert len(runs(track, SETTINGS.max_gap_s)) == expected


def test_nothing_crosses_a_cut() -> None:
    """Each scene comes out exactly as if it had been filmed alone."""
    first, second = filmed(standing(1.0)), filmed(swing(1), Film(trunk_px=90.0, facing=-1))
    both = condition(spliced(first, second), SETTINGS)
    alone = [condition(track, SETTINGS).image_px for track in (first, second)]
    np.testing.assert_allclose(both.image_px, np.concatenate(alone), atol=1e-6)


def test_nothing_crosses_from_one_person_to_another() -> None:
    """Where the hips are suddenly elsewhere, it is somebody else, cut or no cut."""
    first = filmed(standing(1.0))
    second = filmed(standing(1.0), Film(ankle_px=(1000.0, 860.0)))
    track = evolve(spliced(first, second), cuts=[])
    count = len(first.time_s)
    assert runs(track, SETTINGS.max_gap_s) == [slice(0, count), slice(count, 2 * count)]
    np.testing.assert_allclose(condition(track, SETTINGS).image_px, track.image_px, atol=1e-6)


def test_a_cut_inside_a_hole_divides_too() -> None:
    """A cut that falls into a hole so short that it would be bridged still divides."""
    track = filmed(standing(2.0), Film(unseen_s=((0.99, 1.05),)))
    assert len(runs(track, SETTINGS.max_gap_s)) == 1
    assert len(runs(evolve(track, cuts=[31]), SETTINGS.max_gap_s)) == 2


def test_points_beyond_the_picture_are_not_seen() -> None:
    """The model guesses feet below the edge; beyond a small overhang they become NaN."""
    track = filmed(standing(1.0), Film(ankle_px=(640.0, 960.0 + 18.0)))
    smooth = condition(track, SETTINGS)
    assert np.isfinite(smooth.image_px[:, Landmark.RIGHT_ANKLE]).all()  # 18 of 1280 pixels
    assert np.isnan(smooth.image_px[:, Landmark.RIGHT_HEEL]).all()  # 27 pixels further
    assert np.isfinite(smooth.world_m).all()


def test_nobody_at_all_is_no_crash() -> None:
    """A track without a person has no runs and stays as it is."""
    track = filmed(standing(1.0), Film(unseen_s=((0.0, 9.0),)))
    assert runs(track, SETTINGS.max_gap_s) == []
    assert not condition(track, SETTINGS).seen.any()


def test_one_single_sighting_stays() -> None:
    """A run of one frame is too short to filter and is kept as it is."""
    track = filmed(standing(1.0), Film(unseen_s=((0.0, 0.49), (0.52, 9.0))))
    smooth = condition(track, SETTINGS)
    assert smooth.seen.sum() == 1
    np.testing.assert_array_equal(smooth.image_px, track.image_px)


def test_points_beyond_the_region_are_unseen() -> None:
    """Who looks at one panel of a split screen measures nothing that is guessed beyond its edge."""
    track = filmed(standing(1.0))
    knee = track.image_px[0, Landmark.RIGHT_KNEE]
    above = Region(0, 0, 1280, int(knee[1]) - 60)
    image = condition(evolve(track, region=above), Settings()).image_px
    assert np.isnan(image[:, Landmark.RIGHT_KNEE]).all()
    assert np.isfinite(image[:, Landmark.RIGHT_SHOULDER]).all()
