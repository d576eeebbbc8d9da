"""Pictures from a video file through OpenCV."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hingecheck.capture.picture_size import require_bearable
from hingecheck.capture.pyav_source import claimed_duration_s
from hingecheck.engines import load_cv2

# A read fails at a damaged picture as it does at the end; this many in a row are the end.
MAX_FAILED_READS = 250


def can_read(path: Path) -> bool:
    """Whether OpenCV yields a first picture; its wheel opens AV1 files but decodes none.

    Raises:
        RecordingUnreadable: the pictures are too large to be decoded.
    """
    if not _is_utf8(path):
        return False  # OpenCV 5.0.0 crashes the whole process
    cv2 = load_cv2()
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    try:
        if not capture.isOpened():
            return False
        width_px = float(capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        require_bearable(width_px, float(capture.get(cv2.CAP_PROP_FRAME_HEIGHT)), path)
        return bool(capture.grab())
    finally:
        capture.release()


def _is_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


class OpenCvSource:
    """Upright pictures, forward only; closed by `close`.

    Attributes:
        nominal_fps: what the file claims; may be 0 or nonsense.
        claimed_duration_s: what the file claims, its edit list counted; NaN where it says nothing.
        rotation_deg: 0, 90, 180 or 270 clockwise, already applied to the pictures.
        codec: four characters, lower case.
        damaged: how many pictures could not be decoded so far, though later ones could.
    """

    def __init__(self, path: Path) -> None:
        """Opens a file that `can_read` has accepted."""
        cv2 = load_cv2()
        self.damaged = 0
        self._stamp = cv2.CAP_PROP_POS_MSEC
        # The FFmpeg backend by name: the others read %d in a file name as a picture series.
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        # Its default changed between OpenCV 4.6, 4.11 and 4.12, so it is said aloud.
        self._capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 1)
        self.nominal_fps = float(self._capture.get(cv2.CAP_PROP_FPS))
        # OpenCV's frame count includes frames that an edit list leaves out
        self.claimed_duration_s = claimed_duration_s(path)
        turned = int(self._capture.get(cv2.CAP_PROP_ORIENTATION_META)) % 360
        self.rotation_deg = turned if turned in (0, 90, 180, 270) else 0
        code = int(self._capture.get(cv2.CAP_PROP_FOURCC)) & 0xFFFFFFFF
        self.codec = code.to_bytes(4, "little").decode("ascii", "replace").strip("\0 ").lower()

    def pictures(self) -> Iterator[tuple[float, Callable[[], npt.NDArray[np.uint8]]]]:
        """Yields (time stamp in seconds, what gives the (H, W, 3) picture until the next one).

        The stamp is read after the picture is decoded; before, it belongs to the picture before
        (opencv#27853).
        """
        failed = 0
        while failed < MAX_FAILED_READS:
            if not self._capture.grab():
                failed += 1
                continue
            self.damaged += failed
            failed = 0
            yield float(self._capture.get(self._stamp)) / 1000.0, self._shown

    def _shown(self) -> npt.NDArray[np.uint8]:
        ok, picture = self._capture.retrieve()
        return np.asarray(picture) if ok else np.empty((0, 0, 3), dtype=np.uint8)

    def close(self) -> None:
        """Lets go of the file."""
        self._capture.release()
