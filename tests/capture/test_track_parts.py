from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import numpy as np
import pytest

from hingecheck.capture import looking_round
from hingecheck.capture.landmarker import Landmarker, Sighting
from hingecheck.capture.looking_round import People
from hingecheck.capture.model_file import Model
from hingecheck.capture.pace import Pace
from hingecheck.capture.shared_tracking import CHUNK_FRAMES
from hingecheck.capture.track_parts import Part, Stretch, gather_part, joined, stretches
from hingecheck.capture.tracking import gather
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT
from tests.capture.made_track import made_track, require_same

LENGTH = 2 * CHUNK_FRAMES + 30


def frames() -> Iterator[Frame]:
    """A recording of two chunks and a bit, whose brightness runs."""
    for index in range(LENGTH):
        picture = np.full((48, 64, 3), index % 251, dtype=np.uint8)
        picture[: index % 48] = 255
        yield Frame(index, index / 30, picture)


class Remembering:
    """Sees what depends on every frame that it was ever shown."""

    def __init__(self) -> None:
        self._sum = 0.0

    def see(self, frame: Frame) -> Sighting | None:
        """Landmarks at the running sum."""
        self._sum = 0.5 * self._sum + frame.index
        return Sighting(
            image_px=np.full((LANDMARK_COUNT, 2), self._sum),
            world_m=np.full((LANDMARK_COUNT, 3), self._sum),
            visibility=np.ones(LANDMARK_COUNT),
            polygon_px=np.array([[0.0, 0.0], [self._sum, 0.0], [0.0, self._sum]]),
        )


def counting(opened: list[int]) -> Callable[[], object]:
    """Opens engines, and counts them."""

    @contextmanager
    def engine() -> Iterator[Landmarker]:
        opened.append(1)
        yield Remembering()

    return engine


class Crowded:
    """Finds one person in each picture, who stands where the frame's number says."""

    def everybody(self, frame: Frame) -> list[Floats]:
        """Landmarks at that place."""
        return [np.full((LANDMARK_COUNT, 2), float(frame.index))]


@pytest.fixture(autouse=True)
def crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at everybody costs nothing."""
    monkeypatch.setattr(looking_round, "mediapipe_crowd", lambda _: nullcontext(Crowded()))


def paced(pace: Pace | None) -> Iterator[Frame]:
    """Its frames; with a pace twice as many a second, and only those to look at."""
    for frame in frames():
        if pace is None:
            yield frame
            continue
        looked = pace.is_due(frame.time_s / 2)
        pace.count(frame.time_s / 2, looked=looked)
        if looked:
            yield frame


def whole(pace: Pace | None = None) -> Part:
    """The recording as one machine alone sees it."""
    people = People()
    gathered = gather(people.looking_round(paced(pace)), counting([]), pace=pace)
    return Part(gathered, made_track().recording, people)


def part(stretch: Stretch, opened: list[int], pace: Pace | None = None) -> Part:
    """A stretch of it, as one of several machines sees it."""
    gathered, people = gather_part(paced(pace), stretch, counting(opened), pace)
    return Part(gathered, None if stretch.stop else made_track().recording, people)


@pytest.mark.parametrize("parts", [1, 2, 3, 5])
def test_the_parts_are_the_whole(parts: int) -> None:
    """However many machines share a recording, the track is the same; nobody looks twice."""
    opened: list[int] = []
    alone = joined([whole()], Model.LITE)
    shared = [part(one, opened) for one in stretches(3, parts)]
    assert alone.people is not None
    require_same(joined(shared, Model.LITE), alone)
    # a stretch that ends before the recording does has begun to warm up for the next one
    assert len(opened) <= 3 + len(shared) - 1


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_the_parts_of_a_quick_recording_are_the_whole(parts: int) -> None:
    """Chunks hold looks; what lies between two of them belongs to the chunk before."""
    shared = [part(one, [], Pace()) for one in stretches(3, parts)]
    found = joined(shared, Model.LITE)
    require_same(found, joined([whole(Pace())], Model.LITE))
    assert found.looked is not None
    assert (len(found.time_s), found.looked.sum()) == (LENGTH, LENGTH // 2)


def test_more_chunks_were_claimed_than_there_are() -> None:
    """A file that says it is longer than it is leaves the last parts empty, and nothing is lost."""
    shared = [part(one, []) for one in stretches(9, 3)]
    require_same(joined(shared, Model.LITE), joined([whole()], Model.LITE))


@pytest.mark.parametrize(
    ("chunks", "parts", "expected"),
    [
        (1, 4, [Stretch(0, None)]),
        (5, 2, [Stretch(0, 2), Stretch(2, None)]),
        (4, 0, [Stretch(0, None)]),
    ],
)
def test_stretches_are_fair(chunks: int, parts: int, expected: list[Stretch]) -> None:
    """Nearly equal runs without a gap; never more of them than chunks."""
    assert list(stretches(chunks, parts)) == expected
