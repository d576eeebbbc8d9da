import multiprocessing
from pathlib import Path

import pytest

from hingecheck.capture.shared_tracking import _received, worthwhile_jobs
from hingecheck.capture.tracking import CHUNK_FRAMES
from hingecheck.errors import EngineUnavailable
from hingecheck.pipeline import track_recording
from tests.capture.made_track import require_same

CLIP = Path(__file__).parents[2] / "sample_clips" / "deadlift_side_squatty.mp4"


@pytest.mark.parametrize(
    ("asked", "frames", "jobs"),
    [
        pytest.param(4, CHUNK_FRAMES, 1, id="one-chunk"),
        pytest.param(4, CHUNK_FRAMES + 1, 2, id="two-chunks"),
        pytest.param(2, 10 * CHUNK_FRAMES, 2, id="as-asked"),
        pytest.param(4, None, 1, id="unknown-length"),
        pytest.param(1, 10 * CHUNK_FRAMES, 1, id="alone"),
    ],
)
def test_no_more_processes_than_chunks(asked: int, frames: int | None, jobs: int) -> None:
    """A short recording, or one of unknown length, is not worth a second process."""
    assert worthwhile_jobs(asked, frames) == jobs


def test_a_helper_that_dies_is_said() -> None:
    """A helper process that ends too soon is one clear error that says what to do."""
    here, there = multiprocessing.Pipe(duplex=False)
    there.close()
    with pytest.raises(EngineUnavailable, match="--jobs 1"):
        _received(here)


@pytest.mark.model
def test_two_processes_see_the_same() -> None:
    """The track of a recording of two chunks does not depend on who looked at which."""
    heard: list[int] = []
    alone = track_recording(CLIP, model="lite")
    shared = track_recording(
        CLIP, model="lite", jobs=2, on_progress=lambda done, _: heard.append(done)
    )
    require_same(shared, alone)
    assert heard == list(range(1, len(alone.time_s) + 1))
