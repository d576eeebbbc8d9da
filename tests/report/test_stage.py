"""What a killed run leaves is cleared; what a running one needs is not."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.stage import Stage, clear_stale

NAME = "report.json"
# Writes half a file into a stage, says so, and waits.
HALF = """
import sys, time
from pathlib import Path
from hingecheck.report.output_folder import OutputFolder
with OutputFolder(Path(sys.argv[1]), ["report.json"]) as place:
    place.staged("report.json").write_text("{")
    print("half", flush=True)
    time.sleep(60)
"""


def stages(folder: Path) -> list[str]:
    """Names of the hidden folders."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """A living run keeps its hidden folder beside another run; a killed one's is cleared."""
    folder = tmp_path / "swing.hingecheck"
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", HALF, str(folder)], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "half\n"
        [living] = stages(folder)
        with OutputFolder(folder, [NAME]):
            assert living in stages(folder)
        assert stages(folder) == [living]
        assert (folder / living / NAME).read_text() == "{"
        running.send_signal(signal.SIGKILL)
    assert stages(folder) == [living]
    with OutputFolder(folder, [NAME]) as place:
        assert living not in stages(folder)
        place.staged(NAME).write_text("{}")
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_nothing_else_is_cleared(tmp_path: Path) -> None:
    """A file, a link, and a folder of another name stay, whatever they begin with."""
    (elsewhere := tmp_path / "elsewhere").mkdir()
    (elsewhere / "kept").write_text("mine")
    folder = tmp_path / "results"
    (folder / ".hingecheck-mine").mkdir(parents=True)
    (folder / ".hingecheck-abcd1234").write_text("a file")
    (folder / ".hingecheck-linked_1").symlink_to(elsewhere)
    before = stages(folder)
    clear_stale(folder)
    assert stages(folder) == before
    assert (elsewhere / "kept").read_text() == "mine"


def test_a_stage_of_this_very_process_is_alive(tmp_path: Path) -> None:
    """Two stages of one process do not clear each other."""
    stage = Stage(tmp_path)
    clear_stale(tmp_path)
    assert stage.path.is_dir()
    stage.remove()
    assert stages(tmp_path) == []


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_place_without_stages_is_no_trouble(name: str, tmp_path: Path) -> None:
    """A folder that is missing, or none, is passed over."""
    (tmp_path / "file").touch()
    clear_stale(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
