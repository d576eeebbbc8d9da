"""A long recording in parts for several machines: the same chunks, and so the same bytes.

Every machine decodes the recording from its start, which is quick, and looks for the body only in
the chunks of its own part, which is slow.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from itertools import accumulate, islice
from pathlib import Path

from attrs import evolve, field, frozen

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.capture.looking_round import People
from hingecheck.capture.mediapipe_landmarker import engine_version, mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.pace import Pace
from hingecheck.capture.shared_tracking import CHUNK_FRAMES
from hingecheck.capture.tracking import Gathered, all_looked_at, assembled, gather
from hingecheck.capture.video import opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording


@frozen
class Stretch:
    """A run of chunks; `stop` is not in it, and None = to the end of the recording."""

    start: int
    stop: int | None


@frozen(eq=False)
class Part:
    """What was seen in a stretch.

    Attributes:
        gathered: of its own frames only.
        recording: the facts; None where the recording was not read to its end.
        people: who was found by the looks in its own frames.
    """

    gathered: Gathered
    recording: Recording | None
    people: People = field(factory=People)


def chunks_of(path: Path) -> int:
    """How many chunks the recording has by its own account; 1 where it has none.

    Raises:
        RecordingUnreadable: it cannot be read.
    """
    with opened(path) as reader:
        return max(1, -(-reader.expected_looks // CHUNK_FRAMES))


def stretches(chunks: int, parts: int) -> tuple[Stretch, ...]:
    """The chunks in as many runs of nearly equal length; the last one takes whatever is left."""
    count = max(1, min(chunks, parts))
    edges = [chunks * place // count for place in range(count)]
    return tuple(
        Stretch(start, stop) for start, stop in zip(edges, [*edges[1:], None], strict=True)
    )


def look_at(path: Path, stretch: Stretch, model: Model) -> Part:
    """Looks at one stretch. Errors as those of `analyze`."""
    engine = partial(mediapipe_landmarker, model_file(model))
    with opened(path) as reader:
        pace = Pace(reader.slowed)
        looks = reader.frames_between(None, None, pace)
        gathered, people = gather_part(looks, stretch, engine, pace)
        return Part(gathered, reader.recording() if stretch.stop is None else None, people)


def gather_part(
    frames: Iterator[Frame],
    stretch: Stretch,
    new_landmarker: LandmarkerFactory,
    pace: Pace | None = None,
) -> tuple[Gathered, People]:
    """What is seen in a stretch, and who is found by the looks in it.

    Args:
        frames: of the whole recording, from its first one on, or those that the pace chose.
        stretch: which chunks.
        new_landmarker: opens an engine without memory.
        pace: as in `gather`.
    """
    lead = min(1, stretch.start)  # the chunk before is shown too: the next one warms up on its end
    first = (stretch.start - lead) * CHUNK_FRAMES
    last = None if stretch.stop is None else stretch.stop * CHUNK_FRAMES
    # one engine at a time, so the first that is opened is that of the chunk before
    engines = _blind_first(new_landmarker, lead)
    people = People()
    if pace is None:
        pace = Pace()
        frames = all_looked_at(frames, pace)
    # a stretch that ends early leaves frames behind, and the engine of the looks must close
    with closing(people.looking_round(frames, stretch.start * CHUNK_FRAMES)) as passing:
        shown = islice(passing, first, last)
        gathered = gather(shown, lambda: next(engines), jobs=1, pace=pace)
    next(frames, None)  # what lies before the next look belongs to the last one
    return _own(gathered, pace, stretch, lead * CHUNK_FRAMES), people


def _own(gathered: Gathered, pace: Pace, stretch: Stretch, lead: int) -> Gathered:
    """What belongs to a stretch, without the looks that only led up to it."""
    begin = _frame_of(pace, stretch.start)
    end = len(pace.time_s) if stretch.stop is None else _frame_of(pace, stretch.stop)
    return Gathered(
        time_s=pace.time_s[begin:end],
        look=[frame - begin for frame in pace.look if begin <= frame < end],
        seen=gathered.seen[lead:],
        change=gathered.change[lead:],
        scale=gathered.scale,
    )


def _frame_of(pace: Pace, chunk: int) -> int:
    """The frame with which a chunk begins; one after the last where there is no such chunk."""
    look = chunk * CHUNK_FRAMES
    return pace.look[look] if look < len(pace.look) else len(pace.time_s)


def joined(parts: Sequence[Part], model: Model) -> PoseTrack:
    """The track of the whole recording, from its parts in order."""
    recording = next(part.recording for part in reversed(parts) if part.recording is not None)
    gathered = [part.gathered for part in parts if part.gathered.seen]
    starts = accumulate((len(part.time_s) for part in gathered[:-1]), initial=0)
    whole = Gathered(
        time_s=[time_s for one in gathered for time_s in one.time_s],
        look=[
            start + frame for start, one in zip(starts, gathered, strict=True) for frame in one.look
        ],
        seen=[seen for one in gathered for seen in one.seen],
        change=[change for one in gathered for change in one.change],
        scale=gathered[0].scale,
    )
    track = assembled(whole, recording, model.value, engine_version())
    return evolve(track, people=People.together(part.people for part in parts).boxes)


def _blind_first(
    new_landmarker: LandmarkerFactory, blind: int
) -> Iterator[AbstractContextManager[Landmarker]]:
    """Engines, of which the first ones see nobody and cost nothing."""
    for _ in range(blind):
        yield _blind()
    while True:
        yield new_landmarker()


@contextmanager
def _blind() -> Iterator[Landmarker]:
    yield _Blind()


class _Blind:
    def see(self, frame: Frame) -> Sighting | None:
        del frame
        return None
