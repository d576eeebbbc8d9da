"""Preloaded by the Dask workers of the tests: an engine that costs nothing, recordings that kill.

Everything else of the walk is real: the copy, the decoding, the judging, the files.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from hingecheck import pipeline
from hingecheck.batch import cluster_work
from hingecheck.capture import looking_round, track_parts
from hingecheck.capture.landmarker import Landmarker, Sighting
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing

SLOW_S = 60.0
_FOUND = filmed(swing(2))
_REAL = pipeline.track_recording


class _Engine:
    def see(self, frame: Frame) -> Sighting | None:
        at = frame.index % len(_FOUND.time_s)
        scale = frame.picture.shape[1] / _FOUND.recording.width_px
        return Sighting(
            image_px=scale * _FOUND.image_px[at],
            world_m=_FOUND.world_m[at],
            visibility=_FOUND.visibility[at],
            polygon_px=scale * _FOUND.outline.polygon_px(at),
        )


class _Crowd:
    def everybody(self, frame: Frame) -> list[Floats]:
        scale = frame.picture.shape[1] / _FOUND.recording.width_px
        return [scale * _FOUND.image_px[frame.index % len(_FOUND.time_s)]]


@contextmanager
def _engine(_model: Path) -> Iterator[Landmarker]:
    yield _Engine()


def _track(path: Path, **given: Any) -> PoseTrack:
    """As the real one, but for recordings that kill, and those that wait to be killed once."""
    if path.name.startswith("deadly"):
        os.abort()
    if path.name.startswith("slow"):
        note = Path(os.environ["HINGECHECK_TEST_NOTE"])
        if not note.exists():
            note.write_text(str(os.getpid()))
            time.sleep(SLOW_S)
    return _REAL(path, **given)


def dask_setup(_worker: object) -> None:
    """Called by Dask in every worker before its first task."""
    pipeline.mediapipe_landmarker = _engine
    track_parts.mediapipe_landmarker = _engine
    looking_round.mediapipe_crowd = lambda _: nullcontext(_Crowd())
    cluster_work.track_recording = _track
