"""`hingecheck batch`, as a person types it."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hingecheck.cli import main

COMMAND = [sys.executable, "-c", "from hingecheck.cli import main; main()"]


def run(*arguments: object) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    return int(stop.value.code or 0)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.model
def test_a_folder_of_recordings(
    tiny_clip: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same bytes as a single run, one line for a bad file, exit code 7."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "anna").mkdir(parents=True)
    (tmp_path / "in" / "anna" / "swing.mp4").write_bytes(tiny_clip.read_bytes())
    (tmp_path / "in" / "-empty.mp4").touch()
    assert run("batch", "in", "-o", "out", "--model", "lite", "--jobs", 1) == 7
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "hingecheck: -empty.mp4 is empty" in said.err
    assert said.out == "1 of 2 recordings done, 1 failed.\nout/summary.html\n"
    (folder,) = (tmp_path / "out" / "anna").iterdir()
    single = ["analyze", "in/anna/swing.mp4", "-o", "single", "--model", "lite", "-q"]
    assert run(*single) == 0
    found = contents(folder)
    assert found.pop("clip.json").startswith(b"{")
    assert found == contents(tmp_path / "single")
    with (tmp_path / "out" / "summary.csv").open(newline="", encoding="utf-8") as file:
        assert [row["state"] for row in csv.DictReader(file)] == ["done", "failed"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["empty", "-o", "out"], 3, "no recordings in empty"),
        (["a.mp4", "-o", "out", "--criteria", "none.toml"], 4, "none.toml"),
        (["a.mp4"], 2, "--output"),
        (["a.mp4", "-o", "out", "--only", "poem"], 2, "poem"),
        (["a.mp4", "-o", "out", "--roi", "0,0,99,99", "--person", "1"], 2, "give one of them"),
        (["a.mp4", "-o", "a.mp4/x"], 6, "-o DIR"),
    ],
)
def test_slips_are_told_at_once(
    arguments: list[str],
    code: int,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is wrong for all recordings is one clear line before any of them is looked at."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("a.mp4").touch()
    assert run("batch", *arguments) == code
    assert words in capsys.readouterr().err
    assert not Path("out").exists()


@pytest.mark.model
def test_control_c(tiny_clip: Path, tmp_path: Path) -> None:
    """In mid-work: exit 130, a line that says how to go on, a summary and no half file."""
    clips = tmp_path / "in"
    clips.mkdir()
    (clips / "a.mp4").write_bytes(tiny_clip.read_bytes())
    out = tmp_path / "out"
    batch = subprocess.Popen(  # noqa: S603 - our own program
        [*COMMAND, "batch", clips, "-o", out, "--jobs", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while batch.poll() is None and not list(out.glob("*/.hingecheck-*")):
        time.sleep(0.02)
    os.killpg(batch.pid, signal.SIGINT)  # as a terminal does: the whole group
    said, errors = batch.communicate(timeout=60)
    assert batch.returncode == 130, errors
    assert "run the same command again" in said
    assert "Traceback" not in errors
    assert {path.name for path in out.iterdir()} == {
        *("summary.html", "summary.csv", "reps.csv", ".hingecheck.lock")
    }
