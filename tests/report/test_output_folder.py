import errno
import tempfile
from pathlib import Path

import pytest

from hingecheck.errors import OutputError
from hingecheck.report.output_folder import OutputFolder

NAMES = ("report.json", "annotated.mp4", "signals.csv")
ODD_NAMES = ["two words", "-rf", "\U0001f3cb swing", "http:swing", "[bold]a"]


class Broken(Exception):
    """What a writer might raise."""


def _write(output: OutputFolder, text: str = "new", names: tuple[str, ...] = NAMES) -> None:
    for name in names:
        output.staged(name).write_text(text)


def _contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def _run(folder: Path, error: BaseException, text: str = "half") -> None:
    """A run that writes a part of its files and then ends by an error."""
    with OutputFolder(folder, NAMES, overwrite=True) as output:
        _write(output, text, names=NAMES[:2])
        raise error


@pytest.mark.parametrize("name", ["swing.hingecheck", *ODD_NAMES])
def test_files_appear_under_their_names_at_the_end(tmp_path: Path, name: str) -> None:
    """Before the end the folder shows nothing; after it, all files and nothing else."""
    folder = tmp_path / name
    with OutputFolder(folder, NAMES) as output:
        _write(output)
        assert all(path.name.startswith(".") for path in folder.iterdir())
        assert output.files == ()
    assert _contents(folder) == dict.fromkeys(NAMES, "new")
    assert output.files == tuple(folder / file for file in NAMES)


def test_a_name_with_a_leading_dash_never_looks_like_a_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes a staged file gets a whole path, also for a folder named from here."""
    monkeypatch.chdir(tmp_path)
    with OutputFolder(Path("-o.hingecheck"), NAMES) as output:
        assert output.staged("report.json").is_absolute()
        _write(output)
    assert _contents(tmp_path / "-o.hingecheck") == dict.fromkeys(NAMES, "new")


def test_folders_above_are_made(tmp_path: Path) -> None:
    """`-o week/monday` needs no mkdir."""
    with OutputFolder(tmp_path / "week" / "monday", NAMES) as output:
        _write(output)
    assert (tmp_path / "week" / "monday" / "report.json").exists()


def test_a_file_that_was_not_staged_is_not_missed(tmp_path: Path) -> None:
    """A recording without anything to draw leaves no video."""
    with OutputFolder(tmp_path, NAMES) as output:
        _write(output, names=("report.json",))
    assert output.files == (tmp_path / "report.json",)


def test_an_earlier_file_that_is_not_made_again_goes(tmp_path: Path) -> None:
    """What an earlier run showed does not stand beside a report that knows nothing of it."""
    for name in (*NAMES, "mine.txt"):
        (tmp_path / name).write_text("old")
    with OutputFolder(tmp_path, NAMES, overwrite=True) as output:
        _write(output, names=("report.json",))
    assert sorted(_contents(tmp_path)) == ["mine.txt", "report.json"]
    assert _contents(tmp_path)["report.json"] != "old"


def test_existing_results_are_refused_before_the_work(tmp_path: Path) -> None:
    """One line that names the file, --overwrite and -o; nothing is touched."""
    (tmp_path / "signals.csv").write_text("old")
    with pytest.raises(OutputError) as caught, OutputFolder(tmp_path, NAMES):
        pytest.fail("the work began")
    assert str(caught.value) == (
        f"{tmp_path / 'signals.csv'} exists already. Replace it with --overwrite, or name another "
        "place with -o DIR"
    )
    assert _contents(tmp_path) == {"signals.csv": "old"}


def test_an_error_is_one_line_whatever_the_name(tmp_path: Path) -> None:
    """A line end in a folder's name does not break the message."""
    folder = tmp_path / "two\nlines"
    folder.mkdir()
    (folder / "report.json").touch()
    with pytest.raises(OutputError, match="exists already") as caught, OutputFolder(folder, NAMES):
        pytest.fail("the work began")
    assert "\n" not in str(caught.value)


def test_overwrite_replaces_our_files_only(tmp_path: Path) -> None:
    """What else the user keeps in the folder stays."""
    (tmp_path / "report.json").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    with OutputFolder(tmp_path, NAMES, overwrite=True) as output:
        _write(output)
    assert _contents(tmp_path) == {**dict.fromkeys(NAMES, "new"), "notes.txt": "mine"}


@pytest.mark.parametrize("error", [Broken(), KeyboardInterrupt(), SystemExit(1)])
def test_an_interrupted_run_leaves_an_earlier_result(tmp_path: Path, error: BaseException) -> None:
    """Whatever ends the work, Ctrl-C too, the folder is as it was before."""
    (tmp_path / "report.json").write_text("old")
    with pytest.raises(type(error)):
        _run(tmp_path, error)
    assert _contents(tmp_path) == {"report.json": "old"}


