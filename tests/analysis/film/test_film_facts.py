"""Light, blur, stillness, frame rate, slow motion, cuts and overlays, each good and poor."""

import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.film.blurring import blur_fact
from hingecheck.analysis.film.editing import cuts_fact, overlay_fact
from hingecheck.analysis.film.lighting import light_fact
from hingecheck.analysis.film.slowness import slow_motion_fact
from hingecheck.analysis.film.standing_place import view_fact
from hingecheck.analysis.film.stillness import stillness_fact
from hingecheck.analysis.film.timing import frame_rate_fact
from hingecheck.analysis.slow_motion import in_real_time
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.film_check import State
from tests.analysis.film.made_picture import pictured
from tests.synthetic.film import Film, filmed
from tests.synthetic.looked import looked_at
from tests.synthetic.movements import slow_lift, stick_hinge, swing

SWINGS = filmed(swing(4))
HEIGHT_PX = 520.0
FRAMES = len(SWINGS.time_s)


def test_an_old_track_knows_nothing_of_its_pictures() -> None:
    """What was not stored is not known, and neither good nor poor."""
    facts = (
        light_fact(None),
        stillness_fact(SWINGS, HEIGHT_PX),
        overlay_fact(SWINGS),
    )
    assert {fact.state for fact in facts} == {State.UNKNOWN}


@pytest.mark.parametrize(
    ("grey", "white", "state"),
    [(110.0, 0.0, State.GOOD), (20.0, 0.0, State.POOR), (180.0, 0.6, State.POOR)],
)
def test_light(grey: float, white: float, state: State) -> None:
    """Dark and burnt-out lifters are poor."""
    track = pictured(brightness=np.full(FRAMES_3, grey), burnt_out=np.full(FRAMES_3, white))
    assert light_fact(track.picture).state is state


FRAMES_3 = len(filmed(swing(3)).time_s)


def test_blur_is_bounded_by_the_way_between_two_pictures() -> None:
    """What cannot blur is good; what can is not known, because the shutter is not known."""
    quick = blur_fact(SWINGS, HEIGHT_PX)
    assert (quick.state, "up to" in quick.words) == (State.UNKNOWN, True)
    for track in (filmed(slow_lift(2)), filmed(swing(2), Film(fps=120.0))):
        assert blur_fact(track, HEIGHT_PX).state is State.GOOD


@pytest.mark.parametrize(("drift_px", "state"), [(2.0, State.GOOD), (60.0, State.POOR)])
def test_a_camera_that_wanders_is_poor(drift_px: float, state: State) -> None:
    """A hand that holds the phone sinks; a tripod only trembles."""
    wander = np.linspace((0, 0), (0, drift_px), FRAMES_3)
    assert stillness_fact(pictured(wander_px=wander), HEIGHT_PX).state is state


def test_a_background_that_is_rarely_seen_tells_nothing() -> None:
    """Nobody gets a moving camera out of a few frames."""
    wander = np.full((FRAMES_3, 2), np.nan)
    wander[::20] = np.linspace((0, 0), (300, 0), len(wander[::20]))
    assert stillness_fact(pictured(wander_px=wander), HEIGHT_PX).state is State.UNKNOWN


@pytest.mark.parametrize(
    ("fps", "state", "words"),
    [
        (60.0, State.GOOD, "60 frames"),
        (25.0, State.POOR, "slow lift, not for a swing"),
        (12.0, State.POOR, "enough for nothing"),
    ],
)
def test_frame_rate(fps: float, state: State, words: str) -> None:
    """The limits are those of the judging."""
    fact = frame_rate_fact(filmed(swing(2), Film(fps=fps)))
    assert fact.state is state
    assert words in fact.words


def test_uneven_steps_are_told() -> None:
    """A variable frame rate does no harm, but a reader should know."""
    uneven = frame_rate_fact(filmed(swing(2), Film(uneven=0.6)))
    assert "uneven" in uneven.words
    assert "uneven" not in frame_rate_fact(SWINGS).words


@pytest.mark.parametrize("slowed", [2.0, 4.0, 8.0])
def test_slowed_swings_are_told(slowed: float) -> None:
    """A bell cannot swing that slowly; the factor is found within a quarter."""
    fact = slow_motion_fact(in_real_time(SWINGS, 1 / slowed), HEIGHT_PX, None)
    assert fact.state is State.POOR
    assert fact.value == pytest.approx(slowed, rel=0.25)


def test_real_time_is_left_alone() -> None:
    """A swing at its own speed is no slow motion; a slow lift may be as slow as it likes."""
    assert slow_motion_fact(SWINGS, HEIGHT_PX, None).state is State.GOOD
    for motion in (slow_lift(3), stick_hinge(3)):
        assert slow_motion_fact(filmed(motion), HEIGHT_PX, None).state is State.UNKNOWN


def test_what_the_file_says_is_believed() -> None:
    """A phone that writes down the camera's own rate needs no guess; a user overrides both."""
    said = evolve(SWINGS, recording=evolve(SWINGS.recording, filmed_fps=120.0))
    assert slow_motion_fact(said, HEIGHT_PX, None).value == pytest.approx(4.0, rel=0.02)
    assert slow_motion_fact(said, HEIGHT_PX, 2.0).value == 2.0


def test_cuts_are_told_with_their_times() -> None:
    """One shot is good."""
    assert cuts_fact(SWINGS).state is State.GOOD
    fact = cuts_fact(evolve(SWINGS, cuts=[60]))
    assert (fact.state, fact.words) == (State.POOR, "cut at 2.0 s")


def test_text_that_stays_is_told() -> None:
    """Letters on a plate go with the plate."""
    still = [[0, 100, 50, 300, 90], [1, 101, 50, 301, 90]]
    moved = [[0, 100, 50, 300, 90], [1, 100, 250, 300, 290]]
    for blocks, state in ((still, State.POOR), (moved, State.GOOD)):
        track = pictured(look=[0, 60], bars_px=np.zeros((2, 4)), captions_px=np.array(blocks))
        assert overlay_fact(track).state is state


def test_bars_that_stay_are_told() -> None:
    """Named by their edges."""
    fact = overlay_fact(pictured(bars_px=np.array([[200.0, 0, 200.0, 0]])))
    assert (fact.state, fact.words) == (State.POOR, "bars left and right")


@pytest.mark.parametrize(("yaw_deg", "state"), [(3.0, State.GOOD), (40.0, State.POOR)])
def test_the_place_of_the_phone(yaw_deg: float, state: State) -> None:
    """Good is what every check can be made from."""
    assert view_fact(estimate_view(filmed(swing(2), Film(yaw_deg=yaw_deg)))).state is state


def test_a_swing_of_a_body_whose_height_is_not_known() -> None:
    """Where head or feet never show, how quick the hands are for their body is not known either."""
    fact = slow_motion_fact(filmed(swing(4)), float("nan"), None)
    assert fact.state is State.UNKNOWN


def test_a_quick_film_says_how_many_frames_are_looked_at() -> None:
    """The rate is the film's own; what is looked at stands beside it."""
    every = filmed(swing(1), Film(fps=60.0))
    assert frame_rate_fact(every).words == "60 frames per second"
    words = frame_rate_fact(looked_at(every, 2)).words
    assert words == "60 frames per second; 30 of them are looked at"
