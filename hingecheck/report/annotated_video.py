"""The recording with the analysis drawn over it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path

import av
import numpy as np
from av.codec.codec import UnknownCodecError

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.frame import Frame
from hingecheck.errors import OutputError
from hingecheck.overlapping import done_behind
from hingecheck.report.h264_file import H264File, count_pictures, new_mp4
from hingecheck.report.opencv_canvas import OpenCvCanvas
from hingecheck.report.overlay import draw
from hingecheck.report.overlay.scene import Scene, set_scene
from hingecheck.report.sound import Sound, opened_sound
from hingecheck.resizing import Picture, resized

# Every word can be read at this size, which costs half of 1080 to draw and to encode.
LARGEST_SHORT_SIDE_PX = 720
# Words cannot be read on fewer pixels; a smaller picture is enlarged by a whole number.
SMALLEST_SHORT_SIDE_PX = 360
_LARGEST_ENLARGED_PX = 1920
# A frame farther than this from any analysed one, in frame lengths, was not analysed.
_NEAR_FRAMES = 0.75


def write_annotated_video(
    analysis: Analysis,
    frames: Iterable[Frame],
    source: Path,
    target: Path,
    on_frame: Callable[[Frame], None] = lambda _: None,
) -> None:
    """Writes an H.264 MP4 file with the overlay, at the frames' own times, with their sound.

    The file's time begins with the first frame. Nothing of the recording's metadata is taken over,
    and the same input gives the same bytes.

    Args:
        analysis: of the recording.
        frames: those to show, in time order: all of the recording or a stretch of it. One that was
            not analysed is shown as it is.
        source: the recording, for its sound.
        target: the file to write, under any name.
        on_frame: called after each frame.

    Raises:
        OutputError: no frames, or the file cannot be written, or lacks frames once it is.
    """
    try:
        count = _write(analysis, iter(frames), source, target, on_frame)
        found = count_pictures(target)
    except (av.FFmpegError, OSError, UnknownCodecError) as cause:
        raise OutputError(
            f"The annotated video could not be written ({cause}). Check the free space in "
            f"{target.parent}, or leave the video out with --no-video"
        ) from cause
    if found != count:
        raise OutputError(
            f"The annotated video holds {found} of {count} frames. Check the free space in "
            f"{target.parent} and try again, or leave the video out with --no-video"
        )


def _write(
    analysis: Analysis,
    frames: Iterator[Frame],
    source: Path,
    target: Path,
    on_frame: Callable[[Frame], None],
) -> int:
    """Writes the file and returns the number of frames that went in."""
    first = next(frames, None)
    if first is None:
        raise OutputError("There is no frame to put into the annotated video; check --start, --end")
    count, fps = 0, analysis.recording.fps
    painter = _Painter(analysis, first)
    with ExitStack() as stack:
        container = stack.enter_context(new_mp4(target))
        video = H264File(container, painter.size_px, fps)
        sound = stack.enter_context(opened_sound(source, first.time_s, container))
        encode = stack.enter_context(done_behind())
        for frame, duration_s in _with_durations(chain([first], frames), 1 / fps):
            span = (frame.time_s - first.time_s, duration_s)
            encode(partial(_encode, video, sound, painter.painted(frame), span))
            count += 1
            on_frame(frame)
        encode(video.finish)
    return count


def _encode(
    video: H264File, sound: Sound | None, picture: Picture, span_s: tuple[float, float]
) -> None:
    """Adds a picture that begins at a time and lasts for a while, and the sound until its end."""
    video.add(picture, *span_s)
    if sound is not None:
        sound.mux_until(sum(span_s))


def _with_durations(frames: Iterable[Frame], last_s: float) -> Iterator[tuple[Frame, float]]:
    """Each frame with the time until the next one; the last with the one given."""
    before: Frame | None = None
    for frame in frames:
        if before is not None:
            yield before, frame.time_s - before.time_s
        before = frame
    if before is not None:
        yield before, last_s


class _Painter:
    """Draws the overlay on a copy of each frame, at the size of the video."""

    def __init__(self, analysis: Analysis, first: Frame) -> None:
        height, width = first.picture.shape[:2]
        scale = _scale(width, height)
        self.size_px = (_even(width * scale), _even(height * scale))
        self._scene = set_scene(analysis, *self.size_px, scale)

    def painted(self, frame: Frame) -> Picture:
        """A new picture of `size_px`."""
        picture = self._resized(frame.picture)
        index = _nearest(self._scene, frame.time_s)
        if index is not None:
            draw(OpenCvCanvas(picture), self._scene, index)
        return picture

    def _resized(self, picture: Picture) -> Picture:
        width, height = self.size_px
        rows, columns = picture.shape[:2]
        if rows - height in (0, 1) and columns - width in (0, 1):
            return picture[:height, :width].copy()  # an odd last row or column goes
        return resized(picture, self.size_px)


def _scale(width: int, height: int) -> float:
    """Pixels of the video per pixel of the recording."""
    short, long = sorted((width, height))
    if short > LARGEST_SHORT_SIDE_PX:
        return LARGEST_SHORT_SIDE_PX / short
    wanted, allowed = -(-SMALLEST_SHORT_SIDE_PX // short), _LARGEST_ENLARGED_PX // long
    return float(max(1, min(wanted, allowed)))


def _even(length: float) -> int:
    """What H.264 with halved colour can hold."""
    return max(2, 2 * int(round(length, 6) / 2))


def _nearest(scene: Scene, time_s: float) -> int | None:
    """The analysed frame at a time, None where there is none."""
    times = scene.analysis.pose.time_s
    if not len(times):
        return None
    index = int(np.abs(times - time_s).argmin())
    near = abs(times[index] - time_s) <= _NEAR_FRAMES / scene.analysis.recording.fps
    return index if near else None
