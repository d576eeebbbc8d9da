"""The error tree. Only these become one line on the terminal.

    HingecheckError
      InputError               the recording or file handed in                        exit 3
        RecordingUnreadable    missing, empty, truncated, not a video, no frames
        RecordingUnsuitable    no person in it
        TrackFileInvalid       damaged, or written by a newer version
      CriteriaError            a request names an unknown fault, key or value         exit 4
      ModelFileError           model missing, or its checksum differs                 exit 5
      EngineUnavailable        a system library that the engine needs is missing      exit 5
      MissingExtra             an optional package is not installed                   exit 5
      ClusterUnavailable       the Dask scheduler or its workers cannot be reached    exit 5
      OutputError              a file cannot be written, or exists already            exit 6

`hingecheck batch` gives 7 where some recordings failed, each with one such line.

A message says what, where, what was expected, and what to do. A wrong shape or unit inside the
program is a plain `ValueError` with a traceback: that is our bug, not the user's.
"""

from typing import ClassVar


class HingecheckError(Exception):
    """Something that a person can put right; its text is the whole message."""

    exit_code: ClassVar[int] = 1


class InputError(HingecheckError):
    """The file that was handed in cannot be used."""

    exit_code = 3


class RecordingUnreadable(InputError):
    """The recording is missing, empty, damaged, or no video."""


class RecordingUnsuitable(InputError):
    """The recording can be read, but there is nobody in it to look at."""


class TrackFileInvalid(InputError):
    """The track file is damaged, or a newer version wrote it."""


class CriteriaError(HingecheckError):
    """A request names a fault, key or value that does not exist."""

    exit_code = 4


class ModelFileError(HingecheckError):
    """The pose model is missing, or is not the file that we ship."""

    exit_code = 5


class EngineUnavailable(HingecheckError):
    """A system library that the pose engine or OpenCV needs is not installed."""

    exit_code = 5


class MissingExtra(HingecheckError):
    """An optional package is needed for this and is not installed."""

    exit_code = 5


class ClusterUnavailable(HingecheckError):
    """The Dask scheduler cannot be reached, or its workers cannot be used."""

    exit_code = 5


class OutputError(HingecheckError):
    """A result cannot be written where it was asked for."""

    exit_code = 6