def test_an_interrupted_first_run_leaves_nothing(tmp_path: Path) -> None:
    """Folders that were made for it are gone again."""
    folder = tmp_path / "week" / "monday"
    with pytest.raises(KeyboardInterrupt):
        _run(folder, KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_the_user_filled_meanwhile_stays(tmp_path: Path) -> None:
    """Only an empty folder is removed."""
    folder = tmp_path / "swing.hingecheck"
    output = OutputFolder(folder, NAMES).__enter__()
    (folder / "notes.txt").write_text("mine")
    output.__exit__(Broken, Broken(), None)
    assert _contents(folder) == {"notes.txt": "mine"}


def test_a_file_that_appears_during_the_work_is_not_replaced(tmp_path: Path) -> None:
    """Two runs at once do not write over each other."""
    output = OutputFolder(tmp_path, NAMES).__enter__()
    _write(output)
    (tmp_path / "report.json").write_text("somebody's")
    with pytest.raises(OutputError, match="exists already"):
        output.__exit__(None, None, None)
    assert _contents(tmp_path) == {"report.json": "somebody's"}


def test_the_recording_is_never_replaced(tmp_path: Path) -> None:
    """A recording called annotated.mp4 survives `-o . --overwrite`."""
    recording = tmp_path / "annotated.mp4"
    recording.write_text("film")
    output = OutputFolder(tmp_path, NAMES, overwrite=True, inputs=[recording])
    with pytest.raises(OutputError, match="is what is being read"), output:
        pytest.fail("the work began")
    assert _contents(tmp_path) == {"annotated.mp4": "film"}


def test_a_folder_in_a_files_place_is_refused(tmp_path: Path) -> None:
    """--overwrite replaces files, never folders."""
    (tmp_path / "report.json").mkdir()
    with (
        pytest.raises(OutputError, match="it is a folder"),
        OutputFolder(tmp_path, NAMES, overwrite=True),
    ):
        pytest.fail("the work began")


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    """The line says what is in the way and what to do."""
    place = tmp_path / "swing.hingecheck"
    place.touch()
    with (
        pytest.raises(OutputError, match=r"is not a folder.*-o DIR"),
        OutputFolder(place, NAMES, overwrite=True),
    ):
        pytest.fail("the work began")


def test_a_file_above_the_folder_is_refused(tmp_path: Path) -> None:
    """A place that cannot be made is one line, too."""
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match="Cannot write to"),
        OutputFolder(tmp_path / "file" / "results", NAMES),
    ):
        pytest.fail("the work began")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """The system's own limit becomes one line."""
    with pytest.raises(OutputError, match="too long"), OutputFolder(tmp_path / ("a" * 300), NAMES):
        pytest.fail("the work began")


def test_an_unwritable_place_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, and no folder is left behind; root is told so as well."""
    monkeypatch.setattr(tempfile, "mkdtemp", _refuse)
    with (
        pytest.raises(OutputError, match=r"Cannot write to .*: permission denied.*-o DIR"),
        OutputFolder(tmp_path / "new", NAMES),
    ):
        pytest.fail("the work began")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_during_the_work_is_one_line(tmp_path: Path) -> None:
    """The disk's trouble is the user's to know, not a traceback."""
    with pytest.raises(OutputError, match="no space left"), OutputFolder(tmp_path / "new", NAMES):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_other_errors_of_the_work_stay_what_they_are(tmp_path: Path) -> None:
    """A missing file inside the program is not blamed on the output."""
    with pytest.raises(FileNotFoundError), OutputFolder(tmp_path / "new", NAMES):
        raise FileNotFoundError(errno.ENOENT, "No such file")


def test_only_announced_bare_names_are_staged(tmp_path: Path) -> None:
    """Nothing can be written elsewhere by mistake."""
    with pytest.raises(ValueError, match="bare names"):
        OutputFolder(tmp_path, ["../report.json"])
    with OutputFolder(tmp_path, NAMES) as output, pytest.raises(ValueError, match="not announced"):
        output.staged("other.json")


def test_a_file_that_cannot_be_moved_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trouble at the very end is told like trouble at the beginning, and leaves nothing."""
    output = OutputFolder(tmp_path / "new", NAMES).__enter__()
    _write(output)
    monkeypatch.setattr(Path, "replace", _refuse)
    with pytest.raises(OutputError, match="permission denied"):
        output.__exit__(None, None, None)
    assert list(tmp_path.iterdir()) == []


def _refuse(*_: object, **__: object) -> Path:
    raise PermissionError(errno.EACCES, "Permission denied")
