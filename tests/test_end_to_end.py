"""The whole walk on the sample clips, with the real pose model."""

import hashlib
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import av
import jsonschema
import numpy as np
import pytest

import hingecheck
from hingecheck.cli import main
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Verdict
from hingecheck.report.json_report import report_schema
from tests.made_video import MadeVideo

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_clips"


def truth_of(name: str) -> dict:
    """The rendered lifter's own account of a sample clip."""
    return json.loads((SAMPLES / f"{name}.truth.json").read_text())


@pytest.fixture(scope="session")
def swing_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the README's first command, made once."""
    folder = tmp_path_factory.mktemp("results") / "swing"
    with pytest.raises(SystemExit) as stop:
        main(["analyze", str(SAMPLES / "swing_side_good.mp4"), "-o", str(folder), "-q"])
    assert not stop.value.code
    return folder


@pytest.fixture(scope="session")
def swing_analysis(swing_folder: Path) -> Analysis:
    """The same, judged again from the stored track."""
    return hingecheck.judge(hingecheck.load_track(swing_folder / "track.npz"))


def test_the_files_are_there(swing_folder: Path) -> None:
    """One command leaves the reports, the video with its captions and the track, nothing else."""
    names = {path.name for path in swing_folder.iterdir()}
    # slow_motion.mp4 shows faults; good swings have none
    assert names - {"slow_motion.mp4"} == {
        *("report.json", "report.html", "signals.csv", "track.npz"),
        *("annotated.mp4", "annotated.vtt", "annotated.srt", "kinogram.png"),
    }


def test_the_report_follows_its_schema(swing_folder: Path) -> None:
    """What is written is what `hingecheck schema` promises."""
    jsonschema.validate(json.loads((swing_folder / "report.json").read_text()), report_schema())


def test_a_stored_track_gives_the_same_report(swing_folder: Path, swing_analysis: Analysis) -> None:
    """Judging the stored track gives the fresh run's report, byte for byte."""
    fresh = (swing_folder / "report.json").read_text(encoding="utf-8")
    assert hingecheck.report_json(swing_analysis) == fresh


def test_the_swings_are_counted_when_they_happen(swing_analysis: Analysis) -> None:
    """Four swings, each bottom and top within a tenth of a second of the truth."""
    truth = truth_of("swing_side_good")["reps"]
    times = swing_analysis.pose.time_s
    reps = swing_analysis.full_reps
    assert len(reps) == len(truth) == 4
    for rep, true in zip(reps, truth, strict=True):
        assert abs(times[rep.bottom] - true["bottom_s"]) <= 0.1
        assert abs(times[rep.top] - true["top_s"]) <= 0.15


def test_a_good_swing_has_no_fault(swing_analysis: Analysis) -> None:
    """Clean swings from the side: everything is measured, and nothing is a fault."""
    verdicts = [finding.verdict for finding in swing_analysis.findings]
    assert Verdict.FAULT not in verdicts
    assert verdicts.count(Verdict.NOT_MEASURABLE) <= len(verdicts) // 20


@pytest.mark.parametrize(
    ("signal", "true_name", "limit"),
    [
        ("trunk_inclination", "trunk_inclination_deg", 6),
        ("knee_flexion", "knee_flexion_deg", 10),
        ("trunk_thigh_flexion", "trunk_thigh_flexion_deg", 12),
        ("swing_height", "hands_height_trunk", 0.2),
    ],
)
def test_signals_are_near_the_truth(
    swing_analysis: Analysis, signal: str, true_name: str, limit: float
) -> None:
    """The mean error over the clip stays within what was measured when this was written.

    Wide on purpose: it catches a wrong sign, unit or frame. The accuracy bench reports accuracy.
    """
    values = swing_analysis.signals[signal].values
    true = np.array(truth_of("swing_side_good")[true_name])
    assert np.nanmean(np.abs(values - true[: len(values)])) <= limit


def test_the_annotated_video_matches_the_recording(swing_folder: Path) -> None:
    """As many frames as the recording, H.264, upright, as long."""
    with av.open(str(SAMPLES / "swing_side_good.mp4")) as source:
        frames = sum(1 for _ in source.decode(video=0))
        seconds = source.duration / av.time_base
    with av.open(str(swing_folder / "annotated.mp4")) as shown:
        stream = shown.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.width < stream.height
        assert sum(1 for _ in shown.decode(stream)) == frames
        assert abs(shown.duration / av.time_base - seconds) < 0.05


