"""The recording with the analysis drawn over it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.frame import Frame
from hingecheck.engines import load_cv2
from hingecheck.errors import OutputError
from hingecheck.report.h264_file import H264File, count_pictures, new_mp4
from hingecheck.report.opencv_canvas import OpenCvCanvas
from hingecheck.report.overlay import draw
from hingecheck.report.overlay.scene import Scene, set_scene
from hingecheck.report.sound import opened_sound

LARGEST_SHORT_SIDE_PX = 1080
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
    except (av.FFmpegError, OSError, ValueError) as cause:
        raise OutputError(
            f"The annotated video could not be written ({cause}). Check the free space in "
            f"{target.parent}, or leave the video out with --no-video"
        ) from cause
    if found != count:
        raise OutputError(
            f"The annotated video holds {found} of {count} frames. Check the free space in "
            f"{target.parent} and try again, or leave the video out with --no-video"
        )
