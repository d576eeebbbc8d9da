"""Tracks a clip with the real engine and says what it saw; also for a process of its own."""

import io
import sys
from functools import partial
from pathlib import Path

from hingecheck.capture.mediapipe_landmarker import engine_version, mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.track_file import save_track
from hingecheck.capture.tracking import assembled, gather
from hingecheck.capture.video import opened
from hingecheck.domain.pose_track import PoseTrack


def tracked(clip: Path, model: Model = Model.LITE) -> PoseTrack:
    """The track of a whole clip."""
    with opened(clip) as reader:
        gathered = gather(reader.frames(), partial(mediapipe_landmarker, model_file(model)))
        return assembled(gathered, reader.recording(), model.value, engine_version())


def file_of(found: PoseTrack) -> bytes:
    """The bytes of a track's file."""
    memory = io.BytesIO()
    save_track(found, memory)
    return memory.getvalue()


if __name__ == "__main__":
    result = tracked(Path(sys.argv[1]))
    sys.stdout.write(f"{int(result.seen.sum())} of {len(result.seen)} frames show a person\n")
