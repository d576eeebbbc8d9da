"""The command line without the pose model: usage, errors, exit codes, judging a stored track."""

import json
from pathlib import Path

import pytest

import hingecheck
from hingecheck.analysis.faults import FAULTS
from hingecheck.capture.track_file import save_track
from hingecheck.cli import INTERRUPTED, commands, main
from hingecheck.report.json_report import report_schema
from tests.made_video import MadeVideo, write_sound
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing


def run(*arguments: str) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


@pytest.fixture
def stored_track(tmp_path: Path) -> Path:
    """A track of three synthetic swings, in a folder of results."""
    folder = tmp_path / "swing.hingecheck"
    folder.mkdir()
    with (folder / "track.npz").open("wb") as file:
        save_track(filmed(swing(3)), file)
    return folder / "track.npz"


@pytest.mark.parametrize(
    "command", ["", "analyze", "track", "judge", "explain", "schema", "doctor"]
)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` works everywhere and says how the command is used."""
    assert run(*command.split(), "--help") == 0
    assert "Usage: hingecheck" in capsys.readouterr().out


def test_version_names_engines_and_models(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` tells everything that a report depends on."""
    assert run("--version") == 0
    shown = capsys.readouterr().out
    for part in (f"hingecheck {hingecheck.__version__}", "mediapipe 0.10.", "pose model full"):
        assert part in shown


def test_explain_lists_every_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code `explain` names all checks."""
    assert run("explain") == 0
    shown = capsys.readouterr().out
    assert all(fault.code in shown and fault.name in shown for fault in FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_explain_prints_the_page(fault, capsys: pytest.CaptureFixture[str]) -> None:
    """With a code it prints the check's own page with its limits."""
    assert run("explain", fault.code) == 0
    shown = capsys.readouterr().out
    assert fault.cue in shown
    assert all(limits.source in shown for limits in fault.criteria.values())


def test_explain_of_an_unknown_check(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt check is one line that names the known ones, exit 4."""
    assert run("explain", "roundback") == 4
    message = capsys.readouterr().err.strip()
    assert "roundback" in message
    assert "spine_round" in message
    assert "\n" not in message


def test_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema` prints what the report is validated by."""
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out) == report_schema()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(lambda _: None, "no file", id="missing"),
        pytest.param(lambda path: path.mkdir(), "folder", id="folder"),
        pytest.param(lambda path: path.touch(), "empty", id="empty"),
        pytest.param(lambda path: path.write_text("not a film"), "not a video", id="text"),
        pytest.param(write_sound, "no picture", id="sound only"),
    ],
)
def test_a_bad_recording_is_one_line(
    make, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no video ends with exit 3, one clear line, and nothing left behind."""
    recording = tmp_path / "swing.mp4"
    make(recording)
    before = sorted(tmp_path.iterdir())
    assert run("analyze", str(recording)) == 3
    shown = capsys.readouterr()
    assert words in shown.err
    assert len(shown.err.strip().splitlines()) == 1
    assert shown.out == ""
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("analyze",), id="no recording"),
        pytest.param(("analyze", "a.mp4", "--movement", "squat"), id="unknown movement"),
        pytest.param(("analyze", "a.mp4", "--only", "pdf"), id="unknown output"),
        pytest.param(("analyze", "a.mp4", "--only", "video", "--no-video"), id="nothing to write"),
        pytest.param(("analyze", "a.mp4", "--start", "-1"), id="negative start"),
        pytest.param(("analyze", "a.mp4", "--json", "x.json"), id="json to a file"),
        pytest.param(("dance",), id="unknown command"),
    ],
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...]) -> None:
    """What click finds wrong, and what we find wrong with flags, is exit 2."""
    assert run(*arguments) == 2


def test_start_after_end_is_wrong_usage(tmp_path: Path) -> None:
    """A stretch that ends before it begins is refused before any work, and leaves nothing."""
    recording = MadeVideo().write(tmp_path / "a.mp4")
    assert run("analyze", str(recording), "--start", "2", "--end", "1") == 2
    assert list(tmp_path.iterdir()) == [recording]


def test_an_existing_result_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--overwrite` an earlier report stays, exit 6, before the slow work."""
    recording = MadeVideo().write(tmp_path / "swing.mp4")
    earlier = tmp_path / "swing.hingecheck" / "report.json"
    earlier.parent.mkdir()
    earlier.write_text("mine")
    assert run("analyze", str(recording)) == 6
    assert "--overwrite" in capsys.readouterr().err
    assert earlier.read_text() == "mine"
    assert list(earlier.parent.iterdir()) == [earlier]


def test_judge_writes_report_and_signals(
    stored_track: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stored track is judged without video or model, into its own folder."""
    assert run("judge", str(stored_track)) == 0
    report = json.loads((stored_track.parent / "report.json").read_text())
    assert report["movement"]["name"] == "swing"
    assert sum(not rep["partial"] for rep in report["reps"]) == 3
    assert (stored_track.parent / "signals.csv").exists()
    assert "3 full reps" in capsys.readouterr().out


def test_judge_to_standard_output(stored_track: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json -` prints the report, only the report, and writes nothing."""
    assert run("judge", str(stored_track), "--json", "-") == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["movement"]["name"] == "swing"
    assert shown.err == ""
    assert list(stored_track.parent.iterdir()) == [stored_track]


def test_judge_quietly(stored_track: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--quiet` says nothing at all when all goes well."""
    assert run("judge", str(stored_track), "-q") == 0
    shown = capsys.readouterr()
    assert shown.out == shown.err == ""


def test_judge_with_the_movement_said(stored_track: Path) -> None:
    """What the user says overrides what it looks like."""
    assert run("judge", str(stored_track), "--movement", "rdl", "-q") == 0
    report = json.loads((stored_track.parent / "report.json").read_text())
    assert report["movement"]["name"] == "rdl"
    assert report["movement"]["confidence"] == 1


def test_judge_against_a_plan(stored_track: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was asked for is told beside what was done, and stands in the report."""
    assert run("judge", str(stored_track), "--expect", "3x10-12", "--rest", "120") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Asked for: 3 sets of 10 to 12 reps, 120 s rest; 1 set found, 2 fewer." in said
    report = json.loads((stored_track.parent / "report.json").read_text())
    assert (report["workout"]["sets_asked"], report["workout"]["as_asked"]) == (3, False)


@pytest.mark.parametrize(
    ("slip", "hint"),
    [
        (("--expect", "ten"), "3x10"),
        (("--expect", "0x10"), "3x10"),
        (("--expect", "3x12-10"), "3x10"),
        (("--rest", "120"), "--expect"),
    ],
)
def test_a_slip_in_the_plan(
    slip: tuple[str, ...], hint: str, stored_track: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told at once, with an example of how it is written."""
    assert run("judge", str(stored_track), *slip) == 2
    assert hint in capsys.readouterr().err


def test_judge_with_a_profile(stored_track: Path) -> None:
    """A built-in profile changes the limits, and the report names it."""
    assert run("judge", str(stored_track), "--criteria", "hardstyle", "-q") == 0
    report = json.loads((stored_track.parent / "report.json").read_text())
    assert report["settings"]["criteria"] == "profile hardstyle"


def test_judge_with_own_criteria(stored_track: Path, tmp_path: Path) -> None:
    """A file of one's own switches a check off."""
    own = tmp_path / "mine.toml"
    own.write_text("[checks.squat_pattern]\nrun = false\n")
    assert run("judge", str(stored_track), "--criteria", str(own), "-q") == 0
    report = json.loads((stored_track.parent / "report.json").read_text())
    assert "squat_pattern" not in {finding["code"] for finding in report["findings"]}
    assert report["settings"]["criteria"] == "mine.toml"


@pytest.mark.parametrize("text", ["[checks.roundback]\nrun = false\n", "not toml ["])
def test_a_slip_in_the_criteria(
    text: str, stored_track: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown check, or a file that is no TOML, is one line and exit 4."""
    own = tmp_path / "mine.toml"
    own.write_text(text)
    assert run("judge", str(stored_track), "--criteria", str(own)) == 4
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_judge_of_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no track is one line and exit 3."""
    path = tmp_path / "track.npz"
    path.write_text("no")
    assert run("judge", str(path)) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_control_c_is_exit_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends with one calm line and exit 130, never a traceback."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.explain, "callback", interrupt)
    assert run("explain") == INTERRUPTED
    assert "Stopped" in capsys.readouterr().err


def test_a_hostile_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Escape codes and line breaks in a name are shown, not obeyed."""
    assert run("analyze", "a\x1b[31m\nb.mp4") == 3
    message = capsys.readouterr().err
    assert "\x1b" not in message
    assert message.count("\n") == 1
