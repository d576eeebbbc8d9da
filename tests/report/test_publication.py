import errno
import os
from pathlib import Path

import pytest

from hingecheck.report.publication import publish

NAMES = ("report.json", "annotated.mp4", "signals.csv")


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    """Three finished files."""
    folder = tmp_path / "stage"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text("new")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An earlier report, and something of the user's."""
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "report.json").write_text("old")
    (folder / "notes.txt").write_text("mine")
    return folder


def _contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def _fail_on(monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException) -> None:
    """Moving a staged file of this name into place fails once."""
    really_replace = Path.replace
    failed = []

    def replace(path: Path, target: Path) -> Path:
        if path.name == name and not failed:
            failed.append(name)
            raise error
        return really_replace(path, target)

    monkeypatch.setattr(Path, "replace", replace)


def _no_links(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_finished_files_replace_earlier_ones(stage: Path, folder: Path) -> None:
    """All of them move, and what is not named stays."""
    publish(stage, folder, NAMES)
    assert _contents(folder) == {**dict.fromkeys(NAMES, "new"), "notes.txt": "mine"}


def test_a_link_to_an_earlier_file_is_replaced_not_followed(stage: Path, folder: Path) -> None:
    """What a link in the folder points to is not ours to write to."""
    (folder / "report.json").replace(folder / "elsewhere.json")
    (folder / "report.json").symlink_to(folder / "elsewhere.json")
    publish(stage, folder, NAMES)
    assert _contents(folder)["elsewhere.json"] == "old"
    assert not (folder / "report.json").is_symlink()


def test_a_file_that_is_not_finished_is_passed_over(stage: Path, folder: Path) -> None:
    """An earlier file stays where there is no new one."""
    (stage / "report.json").unlink()
    publish(stage, folder, NAMES)
    assert _contents(folder)["report.json"] == "old"


@pytest.mark.parametrize("error", [OSError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("hard_links", [True, False])
def test_a_failure_in_the_middle_of_moving_undoes_it(
    stage: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    hard_links: bool,
) -> None:
    """A new report never stands beside an old video."""
    _fail_on(monkeypatch, "signals.csv", error)
    if not hard_links:
        monkeypatch.setattr(os, "link", _no_links)
    with pytest.raises(type(error)):
        publish(stage, folder, NAMES)
    assert _contents(folder) == {"report.json": "old", "notes.txt": "mine"}


def test_files_are_replaced_without_hard_links(
    stage: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory card's file system will do."""
    monkeypatch.setattr(os, "link", _no_links)
    publish(stage, folder, NAMES)
    assert _contents(folder)["report.json"] == "new"
