"""Finds the recording that a track was made from, by its bytes and not by its name."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from hingecheck.domain.recording import Recording
from hingecheck.errors import RecordingUnreadable, RecordingUnsuitable

VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".ts", ".3gp"})
# Whoever keeps more films in one folder names the right one.
_MOST_FILES: Final = 50


def find_recording(recording: Recording, folders: Sequence[Path]) -> Path | None:
    """The file with the recording's SHA-256 in one of the folders, the same name tried first.

    Files that cannot be read are passed over. None where it is in none of the folders.
    """
    for path in _candidates(recording.name, folders):
        try:
            if _sha256(path) == recording.sha256:
                return path
        except OSError:
            continue
    return None


def require_recording(recording: Recording, path: Path) -> Path:
    """The path, if its file is the recording.

    Raises:
        RecordingUnreadable: there is no such file, or it cannot be read.
        RecordingUnsuitable: it is another file.
    """
    try:
        found = _sha256(path)
    except OSError as cause:
        raise RecordingUnreadable(f"{path} cannot be read: {cause.strerror}") from cause
    if found != recording.sha256:
        raise RecordingUnsuitable(
            f"{path.name} is not the recording of this track (its SHA-256 differs); expected "
            f"{recording.name} as it was when it was tracked. Name that file with --video"
        )
    return path


def _candidates(name: str, folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if (folder / name).is_file():
            yield folder / name
    films = (
        path
        for folder in folders
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in VIDEO_SUFFIXES and path.name != name and path.is_file()
    )
    for _, path in zip(range(_MOST_FILES), films, strict=False):
        yield path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
