"""The chunks of a recording shared out over processes: the same bytes, sooner.

Every process decodes the whole recording, which is quick, and looks for the body in its own chunks
only, which is slow. No picture travels between processes; two kilobytes per frame come back.
"""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from attrs import frozen

from hingecheck.capture.mediapipe_landmarker import mediapipe_landmarker
from hingecheck.capture.tracking import CHUNK_FRAMES, Gathered, Progress, Share, gather
from hingecheck.capture.video import RecordingReader, opened
from hingecheck.errors import EngineUnavailable


@frozen
class Stretch:
    """What to look at.

    Attributes:
        path: the recording.
        start_s: first second; None = from its start.
        end_s: last second; None = to its end.
        bundle: the checked pose model.
    """

    path: Path
    start_s: float | None
    end_s: float | None
    bundle: Path

    def gathered(self, reader: RecordingReader, share: Share, on_frame: Progress) -> Gathered:
        """What one process sees in its own chunks."""
        frames = reader.frames_between(self.start_s, self.end_s)
        return gather(frames, partial(mediapipe_landmarker, self.bundle), on_frame, share)


def worthwhile_jobs(asked: int, expected_frames: int | None) -> int:
    """As many processes as there are chunks at most; one where the length is unknown."""
    chunks = 1 if expected_frames is None else -(-expected_frames // CHUNK_FRAMES)
    return max(1, min(asked, chunks))


def gather_shared(
    stretch: Stretch, reader: RecordingReader, jobs: int, on_frame: Progress
) -> Gathered:
    """Everything that is seen in a stretch, by `jobs` processes, this one included.

    Raises:
        EngineUnavailable: a helper process ended before it was done.
    """
    with _helpers(stretch, jobs) as helpers:
        whole = stretch.gathered(reader, Share(0, jobs), on_frame)
        for helper in helpers:
            whole.take(_received(helper))
    return whole


@contextmanager
def _helpers(stretch: Stretch, jobs: int) -> Iterator[list[Connection]]:
    # a fresh interpreter each: a forked engine would share threads that it does not have
    context = multiprocessing.get_context("spawn")
    ends: list[Connection] = []
    running: list[BaseProcess] = []
    try:
        for place in range(1, jobs):
            here, there = context.Pipe(duplex=False)
            helper = context.Process(
                target=_help, args=(stretch, Share(place, jobs), there), daemon=True
            )
            helper.start()
            there.close()
            ends.append(here)
            running.append(helper)
        yield ends
    finally:
        for started in running:
            started.terminate()
            started.join()


def _help(stretch: Stretch, share: Share, result: Connection) -> None:
    """The whole life of a helper process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    with opened(stretch.path) as reader:
        result.send(stretch.gathered(reader, share, lambda _: None))


def _received(helper: Connection) -> Gathered:
    try:
        received: Gathered = helper.recv()
    except EOFError as cause:
        raise EngineUnavailable(
            "A helper process ended before it was done, perhaps for want of memory. "
            "Try again with --jobs 1"
        ) from cause
    return received
