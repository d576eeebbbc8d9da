"""The recording once more, for pictures: the only way by which a picture reaches a report.

Where the track asks for it, faces are hidden here, before anything is drawn, cut out or encoded.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from hingecheck.analysis.head_covering import cover_heads
from hingecheck.capture.bystanders import glimpse_everybody
from hingecheck.capture.face_blur import blurred
from hingecheck.capture.mediapipe_landmarker import mediapipe_crowd
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.video import RecordingReader, opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.head_cover import HeadCover
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.overlapping import made_ahead

OnFrame = Callable[[Frame], None]
OnProgress = Callable[[int, int | None], None]


@contextmanager
def shown_frames(
    found: PoseTrack, recording: Path, on_progress: OnProgress = lambda _done, _expected: None
) -> Iterator[tuple[Iterator[Frame], OnFrame]]:
    """Opens the recording of a track again.

    Args:
        found: the track; it says which stretch is shown and whether faces are hidden.
        recording: the video file.
        on_progress: told how many of how many frames are done; a look for faces is half the way.

    Yields:
        The frames in time order, and what is to be called after each.

    Raises:
        RecordingUnreadable: the file is missing, empty, damaged or no video.
        ModelFileError: the pose model, which finds the other faces, is missing or damaged.
    """
    whole, looks = found.recording.frame_count, 2 if found.blur_faces else 1
    done = count(1)

    def pass_by(_: Frame) -> None:
        on_progress(next(done) // looks, whole)

    cover = _head_cover(found, recording, pass_by) if found.blur_faces else None
    with opened(recording) as reader, made_ahead(_frames(reader, found, cover)) as frames:
        yield frames, pass_by


def _frames(reader: RecordingReader, found: PoseTrack, cover: HeadCover | None) -> Iterator[Frame]:
    frames = reader.frames_between(found.start_s, found.end_s)
    return frames if cover is None else blurred(frames, cover)


def _head_cover(found: PoseTrack, recording: Path, on_frame: OnFrame) -> HeadCover:
    """Where faces are: the lifter's by the track, and those of everybody in a second look."""
    bundle = model_file(Model.LITE)  # finds as many people as the larger ones, sooner
    with opened(recording) as reader, mediapipe_crowd(bundle) as crowd:
        frames = reader.frames_between(found.start_s, found.end_s)
        return cover_heads(found, list(glimpse_everybody(frames, crowd, on_frame)))