def test_a_squatty_deadlift_is_told() -> None:
    """Three squatted deadlifts are counted, and never called a clean hinge."""
    clip = SAMPLES / "deadlift_side_squatty.mp4"
    analysis = hingecheck.analyze(clip, movement="deadlift")
    assert len(analysis.full_reps) == 3
    squat = [finding for finding in analysis.findings if finding.code == "squat_pattern"]
    assert all(finding.verdict in {Verdict.BORDERLINE, Verdict.FAULT} for finding in squat)


def test_an_oblique_view_is_judged_as_far_as_it_can_be() -> None:
    """From 45 degrees clean swings are counted, have no fault, and lockout is left to the side."""
    analysis = hingecheck.analyze(SAMPLES / "swing_45_front.mp4")
    assert len(analysis.full_reps) == len(truth_of("swing_45_front")["reps"])
    found = {(finding.code, finding.verdict) for finding in analysis.findings}
    assert Verdict.FAULT not in {verdict for _, verdict in found}
    assert ("squat_pattern", Verdict.CLEAR) in found
    lockouts = [finding for finding in analysis.findings if finding.code == "lockout_hip"]
    assert all("from the front" in finding.reason for finding in lockouts)


def test_a_stretch_of_the_recording(tmp_path: Path) -> None:
    """`--start` and `--end` look at just that stretch; the video shows only it."""
    with pytest.raises(SystemExit) as stop:
        main(
            [
                *("analyze", str(SAMPLES / "swing_side_good.mp4"), "-o", str(tmp_path), "-q"),
                *("--start", "2.2", "--end", "4.0", "--only", "json,video"),
            ]
        )
    assert not stop.value.code
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["settings"]["start_s"] == 2.2
    [rep] = [rep for rep in report["reps"] if not rep["partial"]]
    assert 2.2 <= rep["bottom_s"] <= rep["top_s"] <= 4.0
    with av.open(str(tmp_path / "annotated.mp4")) as shown:
        assert abs(shown.duration / av.time_base - 1.8) < 0.1


def test_a_stretch_beyond_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A `--start` after the recording's end is one clear line, exit 3, and leaves nothing."""
    recording = MadeVideo().write(tmp_path / "short.mp4")
    with pytest.raises(SystemExit) as stop:
        main(["analyze", str(recording), "--start", "99"])
    assert stop.value.code == 3
    assert "--start" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [recording]


def test_nobody_in_the_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A film of nobody is one clear line, exit 3, and leaves nothing behind."""
    recording = MadeVideo(size=(320, 240), frames=8).write(tmp_path / "room.mp4")
    with pytest.raises(SystemExit) as stop:
        main(["analyze", str(recording)])
    assert stop.value.code == 3
    message = capsys.readouterr().err.strip()
    assert message.startswith("hingecheck: No person was found in room.mp4")
    assert len(message.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [recording]


def test_control_c_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    """Interrupted in mid-work: exit 130, one line, no folder, no half file."""
    command = [sys.executable, "-c", "from hingecheck.cli import main; main()"]
    arguments = ["analyze", str(SAMPLES / "swing_side_good.mp4"), "-o", str(tmp_path / "out")]
    run = subprocess.Popen(  # noqa: S603 - our own program
        command + arguments, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    staged = lambda: list(tmp_path.glob("out/.hingecheck-*"))  # noqa: E731 - polled below
    while run.poll() is None and not staged():
        time.sleep(0.05)
    time.sleep(1.0)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Stopped" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the recording's folder is read-only the results go here, and we say so."""
    from hingecheck.report import output_folder  # noqa: PLC0415 - patched here only

    monkeypatch.chdir(tmp_path)
    may_write = output_folder._may_write
    monkeypatch.setattr(
        output_folder, "_may_write", lambda folder: folder != SAMPLES and may_write(folder)
    )
    with pytest.raises(SystemExit):
        main(["analyze", str(SAMPLES / "swing_side_good.mp4"), "--end", "0.3", "--only", "track"])
    assert "read-only" in capsys.readouterr().err
    assert (tmp_path / "swing_side_good.hingecheck" / "track.npz").exists()


def test_doctor_finds_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    """On a machine that passes the tests, `doctor` says ok throughout."""
    with pytest.raises(SystemExit) as stop:
        main(["doctor"])
    shown = capsys.readouterr().out
    assert not stop.value.code
    assert "not ok" not in shown
    assert shown.count("ok  ") == 5


def test_the_recording_is_never_touched() -> None:
    """After all of this the sample is byte for byte what git holds (its README has the sum)."""
    clip = SAMPLES / "swing_side_good.mp4"
    assert hashlib.sha256(clip.read_bytes()).hexdigest() in (SAMPLES / "README.md").read_text()
