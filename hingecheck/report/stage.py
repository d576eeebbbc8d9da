"""The hidden folder in which results are made, and what a killed run left of its own.

Whoever makes a stage holds a lock on it, which the system lets go of when the process ends, however
it ends. So a stage that can be locked belongs to nobody any more.
"""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final

_PREFIX: Final = ".hingecheck-"
# As `tempfile.mkdtemp` names it; a folder of another name is not ours.
_OURS: Final = re.compile(re.escape(_PREFIX) + "[a-z0-9_]{8}")


class Stage:
    """A fresh hidden folder, locked until it is removed."""

    def __init__(self, folder: Path) -> None:
        """Makes it in a folder.

        Raises:
            OSError: it cannot be made.
        """
        self.path, self._lock = _made(folder.absolute())

    def remove(self) -> None:
        """Takes the stage and all that is in it away, and lets go of the lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def clear_stale(folder: Path) -> None:
    """Removes the stages of runs that were killed; those of running ones are left alone."""
    with contextlib.suppress(OSError):
        for entry in list(os.scandir(folder)):
            if _OURS.fullmatch(entry.name):
                with _locked(Path(entry)) as nobodys:
                    if nobodys:
                        shutil.rmtree(entry, ignore_errors=True)


def _made(folder: Path) -> tuple[Path, int | None]:
    """The stage and its lock, None where this system or file system has none."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
        lock = _lock(path, wait=True)
        # between its making and its locking another run may have taken it for a stale one
        if path.is_dir():
            return path, lock
        if lock is not None:
            os.close(lock)


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    """Whether nobody holds a stage; it stays locked until the end of the block."""
    lock = _lock(path, wait=False)
    try:
        yield lock is not None
    finally:
        if lock is not None:
            os.close(lock)


def _lock(path: Path, *, wait: bool) -> int | None:
    """The descriptor that holds a folder, None where it cannot be held."""
    try:
        fcntl = import_module("fcntl")
    except ImportError:  # Windows: nothing is locked, and nothing is cleared
        return None
    try:
        # a link is never followed: what it leads to is not ours
        held = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(held)
        return None
    return held
