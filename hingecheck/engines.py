"""The native libraries, loaded late, quietly and with an error that says what to install.

Importing this module loads nothing: OpenCV takes 0.1 s and MediaPipe a whole second, and
`hingecheck explain` needs neither.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from hingecheck.errors import EngineUnavailable

# FFmpeg can follow a playlist to the network or to other files, and paints a text as a film; a
# recording is a local file that holds its own pictures, and nothing else.
FFMPEG_PROTOCOLS = "file"
FFMPEG_FORMATS = "mov,matroska,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,ivf,obu,flv,asf,ogg,mxf,gif"

# How long an engine that is interrupted while it starts keeps logging.
_SETTLING_S = 0.5

# Standard error is one for all threads: whoever hides it, and whoever must be heard, waits here.
_STANDARD_ERROR = threading.RLock()

# Debian's name for the package that carries a shared library (Debian 12 and 13, Ubuntu 22.04+).
_PACKAGE_OF = {
    "libGL.so": "libgl1",
    "libgthread": "libglib2.0-0",
    "libglib": "libglib2.0-0",
    "libEGL.so": "libegl1",
    "libGLESv2": "libgles2",
}


def load_cv2() -> ModuleType:
    """OpenCV, with its own messages switched off.

    Raises:
        EngineUnavailable: a system library is missing.
    """
    os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = (
        f"protocol_whitelist;{FFMPEG_PROTOCOLS}|format_whitelist;{FFMPEG_FORMATS}"
    )
    with loading("OpenCV"):
        import cv2  # noqa: PLC0415 - late on purpose, see the module's docstring

    return cv2


def load_mediapipe() -> ModuleType:
    """MediaPipe's vision tasks (`mediapipe.tasks.python.vision` is loaded as well).

    Raises:
        EngineUnavailable: a system library is missing.
    """
    with loading("MediaPipe"), native_messages_hidden():
        import mediapipe as mp  # noqa: PLC0415 - late on purpose, see the module's docstring
        from mediapipe.tasks.python import vision  # noqa: F401, PLC0415 - same, and it is loaded

    module: ModuleType = mp
    return module


@contextmanager
def native_messages_hidden() -> Iterator[None]:
    """Sends what native code prints on standard error to nowhere.

    MediaPipe logs through absl, which no setting and no environment variable of 0.10.33 quiets.
    Python's own `sys.stderr` is silent meanwhile too, so keep the block short.
    """
    if sys.stderr is None:  # started without a standard error (2>&-): nobody would see it
        yield
        return
    with _STANDARD_ERROR:
        yield from _hidden()


def _hidden() -> Iterator[None]:
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    except KeyboardInterrupt:
        # its threads go on starting for a moment, and what they say is not what a person stopped
        time.sleep(_SETTLING_S)
        raise
    finally:
        sys.stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


@contextmanager
def messages_shown() -> Iterator[None]:
    """Where something is said that must not vanish because another thread hides messages."""
    with _STANDARD_ERROR:
        yield


@contextmanager
def loading(engine: str) -> Iterator[None]:
    """Where a native library is loaded: says what to install when that fails.

    Raises:
        EngineUnavailable: a system library is missing.
    """
    try:
        yield
    except (ImportError, OSError) as cause:
        raise EngineUnavailable(_what_to_install(engine, str(cause))) from cause


def _what_to_install(engine: str, cause: str) -> str:
    for library, package in _PACKAGE_OF.items():
        if library in cause:
            return (
                f"{engine} needs the system library {library}, which is not installed. "
                f"On Debian or Ubuntu: apt-get install {package}"
            )
    return f"{engine} cannot be loaded ({cause}). Install hingecheck again in a new environment"
