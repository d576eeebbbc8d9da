"""Which recordings are meant: by folders, patterns, lists and single files."""

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from hingecheck.batch.clip import Clip
from hingecheck.batch.places import find_remote, is_address
from hingecheck.capture.recording_search import VIDEO_SUFFIXES
from hingecheck.errors import RecordingUnreadable
from hingecheck.report.output_folder import SUFFIX
from hingecheck.report.printable import printable
from hingecheck.report.schema.clip import CLIP_FILE

LIST_SUFFIX: Final = ".txt"
_WILD: Final = frozenset("*?[")


def find_clips(sources: Sequence[str], leave_out: Sequence[str] = ()) -> tuple[Clip, ...]:
    """The recordings that are meant, each once, by sub-folder and name.

    Args:
        sources: folders (with all below), patterns, lists (`.txt`, a path on each line) and files,
            and the same but lists at addresses such as `s3://bucket/season`.
        leave_out: folders, or addresses, that are never looked into: where the results go.

    Returns:
        Files that were named one by one are among them even where they do not exist, so that
        whoever reads them says so.

    Raises:
        RecordingUnreadable: a list cannot be read.
    """
    barred = {Path(place).resolve() for place in leave_out if not is_address(place)}
    far = tuple(f"{place.rstrip('/')}/" for place in leave_out if is_address(place))
    clips: dict[str, Clip] = {}
    for source in sources:
        for clip in _clips_of(source, barred):
            if not clip.place.startswith(far):
                clips.setdefault(clip.place, clip)
    return tuple(sorted(clips.values(), key=lambda clip: (clip.lifter, clip.name, clip.place)))


def require_clips(clips: Sequence[Clip], sources: Sequence[str]) -> None:
    """Makes sure that there is something to look at.

    Raises:
        RecordingUnreadable: there is not.
    """
    if not clips:
        endings = ", ".join(sorted(VIDEO_SUFFIXES))
        raise RecordingUnreadable(
            f"There are no recordings in {printable(', '.join(sources))}; looked for files that "
            f"end in {endings}"
        )


def _clips_of(source: str, barred: set[Path]) -> Iterator[Clip]:
    if is_address(source):
        yield from (clip for clip in find_remote(source) if _is_remote_wanted(clip))
        return
    path = Path(source)
    if path.is_dir():
        yield from _below(path, barred)
    elif not os.path.lexists(path) and _WILD & set(source):
        yield from _matching(source, barred)
    elif path.suffix.lower() == LIST_SUFFIX:
        yield from _listed(path)
    else:
        yield _clip(path)


def _clip(path: Path, root: Path | None = None) -> Clip:
    """A path with its sub-folder below a root; links are kept, the way to them is made absolute."""
    whole = Path(os.path.normpath(path.absolute()))
    if root is None:
        return Clip(str(whole))
    base = Path(os.path.normpath(root.absolute()))
    inside = whole.is_relative_to(base)
    lifter = whole.parent.relative_to(base).as_posix() if inside else ""
    return Clip(str(whole), "" if lifter == "." else unicodedata.normalize("NFC", lifter))


def _below(root: Path, barred: set[Path]) -> Iterator[Clip]:
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if _is_wanted(here / name, barred))
        for name in sorted(names):
            if is_recording(name):
                yield _clip(here / name, root)


def _is_wanted(folder: Path, barred: set[Path]) -> bool:
    """Not hidden, and not a folder of results, whose videos are drawn."""
    hidden = folder.name.startswith(".") or folder.name.endswith(SUFFIX)
    return not hidden and folder.resolve() not in barred and not (folder / CLIP_FILE).exists()


def is_recording(name: str) -> bool:
    """Whether a name is that of a recording; a leading dot is a system's own litter."""
    return not name.startswith(".") and Path(name).suffix.lower() in VIDEO_SUFFIXES


def _is_remote_wanted(clip: Clip) -> bool:
    """As in folders: no hidden file, no folder of results, only recordings."""
    folders = clip.lifter.split("/")
    results = any(folder.startswith(".") or folder.endswith(SUFFIX) for folder in folders)
    return is_recording(clip.name) and not results


def _matching(pattern: str, barred: set[Path]) -> Iterator[Clip]:
    root = _fixed_part(pattern)
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - absolute patterns too
        path = Path(name)
        apart = barred.isdisjoint(path.resolve().parents)
        if apart and is_recording(path.name) and not path.is_dir():
            yield _clip(path, root)


def _fixed_part(pattern: str) -> Path:
    """The folder before the first wildcard."""
    parts = Path(pattern).parts
    wild = next((place for place, part in enumerate(parts) if _WILD & set(part)), len(parts))
    return Path(*parts[:wild])


def _listed(path: Path) -> Iterator[Clip]:
    """One recording on each line, from the list's own folder on; # begins a remark."""
    for line in _lines(path):
        text = line.strip()
        if is_address(text):
            yield Clip(text)
        elif text and not text.startswith("#"):
            yield _clip(path.parent / text, path.parent)


def _lines(path: Path) -> Iterable[str]:
    try:
        return path.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
    except OSError as cause:
        raise RecordingUnreadable(
            f"The list {printable(path)} cannot be read: {(cause.strerror or 'an error').lower()}; "
            "expected a text file with the path of a recording on each line"
        ) from cause
