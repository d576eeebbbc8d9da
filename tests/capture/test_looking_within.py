import numpy as np
import pytest

from hingecheck.capture.landmarker import Sighting
from hingecheck.capture.looking_within import Piece, looking_within
from hingecheck.capture.shrinking import LONG_SIDE_PX
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
    frames, eyes = looking_within([Piece(0.0, Region(20, 10, 40, 50))], _frames(), lambda: corner)
    assert [frame.index for frame in frames] == [0, 1, 2]
    with eyes() as landmarker:
        seen = landmarker.see(_frames()[0])
    np.testing.assert_array_equal(corner.shown, WHOLE[10:60, 20:60])
    assert seen.image_px.tolist() == [[20.0, 10.0]] * LANDMARK_COUNT
    assert seen.polygon_px.tolist() == [[20.0, 10.0]] * 3


def test_a_shrunk_picture_has_the_same_part() -> None:
    """Pictures are made small before they are looked at; the region shrinks with them."""
    corner = _Corner()
    _, eyes = looking_within([Piece(0.0, Region(20, 10, 40, 50))], _frames(), lambda: corner)
    with eyes() as landmarker:
        seen = landmarker.see(_frames(WHOLE[::2, ::2])[0])
    assert corner.shown.shape == (25, 20, 3)
    assert seen.image_px[0].tolist() == [10.0, 5.0]


def test_nobody_in_the_region_is_nobody() -> None:
    """Whoever stands outside is not seen."""
    corner = _Corner()
    corner.blind = True
    _, eyes = looking_within([Piece(0.0, Region(20, 10, 40, 50))], _frames(), lambda: corner)
    with eyes() as landmarker:
        assert landmarker.see(_frames()[0]) is None


@pytest.mark.parametrize("region", [Region(50, 0, 40, 50), Region(0, 60, 40, 50)])
def test_a_region_beyond_the_picture_is_refused(region) -> None:
    """The message says the region, the picture and what to give."""
    with pytest.raises(RecordingUnsuitable, match="beyond the picture of 80 x 100 pixels; give"):
        looking_within([Piece(0.0, region)], _frames(), _Corner)


def test_without_a_region_nothing_changes() -> None:
    """The same frames and the same engine."""
    frames = _frames()
    assert looking_within((), frames, _Corner) == (frames, _Corner)


def test_the_region_changes_with_time_and_with_it_the_engine() -> None:
    """Each frame is seen in the piece of its time; an engine never sees two regions."""
    opened: list[_Corner] = []

    def new() -> _Corner:
        opened.append(_Corner())
        return opened[-1]

    pieces = [Piece(0.0, Region(0, 0, 40, 50)), Piece(1 / 30, Region(40, 50, 32, 50))]
    frames, eyes = looking_within(pieces, _frames(), new)
    with eyes() as landmarker:
        corners = [landmarker.see(frame).image_px[0].tolist() for frame in frames]
    assert corners == [[0.0, 0.0], [40.0, 50.0], [40.0, 50.0]]
    assert [one.shown.shape[:2] for one in opened] == [(50, 40), (50, 32)]


def test_a_large_region_is_shrunk_and_answers_in_pixels_of_the_recording() -> None:
    """The engine sees no more pixels than it can use; places are those of the whole picture."""
    huge = np.zeros((2600, 3000, 3), dtype=np.uint8)
    corner = _Corner()
    _, eyes = looking_within(
        [Piece(0.0, Region(100, 20, 2560, 2000))], _frames(huge), lambda: corner
    )
    with eyes() as landmarker:
        seen = landmarker.see(_frames(huge)[0])
    assert max(corner.shown.shape) == LONG_SIDE_PX
    assert seen.image_px[0].tolist() == [100.0, 20.0]
