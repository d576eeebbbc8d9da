"""Moves finished files into their folder: all of them, or none."""

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

KEPT_FOLDER: Final = "earlier"


def publish(stage: Path, folder: Path, names: Sequence[str]) -> None:
    """Moves files from one folder to another of the same file system, replacing earlier ones.

    Args:
        stage: where the finished files are; used for keeping the earlier ones meanwhile.
        folder: where they go.
        names: bare names; those that are not in `stage` are passed over.

    Raises:
        OSError: a file cannot be moved; the folder is then as it was before.
    """
    kept_folder = stage / KEPT_FOLDER
    kept_folder.mkdir()
    undo: list[Callable[[], object]] = []
    try:
        for name in names:
            if (stage / name).exists():
                _move(stage / name, folder / name, kept_folder / name, undo)
    except BaseException:  # Ctrl-C as well
        for step in reversed(undo):
            with contextlib.suppress(OSError):
                step()
        raise


def _move(staged: Path, final: Path, kept: Path, undo: list[Callable[[], object]]) -> None:
    if os.path.lexists(final):
        undo.append(partial(kept.replace, final))
        _keep(final, kept)
    else:
        undo.append(partial(final.unlink, missing_ok=True))
    staged.replace(final)


def _keep(final: Path, kept: Path) -> None:
    try:
        # a second name, so that the earlier file stays in its place until the very moment
        os.link(final, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):
        final.replace(kept)  # a file system without hard links
