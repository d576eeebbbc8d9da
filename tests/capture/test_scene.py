from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from hingecheck.capture.scene import MIN_DECORRELATION, decorrelation, find_cuts, thumbnail

Picture = npt.NDArray[np.uint8]


def room(seed: int) -> Picture:
    """A picture of soft blobs that no other seed resembles."""
    blocks = np.random.default_rng(seed).integers(40, 160, (8, 6, 3))
    made: Picture = np.kron(blocks, np.ones((20, 20, 1))).astype(np.uint8)
    return made


def lit(picture: Picture, gain: float, offset: float) -> Picture:
    """The picture under another light, clipped as a camera does."""
    made: Picture = np.clip(picture * gain + offset, 0, 255).astype(np.uint8)
    return made


def flat(level: int) -> Picture:
    """A picture without any pattern."""
    return np.full((160, 120, 3), level, dtype=np.uint8)


def change(before: Picture, after: Picture) -> float:
    """The decorrelation of two pictures."""
    return decorrelation(thumbnail(before), thumbnail(after))


def test_a_cut_to_another_room_is_found() -> None:
    """Two pictures with nothing in common lie far beyond the limit."""
    assert change(room(1), room(2)) > 2 * MIN_DECORRELATION


@pytest.mark.parametrize(("gain", "offset"), [(1.0, 60), (0.4, 0), (1.6, 40), (0.5, 120)])
def test_a_flash_of_light_is_not_a_cut(gain: float, offset: float) -> None:
    """Brighter, darker, with more or less contrast: the pattern stays, so the scene does."""
    assert change(room(1), lit(room(1), gain, offset)) < MIN_DECORRELATION / 2


def test_a_lifter_who_crosses_the_picture_is_not_a_cut() -> None:
    """A dark bar as large as a body that jumps by a sixth of its width stays below the limit."""
    before, after = room(1), room(1)
    before[20:150, 40:70] = 20
    after[20:150, 45:75] = 20
    assert change(before, after) < MIN_DECORRELATION


def test_a_covered_lens_does_not_change_from_frame_to_frame() -> None:
    """Flat pictures are the same scene, whatever their grey."""
    assert change(flat(0), flat(0)) == 0.0
    assert change(flat(0), flat(255)) < MIN_DECORRELATION


def test_a_black_card_is_a_cut_on_both_sides() -> None:
    """From a scene to a flat picture and back is a new scene each time."""
    assert change(room(1), flat(0)) > MIN_DECORRELATION
    assert change(flat(0), room(1)) > MIN_DECORRELATION


def test_the_scale_is_that_of_the_correlation() -> None:
    """0 is the same, 2 its negative."""
    assert change(room(1), room(1)) == 0.0
    assert change(room(1), 255 - room(1)) == pytest.approx(2.0, abs=0.01)


def test_cuts_are_the_frames_that_begin_a_scene() -> None:
    """A change is told by the index of the frame after it; the first frame is none."""
    scenes = [room(1)] * 3 + [room(2)] * 4 + [room(3)] * 2
    steps = [change(before, after) for before, after in pairwise(scenes)]
    found = find_cuts(np.array([0.0, *steps]))
    assert found.tolist() == [3, 7]
