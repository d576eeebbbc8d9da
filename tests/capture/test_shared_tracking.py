import os
from pathlib import Path

import pytest

from hingecheck.capture.shared_tracking import processors
from hingecheck.pipeline import track_recording
from tests.capture.made_track import require_same

CLIP = Path(__file__).parents[2] / "sample_clips" / "deadlift_side_squatty.mp4"


def test_only_processors_that_may_be_used_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is held to one processor counts one, on a machine with many."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert processors() == 1


def test_a_system_without_affinity_is_asked_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is known about them there is still one."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


@pytest.mark.model
def test_two_threads_see_the_same() -> None:
    """The track of a recording of two chunks does not depend on who looked at which."""
    heard: list[int] = []
    alone = track_recording(CLIP, model="lite", jobs=1)
    shared = track_recording(
        CLIP, model="lite", jobs=2, on_progress=lambda done, _: heard.append(done)
    )
    require_same(shared, alone)
    assert heard == list(range(1, len(alone.time_s) + 1))
