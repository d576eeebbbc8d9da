"""`hingecheck progress`, on stored reports."""

import csv
import os
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.cli import main
from hingecheck.domain.analysis import Analysis
from hingecheck.report.json_report import report_json
from tests.report.made_analysis import made_analysis


def run(*arguments: object) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    return int(stop.value.code or 0)


def store(root: Path, name: str, analysis: Analysis, day: int) -> None:
    """The report of a single run, made on a day of November 2023."""
    recording = evolve(analysis.recording, name=f"{name}.mp4", sha256=f"{day:064d}")
    folder = root / "anna" / f"{name}.hingecheck"
    folder.mkdir(parents=True)
    path = folder / "report.json"
    path.write_text(report_json(evolve(analysis, recording=recording)), encoding="utf-8")
    os.utime(path, (1_700_000_000 + day * 86_400,) * 2)


def deeper(analysis: Analysis) -> Analysis:
    """The same lifter with one measure 40 degrees further."""
    findings = tuple(
        evolve(found, measurement=evolve(found.measurement, value=found.measurement.value + 40))
        if found.code == "shallow_hinge" and found.measurement is not None
        else found
        for found in analysis.findings
    )
    return evolve(analysis, findings=findings)


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """Two reports of one lifter, eight days apart, one of them with a date in its name."""
    before = made_analysis(all_clear=True)
    store(tmp_path, "first <img src=x>", before, 1)
    store(tmp_path, "2023-11-23", deeper(before), 9)
    return tmp_path


def test_what_changed_is_told(season: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The change with its error, how the dates are known, a page, and a row per point."""
    assert run("progress", season, "--lifter", "anna") == 0
    said = capsys.readouterr().out
    assert "anna: " in said
    assert "Shallow hinge: further from the limit, beyond measuring error (+40.0°" in said
    assert "The date of 1 of 2 recordings is read from the file's name" in said
    page = (season / "progress.html").read_text(encoding="utf-8")
    assert "1 of " in page
    assert "<img src=x>" not in page
    with (season / "progress.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["topic"] == "shallow_hinge"]
    assert [row["recorded_on"][:10] for row in rows] == ["2023-11-15", "2023-11-23"]
    assert [row["recorded_from"] for row in rows] == ["modified", "name"]
    assert float(rows[1]["mean"]) - float(rows[0]["mean"]) == pytest.approx(40.0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none"], "none is not a folder"),
        (["."], "no report with a full rep"),
        (["anna", "--lifter", "ben"], "no results of 'ben'"),
    ],
)
def test_nothing_to_follow(
    arguments: list[str],
    words: str,
    season: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One clear line, exit 3, where there are no results or none of this lifter."""
    empty = season / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty if arguments == ["."] else season)
    assert run("progress", *arguments) == 3
    assert words in capsys.readouterr().err
