"""The bench of the real stick, on stored lifters."""

import numpy as np

from bench.accuracy.part import CASTS, Part
from bench.lifter.rotations import FORWARD, LEFT, UP
from bench.stick.dowel import drawn
from bench.stick.grip import hold_behind
from bench.stick.judged import judged
from bench.stick.page import page
from bench.stick.plan import EMPTY_EVERY, held, plan
from bench.stick.rendering import is_stored
from hingecheck.domain.virtual_stick import TOUCHING_TRUNKS

STORED = [judged(held(Part.TUNING, number)) for number in (1, 4, EMPTY_EVERY - 1)]


def test_no_lifter_is_in_both_parts() -> None:
    """Bodies of the tuning part are not those of the reporting part, and names are unique."""
    every = list(plan())
    assert len({one.name for one in every}) == len(every)
    for one in every:
        others = [cast for part, cast in CASTS.items() if part is not one.part]
        assert not any(one.scene.body in other.bodies for other in others)


def test_the_stored_tracks_were_made_by_this_generator() -> None:
    """A changed generator or plan asks for new tracks; every planned one is there."""
    assert all(is_stored(one) for one in plan())


def test_a_stick_is_found_and_an_empty_hand_is_none() -> None:
    """Two lifters with a stick, one with the hands in the same place."""
    assert [one.asked for one in STORED] == [True, True, True]
    assert [one.told is not None for one in STORED] == [True, True, False]
    for one in STORED[:2]:
        assert abs(one.error[0]) < 0.04
        assert one.true[0] > TOUCHING_TRUNKS


def test_a_dowel_touches_and_lies_in_no_body() -> None:
    """It rests where it is pressed to, stands off elsewhere, and the fists are on it."""
    scene = held(Part.TUNING, 1).scene
    (laid,) = scene.laid([0.0])
    assert laid.gaps_trunks.min() < 0.01
    assert (laid.gaps_trunks >= 0).all()
    assert (laid.seen_trunks <= laid.gaps_trunks + 1e-9).all()
    mesh = drawn(scene.dowel, laid)
    along = (laid.ends_m[1] - laid.ends_m[0]) / np.linalg.norm(laid.ends_m[1] - laid.ends_m[0])
    off = mesh.vertices - laid.ends_m[0]
    off = off - (off @ along)[:, None] * along
    np.testing.assert_allclose(np.linalg.norm(off, axis=1), scene.dowel.radius_m, rtol=0.02)


def test_both_hands_reach_their_places() -> None:
    """Wrists half a hand beside the places asked for; legs and trunk as before."""
    skeleton = held(Part.TUNING, 1).scene.skeleton()
    free = skeleton.stand()
    neck = free.joints["neck"]
    places = {"L": neck - 0.08 * FORWARD, "R": neck - 0.12 * FORWARD - 0.35 * UP}
    poles = {"L": LEFT + UP, "R": -LEFT - FORWARD}
    posed = hold_behind(free, places, poles, UP)
    for side, letter in (("left", "L"), ("right", "R")):
        away = np.linalg.norm(posed.joints[f"{side}_wrist"] - places[letter])
        assert 0.05 < away < 0.12
    for joint in ("left_hip", "right_knee", "neck"):
        np.testing.assert_array_equal(posed.joints[joint], free.joints[joint])


def test_the_page_tells_what_was_found_and_how_well() -> None:
    """Every chapter is there, for two lifters with a stick and one without."""
    words = page(STORED)
    for chapter in ("## Found", "## Gaps", "## Why a contact", "## Tuning part", "## How far"):
        assert chapter in words
    assert "nan" not in words
