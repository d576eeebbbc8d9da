"""One damaged file, walked in a process of its own with limits on time and memory."""

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Final
from unittest.mock import patch

import numpy as np
from attrs import frozen

from hingecheck import pipeline
from hingecheck.capture.landmarker import Sighting
from hingecheck.cli import main, walk  # noqa: F401 - walk is loaded before the fork, not after
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark

CPU_S: Final = 30
# A machine with much else to do; what only waits is stopped then as well.
WALL_S: Final = 240.0
MEMORY_BYTES: Final = 4 * 2**30
_FILE_BYTES: Final = 2**30
# Done, and the recording cannot be used.
_RIGHT_CODES: Final = frozenset({0, 3})
_MOST_WORDS: Final = 500


class Outcome(StrEnum):
    """How a walk ended."""

    REPORT = "a report"
    REFUSED = "one clear line"
    WRONG_CODE = "a wrong exit code"
    UNCLEAR = "no clear line"
    TRACEBACK = "a traceback"
    CRASH = "a crash"
    TIME = "out of time"
    HALF = "half a result"

    @property
    def good(self) -> bool:
        """Whether a user is well served."""
        return self in {Outcome.REPORT, Outcome.REFUSED}


@frozen
class Trial:
    """What one file led to.

    Attributes:
        outcome: how it ended.
        words: what was said on standard error.
        cpu_s: processor time.
        memory_mb: most memory at a time.
    """

    outcome: Outcome
    words: str
    cpu_s: float
    memory_mb: float


def tried(recording: Path, folder: Path) -> Trial:
    """Walks a recording to all of its outputs, in a forked process, and judges how it ended."""
    said = folder / "said.txt"
    results = folder / "results"
    child = os.fork()
    if child == 0:
        _walk(recording, results, said)
    status, usage = _waited(child)
    words = said.read_text("utf-8", "replace")
    outcome = _outcome(status, words, results)
    return Trial(outcome, words, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _walk(recording: Path, results: Path, said: Path) -> None:
    """The whole life of the forked process."""
    code = 99
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
        told = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(told, 1)
        os.dup2(told, 2)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 - the process ends with it
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115 - as above
        # a file cannot break the engine, which sees pictures only
        with patch.object(pipeline, "mediapipe_landmarker", _drawn_landmarker):
            main(["analyze", str(recording), "-o", str(results), "-q", "--jobs", "1"])
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        if sys.exc_info()[0] is not None:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _waited(child: int) -> tuple[int, resource.struct_rusage]:
    """Its status and what it used; it is killed when its time is over."""
    end = time.monotonic() + WALL_S
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            return status, usage
        if time.monotonic() > end:
            os.kill(child, signal.SIGXCPU)
            end += 5
        time.sleep(0.005)


def _outcome(status: int, words: str, results: Path) -> Outcome:
    if os.WIFSIGNALED(status):
        return Outcome.TIME if os.WTERMSIG(status) == signal.SIGXCPU else Outcome.CRASH
    code = os.WEXITSTATUS(status)
    if "Traceback" in words or code == 99:
        return Outcome.TRACEBACK
    if code not in _RIGHT_CODES:
        return Outcome.WRONG_CODE
    left = {path.name for path in results.iterdir()} if results.exists() else set()
    if code == 0:
        whole = {"report.json", "annotated.mp4", "track.npz"} <= left
        return Outcome.REPORT if whole and not words else Outcome.HALF
    clear = words.startswith("hingecheck: ") and words.count("\n") == 1
    clear = clear and len(words) < _MOST_WORDS
    if left:
        return Outcome.HALF
    return Outcome.REFUSED if clear else Outcome.UNCLEAR


# Where the landmarks of somebody seen from the side lie, as shares of the picture: across, down.
_STANDING: Final = {
    "NOSE": (0.56, 0.12),
    "EYE": (0.55, 0.11),
    "EAR": (0.51, 0.11),
    "MOUTH": (0.55, 0.14),
    "SHOULDER": (0.50, 0.24),
    "ELBOW": (0.50, 0.37),
    "WRIST": (0.53, 0.48),
    "PINKY": (0.54, 0.51),
    "INDEX": (0.54, 0.51),
    "THUMB": (0.55, 0.50),
    "HIP": (0.49, 0.50),
    "KNEE": (0.51, 0.69),
    "ANKLE": (0.50, 0.88),
    "HEEL": (0.47, 0.91),
    "FOOT": (0.60, 0.91),
}


class _Drawn:
    """A person who stands in the middle of every picture and sways a little."""

    def see(self, frame: Frame) -> Sighting:
        """As far as the picture's size and the frame's number say."""
        height, width = frame.picture.shape[:2]
        places = [
            next(place for part, place in _STANDING.items() if part in landmark.name.split("_"))
            for landmark in Landmark
        ]
        points = np.add(places, (0.01 * np.sin(frame.index), 0.0))
        world = np.concatenate([points - 0.5, np.zeros((LANDMARK_COUNT, 1))], axis=1)
        return Sighting(points * (width, height), world, np.ones(LANDMARK_COUNT), np.empty((0, 2)))


@contextmanager
def _drawn_landmarker(_model: Path) -> Iterator[_Drawn]:
    yield _Drawn()
