"""What is read off pictures: light, stillness, bars, edges, text; how it is put together."""

import cv2
import numpy as np
import pytest

from hingecheck.capture.background import NOWHERE
from hingecheck.capture.captions import captions
from hingecheck.capture.closer_look import look_closely
from hingecheck.capture.landmarker import Sighting
from hingecheck.capture.picture_log import picture_facts
from hingecheck.capture.picture_reading import PictureNote, PictureReader
from hingecheck.domain.landmark import LANDMARK_COUNT

RNG = np.random.default_rng(4)


def gym(width: int = 320, height: int = 240) -> np.ndarray:
    """A patterned room, grey as a gym is."""
    coarse = RNG.integers(60, 190, (height // 8, width // 8, 3)).astype(np.uint8)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)


def lifter(left: float = 100, top: float = 40, right: float = 200, bottom: float = 220) -> Sighting:
    """A box of a person."""
    box = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    return Sighting(
        image_px=np.full((LANDMARK_COUNT, 2), [(left + right) / 2, (top + bottom) / 2]),
        world_m=np.zeros((LANDMARK_COUNT, 3)),
        visibility=np.ones(LANDMARK_COUNT),
        polygon_px=box,
    )


def test_light_is_that_of_the_lifter() -> None:
    """A dark body before a bright wall is dark; what is plain white is burnt out."""
    picture = np.full((240, 320, 3), 230, dtype=np.uint8)
    picture[40:221, 100:201] = 20
    picture[40:85, 100:201] = 255
    note = PictureReader().read(picture, lifter())
    assert 20 < note.brightness < 90
    assert note.burnt_out == pytest.approx(0.25, abs=0.03)


def test_nobody_has_no_light() -> None:
    """Unseen is NaN, not dark."""
    note = PictureReader().read(gym(), None)
    assert np.isnan([note.brightness, note.burnt_out]).all()


def test_the_background_is_followed_past_a_lifter_who_moves() -> None:
    """The lifter's own way is none of the camera's; every third picture is looked at."""
    room, reader, found = gym(), PictureReader(), []
    for step in range(7):
        picture = room.copy()
        picture[40:221, 100 + 4 * step : 160 + 4 * step] = 240
        note = reader.read(picture, lifter(100 + 4 * step, right=160 + 4 * step))
        found.append(note.wander_px)
    assert np.isnan(found[1]).all()
    np.testing.assert_allclose(found[::3], 0, atol=0.1)


def test_bars_are_even_at_both_sides() -> None:
    """A pillar box is one; an even sky is none."""
    boxed = gym()
    boxed[:, :40] = boxed[:, 280:] = 0
    assert look_closely(boxed).bars_px.tolist() == [40, 0, 40, 0]
    sky = gym()
    sky[:60] = 250
    assert look_closely(sky).bars_px.tolist() == [0, 0, 0, 0]
    assert look_closely(np.zeros((240, 320, 3), np.uint8)).bars_px.tolist() == [0, 0, 0, 0]


def test_a_door_frame_is_a_straight_edge() -> None:
    """Both of its long sides are found, in pixels of the picture."""
    picture = np.full((480, 640, 3), 120, dtype=np.uint8)
    picture[60:420, 300:380] = 40
    edges = look_closely(picture).edges_px
    across = np.sort(np.unique(np.round(edges[np.abs(edges[:, 0] - edges[:, 2]) < 1, 0] / 80) * 80))
    assert {320.0, 400.0} & set(across.tolist())
    assert np.hypot(*(edges[:, 2:] - edges[:, :2]).T).max() > 300


def test_letters_are_found_and_a_door_is_not() -> None:
    """White text on a grey room; strokes that stand alone are no text."""
    picture = cv2.cvtColor(gym(480, 360), cv2.COLOR_BGR2GRAY)
    assert not len(captions(picture))
    cv2.rectangle(picture, (300, 40), (306, 300), 255, -1)
    cv2.putText(picture, "KETTLEBELL", (40, 320), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    (left, top, right, bottom), *more = captions(picture).tolist()
    assert not more
    assert 35 < left < 60
    assert 290 < top < bottom < 330
    assert 170 < right < 220


def test_another_scene_is_followed_from_where_it_begins() -> None:
    """A cut is no movement of the camera: a few looks are lost, then it stands still again."""
    rooms = [gym(), gym()]
    reader = PictureReader()
    found = [reader.read(rooms[step >= 6], None).wander_px for step in range(40)][::3]
    np.testing.assert_allclose(found[1], 0, atol=0.05)
    np.testing.assert_allclose(found[-1], 0, atol=0.05)


def test_a_camera_that_goes_far_is_followed_all_the_way() -> None:
    """Where the first picture is out of sight the next one takes over, and the way adds up."""
    wide, reader = gym(480, 240), PictureReader()
    shown = (wide[:, step // 2 + 80 : step // 2 + 400] for step in range(121))
    found = np.array([reader.read(picture, None).wander_px[0] for picture in shown][::3])
    assert np.nanmin(found) == pytest.approx(-60, abs=25)
    assert np.nanmax(np.diff(found[np.isfinite(found)])) < 2.0


def test_facts_are_told_in_pixels_of_the_recording() -> None:
    """The engine sees a shrunk picture; only every 60th is looked at closely."""
    reader = PictureReader()
    boxed = gym()
    boxed[:, :40] = boxed[:, 280:] = 0
    notes = [reader.read(boxed, lifter()) for _ in range(61)]
    facts = picture_facts(notes, np.arange(61), 61, scale=3.0)
    assert facts.look.tolist() == [0, 60]
    assert facts.bars_px.tolist() == [[120, 0, 120, 0]] * 2
    assert len(facts.brightness) == 61


def test_between_two_looks_a_picture_is_like_the_one_before() -> None:
    """Every frame has its facts, also where only some were looked at."""
    dark, lighter, light = (PictureNote(float(grey), 0.0, NOWHERE, None) for grey in (1, 2, 3))
    facts = picture_facts([dark, lighter, light], np.array([0, 2, 4]), 6, scale=1.0)
    assert facts.brightness.tolist() == [1, 1, 2, 2, 3, 3]
    assert facts.wander_px.shape == (6, 2)
