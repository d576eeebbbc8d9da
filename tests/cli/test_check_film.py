import json
from pathlib import Path

import numpy as np
import pytest

from hingecheck.capture.track_file import load_track, save_track
from hingecheck.cli import main
from hingecheck.domain.film_check import FactName
from hingecheck.pipeline import judge
from hingecheck.report.json_report import report_json
from tests.analysis.film.made_picture import pictured
from tests.docs.pages import shell_lines
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import swing

TRACK = pictured(filmed(swing(3), Film(yaw_deg=30.0)))


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the results of a film from 30 degrees."""
    folder = tmp_path / "swing.hingecheck"
    folder.mkdir()
    with (folder / "track.npz").open("wb") as file:
        save_track(TRACK, file)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


@pytest.mark.usefixtures("in_folder")
def test_the_guide_s_example_says_all(capsys: pytest.CaptureFixture[str]) -> None:
    """The line of the recording guide prints every fact, the checks and the one instruction."""
    (line,) = {line for _, line in shell_lines() if "check-film" in line and ".npz" in line}
    assert run(*line.split()[1:]) == 0
    shown = capsys.readouterr().out
    for words in (*(name.capitalize() for name in FactName), "Can be measured", "Not measurable"):
        assert words in shown
    assert "square to your side: here it stood 30" in " ".join(shown.split())


@pytest.mark.usefixtures("in_folder")
def test_no_file_is_written(in_folder: Path) -> None:
    """It only looks."""
    before = sorted(in_folder.rglob("*"))
    assert run("check-film", "swing.hingecheck/track.npz", "-q") == 0
    assert sorted(in_folder.rglob("*")) == before


@pytest.mark.usefixtures("in_folder")
def test_a_program_gets_the_report_s_own_part(capsys: pytest.CaptureFixture[str]) -> None:
    """`--json -` prints what `report.json` holds under `film`."""
    assert run("check-film", "swing.hingecheck/track.npz", "--json", "-") == 0
    whole = report_json(judge(load_track("swing.hingecheck/track.npz")))
    assert json.loads(capsys.readouterr().out) == json.loads(whole)["film"]


@pytest.mark.usefixtures("in_folder")
def test_slow_motion_is_taken_from_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    """`--slowmo` is told back, in every command that judges."""
    assert run("check-film", "swing.hingecheck/track.npz", "--slowmo", "4") == 0
    assert "slowed 4 times, as you said" in capsys.readouterr().out
    assert run("judge", "swing.hingecheck/track.npz", "--slowmo", "4", "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["settings"]["slowmo"] == 4.0


@pytest.mark.usefixtures("in_folder")
def test_a_report_begins_with_what_is_poor(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The terminal's first lines name what is wrong with the film, and the next one."""
    with (in_folder / "dark.npz").open("wb") as file:
        save_track(pictured(TRACK, brightness=np.full(len(TRACK.time_s), 10.0)), file)
    assert run("judge", "dark.npz") == 0
    head = " ".join(capsys.readouterr().out.partition("Faults")[0].split())
    assert "Film: Too dark" in head
    assert "Next film: Put the phone at hip height" in head


def test_a_stretch_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    """Before the slow work."""
    assert run("check-film", str(tmp_path / "swing.mp4"), "--start", "5", "--end", "3") == 2
