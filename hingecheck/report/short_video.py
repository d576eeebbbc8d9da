"""Short videos put together from single pictures: slow motion, and two reps side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import av
import numpy as np
import numpy.typing as npt
from attrs import frozen
from av.codec.codec import UnknownCodecError

from hingecheck.engines import load_cv2
from hingecheck.errors import OutputError
from hingecheck.report.h264_file import H264File, new_mp4
from hingecheck.report.ink import Ink
from hingecheck.report.opencv_canvas import OpenCvCanvas
from hingecheck.report.text_masks import wrapped

_TEXT_PX: Final = 16
_ROW_PX: Final = 22
_PAD_PX: Final = 8
_STRIP_LIGHT: Final = 25


@frozen(eq=False)
class Shown:
    """One picture of a short video.

    Attributes:
        jpegs: JPEG files that stand beside one another.
        words: above them.
        duration_s: how long it stays.
    """

    jpegs: tuple[bytes, ...]
    words: str
    duration_s: float


def write_short_video(shown: Sequence[Shown], target: Path, fps: float) -> None:
    """Writes an H.264 MP4 file without sound; the first picture gives the size.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        with new_mp4(target) as container:
            size_px = _size_px(shown)
            file = H264File(container, size_px, fps)
            time_s = 0.0
            for part in shown:
                file.add(_picture(part, size_px), time_s, part.duration_s)
                time_s += part.duration_s
            file.finish()
    except (av.FFmpegError, OSError, UnknownCodecError) as cause:
        raise OutputError(
            f"{target.name} could not be written ({cause}). Check the free space in {target.parent}"
        ) from cause


def _size_px(shown: Sequence[Shown]) -> tuple[int, int]:
    """Even width and height: the first picture's, with room for the longest words above it."""
    rows, columns = _row(shown[0]).shape[:2]
    lines = max(len(_lines(words, columns)) for words in {part.words for part in shown})
    height = rows + lines * _ROW_PX + _PAD_PX
    return columns // 2 * 2, height // 2 * 2


def _lines(words: str, width: int) -> list[str]:
    return wrapped(words, _TEXT_PX, width - 2 * _PAD_PX)


def _row(part: Shown) -> npt.NDArray[np.uint8]:
    """The pictures beside one another, standing on one floor."""
    cv2 = load_cv2()
    opened = [cv2.imdecode(np.frombuffer(jpeg, np.uint8), 1) for jpeg in part.jpegs]
    tallest = max(picture.shape[0] for picture in opened)
    return np.concatenate(
        [np.pad(picture, ((tallest - picture.shape[0], 0), (0, 0), (0, 0))) for picture in opened],
        axis=1,
    )


def _picture(part: Shown, size_px: tuple[int, int]) -> npt.NDArray[np.uint8]:
    columns, rows = size_px
    picture: npt.NDArray[np.uint8] = np.full((rows, columns, 3), _STRIP_LIGHT, np.uint8)
    row = _row(part)[:rows, :columns]
    picture[rows - row.shape[0] :, : row.shape[1]] = row
    for place, line in enumerate(_lines(part.words, columns)):
        at = (float(_PAD_PX), _PAD_PX + (place + 0.4) * _ROW_PX)
        OpenCvCanvas(picture).words(line, at, Ink.TEXT, _TEXT_PX)
    return picture
