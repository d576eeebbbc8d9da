"""Chunks, warm-up and assembly, with a landmarker that remembers what it has seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from attrs import define, field

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.capture.shared_tracking import CHUNK_FRAMES, WARM_UP_FRAMES
from hingecheck.capture.track_file import load_track, save_track
from hingecheck.capture.tracking import assembled, gather
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT
from tests.capture.made_track import RECORDING, require_same

PERIOD_S = 1 / 30
WALL = np.random.default_rng(1).integers(0, 255, (24, 24, 3), dtype=np.uint8)
DOOR = np.random.default_rng(2).integers(0, 255, (24, 24, 3), dtype=np.uint8)


def track(shown, factory, on_frame=lambda _: None):
    """Gathers and puts together, as the walk does with one process."""
    gathered = gather(shown, factory, on_frame)
    return lambda recording, model, engine: assembled(gathered, recording, model, engine)


def frame(index: int) -> Frame:
    """A frame before an unchanging wall."""
    return Frame(index=index, time_s=index * PERIOD_S, picture=WALL)


def frames(count: int) -> Iterator[Frame]:
    """The first frames of a recording."""
    return map(frame, range(count))


def sighting(value: float, corners: int = 4) -> Sighting:
    """A person whose every number is `value`."""
    return Sighting(
        image_px=np.full((LANDMARK_COUNT, 2), value),
        world_m=np.full((LANDMARK_COUNT, 3), value),
        visibility=np.full(LANDMARK_COUNT, value),
        polygon_px=np.full((corners, 2), value),
    )


@define
class Watcher:
    """Its answer depends on every frame that it has seen, as a tracking engine's does."""

    seen: list[int] = field(factory=list)
    memory: float = 0.0
    closed: bool = False

    def __enter__(self) -> Landmarker:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def see(self, shown: Frame) -> Sighting | None:
        """A blend of this frame's index and all before."""
        assert not self.closed
        self.seen.append(shown.index)
        self.memory = 0.7 * self.memory + shown.index / 3
        return sighting(self.memory)


@define
class Factory:
    """Opens watchers and keeps them for inspection."""

    opened: list[Watcher] = field(factory=list)
    most_at_once: int = 0
    new: Callable[[], Watcher] = Watcher

    def __call__(self) -> Watcher:
        """Opens one, which only the end of its block closes: no generator, no garbage collector."""
        watcher = self.new()
        self.opened.append(watcher)
        at_once = sum(not one.closed for one in self.opened)
        self.most_at_once = max(self.most_at_once, at_once)
        return watcher

    @property
    def all_closed(self) -> bool:
        """Whether everything that was opened is closed again."""
        return bool(self.opened) and all(one.closed for one in self.opened)


def chunk_alone(number: int, total: int, factory: LandmarkerFactory) -> list[Sighting | None]:
    """What somebody who computes one chunk only gets for its frames."""
    first = number * CHUNK_FRAMES
    with factory() as engine:
        for index in range(max(first - WARM_UP_FRAMES, 0), first):
            engine.see(frame(index))
        return [engine.see(frame(index)) for index in range(first, min(first + 240, total))]


def test_each_chunk_has_an_engine_that_watched_the_frames_before() -> None:
    """Chunks begin at 0, 240, 480; each engine but the first has seen the 8 frames before."""
    factory = Factory()
    gather(frames(500), factory)
    assert [(one.seen[0], one.seen[-1]) for one in factory.opened] == [
        (0, 239),
        (232, 479),
        (472, 499),
    ]
    assert all(np.all(np.diff(one.seen) == 1) for one in factory.opened)


