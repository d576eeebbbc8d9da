"""`--blur-faces` on the command line: no picture of an earlier run stays beside the new ones."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.capture.track_file import load_track, save_track
from tests.cli.test_review_commands import run, track  # noqa: F401 - `track` is a fixture


@pytest.mark.parametrize("name", ["annotated.mp4", "report.html", "kinogram.png"])
def test_a_picture_that_would_stay_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the slow work, with the file's name and what to do; it is left alone."""
    (earlier := tmp_path / "out" / name).parent.mkdir()
    earlier.write_bytes(b"shows a face")
    wishes = ("--only", "slow,json", "--overwrite", "--blur-faces", "-o", earlier.parent)
    assert run("analyze", "nowhere.mp4", *wishes) == 6
    said = capsys.readouterr().err
    assert name in said
    assert "-o DIR" in said
    assert earlier.read_bytes() == b"shows a face"


def test_the_page_is_not_made_beside_a_video_with_faces(
    track: Path,  # noqa: F811 - the fixture
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A track that was made without the flag has a video that shows faces."""
    (track.parent / "annotated.mp4").write_bytes(b"shows a face")
    assert run("report", track, "--blur-faces") == 6
    assert "annotated.mp4" in capsys.readouterr().err
    assert run("report", track) == 0


def test_a_track_remembers(track: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811 - as above
    """Who asked for hidden faces once gets them again: the wish is stored with the track."""
    hidden = evolve(load_track(track), blur_faces=True)
    with track.open("wb") as file:
        save_track(hidden, file)
    (track.parent / "annotated.mp4").write_bytes(b"shows nobody")
    assert run("judge", track, "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["settings"]["blur_faces"] is True
    assert run("report", track) == 0


@pytest.mark.parametrize("command", ["analyze", "report", "compare"])
def test_the_flag_is_explained(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names it wherever pictures are written."""
    assert run(command, "--help") == 0
    assert "--blur-faces" in capsys.readouterr().out
