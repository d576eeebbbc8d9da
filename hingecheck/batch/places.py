"""Recordings that lie in a store such as S3: found there, and copied here to be looked at."""

import contextlib
import fnmatch
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from hingecheck.batch.clip import Clip
from hingecheck.errors import HingecheckError, MissingExtra, OutputError, RecordingUnreadable
from hingecheck.report.printable import printable
from hingecheck.report.schema.clip import CLIP_FILE

_SCHEME: Final = "://"


def is_address(place: str) -> bool:
    """Whether a place is an address such as `s3://bucket/a.mp4`, and no path."""
    return _SCHEME in place


def store_of(address: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path in it.

    Raises:
        MissingExtra: fsspec, or the library for this kind of store, is not installed.
        RecordingUnreadable: there is no such kind of store.
    """
    try:
        import fsspec  # noqa: PLC0415 - an extra
    except ImportError as cause:
        raise MissingExtra(
            "Addresses need fsspec, which is not installed. Run: pip install 'hingecheck[cluster]'"
        ) from cause
    try:
        store, path = fsspec.core.url_to_fs(address)
    except ImportError as cause:
        raise MissingExtra(f"{printable(address)} cannot be used: {cause}") from cause
    except ValueError as cause:
        raise RecordingUnreadable(f"{printable(address)} cannot be used: {cause}") from cause
    store.invalidate_cache()  # others write there as well
    return store, str(path)


@contextmanager
def store_errors(address: str, kind: type[HingecheckError]) -> Iterator[None]:
    """Tells what a store says in one line of ours.

    Raises:
        HingecheckError: of the kind asked for.
    """
    try:
        yield
    except HingecheckError:
        raise
    except FileNotFoundError as cause:
        raise kind(f"There is no {printable(address)}. Check the name") from cause
    except Exception as cause:
        # every store has exceptions of its own (botocore's are not even OSErrors)
        why = str(cause).splitlines()[0] if str(cause) else type(cause).__name__
        raise kind(f"{printable(address)} cannot be reached: {printable(why)}") from cause


@contextmanager
def local_copy(clip: Clip) -> Iterator[Path]:
    """The recording as a file of this machine; a copy of what lies in a store goes away again.

    Raises:
        RecordingUnreadable: it cannot be fetched.
    """
    if not is_address(clip.place):
        yield Path(clip.place)
        return
    with tempfile.TemporaryDirectory(prefix="hingecheck-") as folder:
        copy = Path(folder) / clip.name
        with store_errors(clip.place, RecordingUnreadable):
            store, path = store_of(clip.place)
            store.get_file(path, str(copy))
            with contextlib.suppress(NotImplementedError):
                changed_s = store.modified(path).timestamp()
                os.utime(copy, (changed_s, changed_s))
        try:
            yield copy
        except HingecheckError as error:  # of the copy nobody knows
            raise type(error)(str(error).replace(str(copy), clip.place)) from error


def find_remote(address: str) -> Iterator[Clip]:
    """The recordings at an address: below a folder, matching a pattern, or the one.

    Raises:
        RecordingUnreadable: the store cannot be reached.
    """
    with store_errors(address, RecordingUnreadable):
        store, path = store_of(address)
        root = path if not any(sign in path for sign in "*?[") else _fixed_part(path)
        if root == path and store.isfile(path):
            yield Clip(store.unstrip_protocol(path))
            return
        there = set(store.find(root))
        for found in sorted(there):
            drawn = f"{found.rpartition('/')[0]}/{CLIP_FILE}" in there  # by an earlier batch
            if not drawn and (root == path or fnmatch.fnmatchcase(found, path)):
                folder = found[len(root) :].strip("/").rpartition("/")[0]
                yield Clip(store.unstrip_protocol(found), folder)


def remote_state(clip: Clip) -> tuple[int, int]:
    """The size of a recording in a store, and a number that changes with its content.

    Raises:
        RecordingUnreadable: it cannot be asked for.
    """
    with store_errors(clip.place, RecordingUnreadable):
        store, path = store_of(clip.place)
        told = store.info(path)
        return int(told["size"] or 0), hash(str(told.get("ETag", told.get("mtime", ""))))


def _fixed_part(pattern: str) -> str:
    """The folder before the first wildcard."""
    parts = pattern.split("/")
    wild = next(place for place, part in enumerate(parts) if any(sign in part for sign in "*?["))
    return "/".join(parts[:wild])


def write_remote(address: str, content: bytes) -> None:
    """Writes a file of a store at once.

    Raises:
        OutputError: it cannot be written.
    """
    with store_errors(address, OutputError):
        store, path = store_of(address)
        store.makedirs(path.rpartition("/")[0], exist_ok=True)
        store.pipe_file(path, content)
