"""The folder of all results: one folder per recording, and a summary of them."""

import contextlib
import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, Protocol, Self

from attrs import frozen

from hingecheck.batch.identity import HASH_DIGITS
from hingecheck.domain.output import Output
from hingecheck.errors import OutputError
from hingecheck.report.clip_record import clip_text, read_clip
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.printable import printable
from hingecheck.report.schema.clip import CLIP_FILE, ClipRecord, IdentityPart
from hingecheck.report.stage import clear_stale

LOCK: Final = ".hingecheck.lock"
_CLIP_FOLDERS: Final = f"**/*-{'[0-9a-f]' * HASH_DIGITS}"
# The marker comes last.
RESULT_NAMES: Final = (*(output.file_name for output in Output), CLIP_FILE)


class Results(Protocol):
    """Where the results of many recordings go."""

    def kept(
        self, name: str, identity: IdentityPart, outputs: Sequence[Output]
    ) -> ClipRecord | None:
        """The record of an earlier run, if everything that is asked for is there as it was left.

        Args:
            name: the clip's folder.
            identity: what the results must depend on.
            outputs: what must be among them, as far as the earlier run had anything to write.
        """
        ...

    def publishing(self, name: str) -> AbstractContextManager[OutputFolder]:
        """Takes in the files of a clip; they appear when the block ends, the marker last.

        What an earlier run of other settings left is forgotten first, the marker before all else.

        Raises:
            OutputError: the place cannot be written to.
        """
        ...

    def write(self, name: str, content: bytes) -> None:
        """Writes a file of the summary, whole or not at all.

        Raises:
            OutputError: it cannot be written.
        """
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Makes sure, as far as the place allows it, that one batch at a time works here.

        Clears what a killed one left, before and after.

        Raises:
            OutputError: another one is at work, or the place cannot be written to.
        """
        ...

    def told(self, name: str) -> str:
        """What a person calls one of its files."""
        ...


@frozen
class LocalResults:
    """Results on this machine, or on a share that it sees as a folder.

    Attributes:
        root: the folder of all results.
    """

    root: Path

    @classmethod
    def at(cls, place: str) -> Self:
        """The results in a folder, which other processes find as well."""
        return cls(Path(place).absolute())

    def kept(
        self, name: str, identity: IdentityPart, outputs: Sequence[Output]
    ) -> ClipRecord | None:
        """See `Results`."""
        folder = self.root / name
        try:
            record = read_clip((folder / CLIP_FILE).read_bytes())
        except OSError:
            return None
        if record is None or not fits(record, name, identity, outputs):
            return None
        return record if _as_left(folder, record) else None

    @contextmanager
    def publishing(self, name: str) -> Iterator[OutputFolder]:
        """See `Results`."""
        folder = self.root / name
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            for old in (CLIP_FILE, *RESULT_NAMES):
                (folder / old).unlink(missing_ok=True)
        except OSError as cause:
            raise _unwritable(folder, cause) from cause
        with OutputFolder(folder, RESULT_NAMES, overwrite=True) as place:
            yield place

    def write(self, name: str, content: bytes) -> None:
        """See `Results`."""
        with OutputFolder(self.root, [name], overwrite=True) as place:
            place.staged(name).write_bytes(content)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """See `Results`."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.root / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as cause:
            raise _unwritable(self.root, cause) from cause
        try:
            _require_lock(lock, self.root)
            self._clear()
            yield
            self._clear()
        finally:
            os.close(lock)

    def told(self, name: str) -> str:
        """See `Results`."""
        return str(self.root / name)

    def _clear(self) -> None:
        clear_stale(self.root)
        for folder in self.root.glob(_CLIP_FOLDERS):
            clear_stale(folder)
            with contextlib.suppress(OSError):  # not empty: then it is wanted
                folder.rmdir()


def fits(record: ClipRecord, name: str, identity: IdentityPart, outputs: Sequence[Output]) -> bool:
    """Whether a record tells of these results, and of at least these files."""
    asked = {output.file_name for output in outputs} <= set(record.asked)
    return asked and record.identity == identity and record.folder == name


def staged_sizes(place: OutputFolder, outputs: Sequence[Output]) -> dict[str, int]:
    """The size in bytes of every file that was written, by its name."""
    paths = [place.staged(output.file_name) for output in outputs]
    return {path.name: path.stat().st_size for path in paths if path.exists()}


def write_marker(place: OutputFolder, record: ClipRecord) -> None:
    """Adds the marker, which will be the last file to appear."""
    place.staged(CLIP_FILE).write_text(clip_text(record), encoding="utf-8", newline="\n")


def _as_left(folder: Path, record: ClipRecord) -> bool:
    try:
        return all((folder / name).stat().st_size == size for name, size in record.files.items())
    except OSError:
        return False


def _require_lock(lock: int, root: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as cause:
        raise OutputError(
            f"Another batch is at work in {printable(root)}; wait until it is done, or name "
            "another place with -o DIR"
        ) from cause
    except OSError:  # a share without locks: whoever starts two there is on their own
        return


def _unwritable(folder: Path, cause: OSError) -> OutputError:
    why = (cause.strerror or type(cause).__name__).lower()
    return OutputError(
        f"Cannot write to {printable(folder)}: {why}. Name a place that can be written to with "
        "-o DIR"
    )
