"""The commands round the review page, on tracks of synthetic lifters."""

import json
from pathlib import Path

import pytest

import hingecheck
from hingecheck.capture.track_file import save_track
from hingecheck.cli import main
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing


def run(*arguments: object) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    return int(stop.value.code or 0)


@pytest.fixture
def track(tmp_path: Path) -> Path:
    """A track of three synthetic swings, in a folder of results."""
    folder = tmp_path / "swing.hingecheck"
    folder.mkdir()
    with (folder / "track.npz").open("wb") as file:
        save_track(filmed(swing(3)), file)
    return folder / "track.npz"


def notes_of(track: Path, there: bool = True, sha256: str = "") -> dict:
    """Notes on the first finding, as the page saves them."""
    analysis = hingecheck.judge(hingecheck.load_track(track))
    found = analysis.findings[0]
    note = {"code": found.code, "rep": found.rep, "verdict": found.verdict, "there": there}
    recording = {"name": "swing.mp4", "sha256": sha256 or analysis.recording.sha256}
    return {"notes_version": 1, "recording": recording, "notes": [note | {"comment": "so it is"}]}


@pytest.mark.parametrize("command", ["report", "compare", "validate", "export"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` says how each is used."""
    assert run(command, "--help") == 0
    assert f"Usage: hingecheck {command}" in capsys.readouterr().out


def test_the_page_from_a_track(track: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without its recording a track still gives page and captions, and says what is missing."""
    assert run("report", track) == 0
    assert "--video" in capsys.readouterr().err
    names = {path.name for path in track.parent.iterdir()}
    assert names == {"track.npz", "report.html", "annotated.vtt", "annotated.srt"}
    assert run("report", track) == 6
    assert run("report", track, "--overwrite", "-q") == 0


def test_notes_go_into_the_page(track: Path, tmp_path: Path) -> None:
    """`--notes` brings a coach's word back; notes on another recording are refused."""
    path = tmp_path / "swing.notes.json"
    path.write_text(json.dumps(notes_of(track)))
    assert run("report", track, "--notes", path, "-q") == 0
    assert "so it is" in (track.parent / "report.html").read_text(encoding="utf-8")
    path.write_text(json.dumps(notes_of(track, sha256="ab" * 32)))
    assert run("report", track, "--notes", path, "--overwrite", "-q") == 3


def test_another_video_is_refused(
    track: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A film that is not the track's recording is one clear line, and nothing is written."""
    other = tmp_path / "other.mp4"
    other.write_bytes(b"something else")
    assert run("report", track, "--video", other) == 3
    assert "SHA-256" in capsys.readouterr().err
    assert not (track.parent / "report.html").exists()


def test_notes_are_validated(
    track: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Precision and recall with their n, from every notes file below a folder."""
    folder = tmp_path / "notes" / "march"
    folder.mkdir(parents=True)
    content = notes_of(track)
    content["notes"][0]["verdict"] = "fault"
    (folder / "swing.notes.json").write_text(json.dumps(content))
    assert run("validate", tmp_path / "notes") == 0
    shown = capsys.readouterr().out
    assert "1 notes file on 1 recording" in shown
    assert shown.count("1 of 1 (100%)") == 2


@pytest.mark.parametrize("place", ["", "none"])
def test_no_notes(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty or missing folder is one clear line, exit 3."""
    assert run("validate", tmp_path / place) == 3
    assert "notes" in capsys.readouterr().err


def test_a_track_against_itself(
    track: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing has changed, in the words of the terminal and of the page."""
    assert run("compare", track, track, "-o", tmp_path / "c", "--movement", "swing") == 0
    shown = capsys.readouterr().out
    assert "within measuring error" in shown
    assert "beyond measuring error" not in shown
    page = (tmp_path / "c" / "compare.html").read_text(encoding="utf-8")
    assert "Nothing changed beyond measuring error." in page


def test_joints_and_angles_are_exported(track: Path) -> None:
    """TRC and MOT beside the track; without a height it is a usage error."""
    assert run("export", track) == 2
    assert run("export", track, "--height-cm", 178) == 0
    assert (track.parent / "joints.trc").read_text().startswith("PathFileType")
    assert "endheader" in (track.parent / "angles.mot").read_text()
