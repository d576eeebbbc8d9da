import numpy as np
import pytest

from hingecheck.capture.landmarker import Sighting
from hingecheck.capture.looking_within import looking_within
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT
from hingecheck.domain.region import Region
from hingecheck.errors import RecordingUnsuitable

WHOLE = np.arange(100 * 80 * 3, dtype=np.uint32).astype(np.uint8).reshape(100, 80, 3)


class _Corner:
    """Sees everybody in the top left corner of what it is shown, and keeps the last picture."""

    def __init__(self) -> None:
        self.shown = None
        self.blind = False

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def see(self, frame: Frame) -> Sighting | None:
        self.shown = frame.picture
        if self.blind:
            return None
        return Sighting(
            image_px=np.zeros((LANDMARK_COUNT, 2)),
            world_m=np.ones((LANDMARK_COUNT, 3)),
            visibility=np.ones(LANDMARK_COUNT),
            polygon_px=np.zeros((3, 2)),
        )


def _frames(picture=WHOLE):
    return [Frame(index, index / 30, picture) for index in range(3)]


def test_only_the_region_is_shown_and_places_are_those_of_the_whole_picture() -> None:
    """The engine gets the part; what it answers is moved back to where the part lies."""
    corner = _Corner()
    frames, eyes = looking_within(Region(20, 10, 40, 50), _frames(), lambda: corner)
    assert [frame.index for frame in frames] == [0, 1, 2]
    with eyes() as landmarker:
        seen = landmarker.see(_frames()[0])
    np.testing.assert_array_equal(corner.shown, WHOLE[10:60, 20:60])
    assert seen.image_px.tolist() == [[20.0, 10.0]] * LANDMARK_COUNT
    assert seen.polygon_px.tolist() == [[20.0, 10.0]] * 3


def test_a_shrunk_picture_has_the_same_part() -> None:
    """Pictures are made small before they are looked at; the region shrinks with them."""
    corner = _Corner()
    _, eyes = looking_within(Region(20, 10, 40, 50), _frames(), lambda: corner)
    with eyes() as landmarker:
        seen = landmarker.see(_frames(WHOLE[::2, ::2])[0])
    assert corner.shown.shape == (25, 20, 3)
    assert seen.image_px[0].tolist() == [10.0, 5.0]


def test_nobody_in_the_region_is_nobody() -> None:
    """Whoever stands outside is not seen."""
    corner = _Corner()
    corner.blind = True
    _, eyes = looking_within(Region(20, 10, 40, 50), _frames(), lambda: corner)
    with eyes() as landmarker:
        assert landmarker.see(_frames()[0]) is None


@pytest.mark.parametrize("region", [Region(50, 0, 40, 50), Region(0, 60, 40, 50)])
def test_a_region_beyond_the_picture_is_refused(region) -> None:
    """The message says the region, the picture and what to give."""
    with pytest.raises(RecordingUnsuitable, match="beyond the picture of 80 x 100 pixels; give"):
        looking_within(region, _frames(), _Corner)


def test_without_a_region_nothing_changes() -> None:
    """The same frames and the same engine."""
    frames = _frames()
    assert looking_within(None, frames, _Corner) == (frames, _Corner)