@pytest.mark.parametrize("total", [240, 241, 700])
def test_a_chunk_computed_alone_is_the_same(total: int) -> None:
    """Whoever computes a chunk, in a row or alone, gets the same numbers."""
    in_a_row = gather(frames(total), Factory()).seen
    chunks = range(-(-total // CHUNK_FRAMES))
    alone = [found for number in chunks for found in chunk_alone(number, total, Factory())]
    assert len(alone) == len(in_a_row) == total
    for one, other in zip(in_a_row, alone, strict=True):
        assert other is not None
        np.testing.assert_array_equal(one.landmarks[:, :2], other.image_px.astype(np.float32))


@pytest.mark.parametrize("total", [1, 240, 241, 700, 1000])
@pytest.mark.parametrize("jobs", [2, 3])
def test_shared_chunks_are_the_same(total: int, jobs: int) -> None:
    """However many engines share the chunks, together they see what one alone sees."""
    alone = gather(frames(total), Factory())
    shared = gather(frames(total), Factory(), jobs=jobs)
    assert shared.time_s == alone.time_s
    assert shared.change == alone.change
    for one, other in zip(shared.seen, alone.seen, strict=True):
        np.testing.assert_array_equal(one.landmarks, other.landmarks)
        np.testing.assert_array_equal(one.polygon_px, other.polygon_px)
        np.testing.assert_array_equal(one.note.wander_px, other.note.wander_px)
        assert (one.note.brightness, one.note.look is None) == (
            other.note.brightness,
            other.note.look is None,
        )


def test_every_frame_comes_back_once_and_in_order() -> None:
    """Warm-up repeats no frame and leaves none out."""
    heard: list[int] = []
    found = gather(frames(500), Factory(), heard.append)
    assert heard == list(range(1, 501))
    assert found.time_s == [index * PERIOD_S for index in range(500)]


@pytest.mark.parametrize("total", [1, 231, 232, 233, 239, 240, 241, 248, 480])
def test_engines_are_closed_at_the_end(total: int) -> None:
    """Wherever the recording ends, also in the middle of a warm-up; never more than two at once."""
    factory = Factory()
    gather(frames(total), factory)
    assert factory.all_closed
    assert factory.most_at_once <= 2


@pytest.mark.parametrize("stop", [0, 100, 235, 240, 300])
@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_engines_are_closed_when_somebody_raises(stop: int, error: type[BaseException]) -> None:
    """Ctrl-C or an error between two frames leaves nothing open, even while it is on its way."""
    factory = Factory()

    def interrupt(done: int) -> None:
        if done == stop + 1:
            raise error

    with pytest.raises(error) as raised:
        track(frames(500), factory, interrupt)
    assert raised.value.__traceback__ is not None
    assert factory.all_closed


@pytest.mark.parametrize("bad", [3, 233, 240])
def test_engines_are_closed_when_one_of_them_fails(bad: int) -> None:
    """An engine that raises is closed, and so is the one that warms up."""

    class Failing(Watcher):
        def see(self, shown: Frame) -> Sighting | None:
            if shown.index == bad:
                raise RuntimeError("out of order")
            return super().see(shown)

    factory = Factory(new=Failing)
    with pytest.raises(RuntimeError, match="out of order"):
        track(frames(500), factory)
    assert factory.all_closed


@pytest.mark.parametrize("number", [0, 1])
def test_engines_are_closed_when_the_next_cannot_be_opened(number: int) -> None:
    """The first engine is closed when the second cannot be made."""
    factory = Factory()

    def new() -> Watcher:
        if len(factory.opened) == number:
            raise OSError("no memory")
        return Watcher()

    factory.new = new
    with pytest.raises(OSError, match="no memory"):
        track(frames(500), factory)
    assert all(one.closed for one in factory.opened)


def test_engines_are_closed_when_the_recording_fails() -> None:
    """An error of the reader leaves nothing open."""

    def failing() -> Iterator[Frame]:
        yield from frames(236)
        raise OSError("the card was pulled out")

    factory = Factory()
    with pytest.raises(OSError, match="pulled out"):
        track(failing(), factory)
    assert factory.all_closed


class Script(Watcher):
    """Sees a person in some frames, a person without an outline in others, and nobody else."""

    def see(self, shown: Frame) -> Sighting | None:
        """By the frame's index modulo 3: a person, nobody, no outline."""
        if shown.index % 3 == 1:
            return None
        return sighting(shown.index + 0.1, corners=0 if shown.index % 3 else 5)


def test_the_track() -> None:
    """Landmarks stand at their frames, nobody is NaN, and the facts are those handed in last."""
    found = track(frames(6), Factory(new=Script))(RECORDING, "lite", "an engine 1.0")
    assert found.time_s.tolist() == [index * PERIOD_S for index in range(6)]
    assert found.seen.tolist() == [True, False, True, True, False, True]
    assert np.isnan(found.image_px[1]).all()
    assert np.isnan(found.world_m[4]).all()
    assert np.isnan(found.visibility[4]).all()
    assert found.image_px[3] == pytest.approx(3.1)
    assert [len(found.outline.polygon_px(index)) for index in range(6)] == [5, 0, 0, 5, 0, 0]
    assert (found.recording, found.model, found.engine) == (RECORDING, "lite", "an engine 1.0")
    assert found.cuts.tolist() == []


def test_nobody_at_all() -> None:
    """A recording of an empty room gives a track in which nobody is seen."""

    class Blind(Watcher):
        def see(self, shown: Frame) -> Sighting | None:  # noqa: ARG002 - the protocol's argument
            return None

    found = track(frames(5), Factory(new=Blind))(RECORDING, "lite", "an engine 1.0")
    assert not found.seen.any()
    assert len(found.outline.points_px) == 0


def test_cuts_are_found_on_the_way() -> None:
    """A change of scene between two frames is marked at the second."""
    pictures = [WALL] * 4 + [DOOR] * 3
    shown = [Frame(index, index * PERIOD_S, picture) for index, picture in enumerate(pictures)]
    found = track(shown, Factory())(RECORDING, "lite", "an engine 1.0")
    assert found.cuts.tolist() == [4]
    assert [(part.start, part.stop) for part in found.stretches()] == [(0, 4), (4, 7)]


def test_progress_hears_of_every_frame() -> None:
    """The callback hears how many frames are done, one after the other."""
    heard: list[int] = []
    track(frames(250), Factory(), heard.append)
    assert heard == list(range(1, 251))


def test_a_stored_track_is_judged_as_a_fresh_one(tmp_path: Path) -> None:
    """What comes back from the file equals what tracking gave, to the last bit."""
    fresh = track(frames(250), Factory())(RECORDING, "full", "an engine 1.0")
    path = tmp_path / "track.npz"
    with path.open("wb") as file:
        save_track(fresh, file)
    require_same(load_track(path), fresh)
