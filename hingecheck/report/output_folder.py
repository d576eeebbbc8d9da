"""The folder of results: written beside and renamed, so that nobody ever meets half a file."""

import contextlib
import errno
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from hingecheck.errors import OutputError
from hingecheck.report.printable import printable
from hingecheck.report.publication import KEPT_FOLDER, publish
from hingecheck.report.stage import Stage, clear_stale

SUFFIX: Final = ".hingecheck"
# What the system says when a disk, and nothing in the program, is at fault.
_DISK_ERRORS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def chosen_folder(recording: Path, asked: Path | None) -> tuple[Path, str]:
    """Where the results go, and a sentence that says so where it is not the usual place.

    Returns:
        The folder asked for; else `<stem>.hingecheck` beside the recording; else, where that place
        is read-only, the same name in the current folder. The sentence is empty but for the last.
    """
    if asked is not None:
        return asked, ""
    name = recording.stem + SUFFIX
    usual = recording.parent / name
    if _may_write(usual if usual.is_dir() else recording.parent):
        return usual, ""
    return Path(name), (
        f"The folder of {printable(recording.name)} is read-only, so the results go to "
        f"{printable(name)} in the current folder."
    )


class OutputFolder:
    """Takes in every file under a hidden name and moves all of them into place at the end.

    Used as `with OutputFolder(folder, names) as output: write(output.staged("report.json"))`.
    Leaving it by an exception, Ctrl-C too, removes what was staged and leaves an earlier result,
    and every other file of the folder, as they were.

    Args:
        folder: where the files go; it is made where it does not exist.
        names: bare names of the files to be written; those never staged are not missed.
        overwrite: whether files of these names may be replaced; one not made this time goes.
        inputs: files that must never be replaced: the recording, or the track that is judged.
    """

    def __init__(
        self,
        folder: Path,
        names: Sequence[str],
        *,
        overwrite: bool = False,
        inputs: Sequence[Path] = (),
    ) -> None:
        if any(name != Path(name).name or name == KEPT_FOLDER for name in names):
            raise ValueError(f"files of an output folder have bare names, got {list(names)}")
        self.folder = folder
        self._names = tuple(names)
        self._overwrite = overwrite
        self._inputs = tuple(inputs)
        self._made: list[Path] = []  # the deepest first
        self._stage: Stage | None = None

    def __enter__(self) -> Self:
        """Makes sure, before the slow work, that the files can be written.

        Raises:
            OutputError: one of the files exists and may not be replaced, or the place cannot be
                written to.
        """
        try:
            self._refuse_if_taken()
            above = (self.folder, *self.folder.parents)
            self._made = [path for path in above if not path.exists()]
            self.folder.mkdir(parents=True, exist_ok=True)
            clear_stale(self.folder)
            self._stage = Stage(self.folder)
        except OSError as cause:
            self._remove_made()
            raise OutputError(self._unwritable(cause)) from cause
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Moves the files into place, or removes them.

        Raises:
            OutputError: a file cannot be moved into place, or the disk failed during the work.
        """
        try:
            if error is None:
                self._refuse_if_taken()
                made = [name for name in self._names if (self._held.path / name).exists()]
                publish(self._held.path, self.folder, self._names)
                self._remove_outdated(made)
            elif isinstance(error, OSError) and error.errno in _DISK_ERRORS:
                raise OutputError(self._unwritable(error)) from error
        except OSError as cause:
            raise OutputError(self._unwritable(cause)) from cause
        finally:
            self._held.remove()
            self._remove_made()

    def staged(self, name: str) -> Path:
        """Where to write a file for now; its name, and so its suffix, is already the last one."""
        if name not in self._names:
            raise ValueError(f"{name} was not announced to the output folder")
        # absolute, so that no name can look like a flag or an address to who writes the file
        return self._held.path / name

    @property
    def _held(self) -> Stage:
        if self._stage is None:
            raise ValueError("an output folder is used in a with block")
        return self._stage

    @property
    def files(self) -> tuple[Path, ...]:
        """The announced files that are in place, in the order in which they were announced."""
        paths = [self.folder / name for name in self._names]
        return tuple(path for path in paths if path.exists())

    def _refuse_if_taken(self) -> None:
        if os.path.lexists(self.folder) and not self.folder.is_dir():
            raise OutputError(
                f"{printable(self.folder)} is not a folder; the results need one. "
                "Name another place with -o DIR"
            )
        for path in (self.folder / name for name in self._names):
            if not os.path.lexists(path):
                continue
            if path.is_dir() or any(_same_file(path, kept) for kept in self._inputs):
                raise OutputError(
                    f"{printable(path)} must not be replaced: it is "
                    f"{'a folder' if path.is_dir() else 'what is being read'}. "
                    "Name another place with -o DIR"
                )
            if not self._overwrite:
                raise OutputError(
                    f"{printable(path)} exists already. Replace it with --overwrite, or name "
                    "another place with -o DIR"
                )

    def _remove_outdated(self, made: Sequence[str]) -> None:
        """Of an earlier run nothing stays that this one would have replaced, had it made any."""
        for name in set(self._names).difference(made):
            (self.folder / name).unlink(missing_ok=True)

    def _remove_made(self) -> None:
        for folder in self._made:
            with contextlib.suppress(OSError):  # not empty: then it is wanted
                folder.rmdir()

    def _unwritable(self, cause: OSError) -> str:
        why = cause.strerror or type(cause).__name__
        return (
            f"Cannot write to {printable(self.folder)}: {why.lower()}. "
            "Name a place that can be written to with -o DIR"
        )


def _same_file(path: Path, kept: Path) -> bool:
    try:
        return path.samefile(kept)
    except OSError:
        return False


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
