import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from hingecheck.batch import clip_walk
from hingecheck.batch.clip import Clip, Done, Failed, Outcome, Wish
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.results import LocalResults
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.region import Region
from hingecheck.pipeline import judge
from hingecheck.report.json_report import report_json
from hingecheck.report.schema.clip import CLIP_FILE
from tests.batch.made_walk import FOUND, WISH, give_tracks, made_clip


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the slow half is asked for."""
    return give_tracks(monkeypatch)


@pytest.fixture
def results(tmp_path: Path) -> LocalResults:
    """A folder of results that does not exist yet."""
    return LocalResults(tmp_path / "out")


def walked(clip: Clip, results: LocalResults, wish: Wish = WISH) -> Outcome:
    """One clip in this process."""
    return walk_clip(clip, wish, results, lambda _: None)


def folder_of(outcome: Outcome, results: LocalResults) -> Path:
    """Where the results of a clip that is done lie."""
    assert isinstance(outcome, Done)
    return results.root / outcome.record.folder


def test_a_clip_is_looked_at_once(asked: list[str], results: LocalResults, tmp_path: Path) -> None:
    """The second time its results are kept, with the same record and not a byte written."""
    clip = made_clip(tmp_path / "a.mp4")
    first = walked(clip, results)
    folder = folder_of(first, results)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    second = walked(clip, results)
    assert isinstance(first, Done)
    assert second == evolve(first, kept=True)
    assert asked == ["a.mp4"]
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert set(before) == {"report.json", "signals.csv", "track.npz", CLIP_FILE}


def test_the_marker_tells_of_the_clip(
    asked: list[str], results: LocalResults, tmp_path: Path
) -> None:
    """Rep, verdicts and date stand in it, so that a summary needs to read nothing else."""
    del asked
    outcome = walked(made_clip(tmp_path / "VID_20240131_1830.mp4", lifter="anna"), results)
    told = json.loads((folder_of(outcome, results) / CLIP_FILE).read_text(encoding="utf-8"))
    assert told["recorded"] == {"on": "2024-01-31T18:30:00", "source": "name"}
    assert told["lifter"] == "anna"
    assert [rep["rep"] for rep in told["reps"]] == [1, 2]
    assert {len(rep["verdicts"]) for rep in told["reps"]} == {len(told["checks"])}


def damage(folder: Path, how: str) -> None:
    """What a kill, a full disk or a person may do to the results of a clip."""
    if how == "no marker":
        (folder / CLIP_FILE).unlink()
    elif how == "half a marker":
        (folder / CLIP_FILE).write_bytes((folder / CLIP_FILE).read_bytes()[:500])
    elif how == "a file is gone":
        (folder / "signals.csv").unlink()
    elif how == "a file is short":
        (folder / "report.json").write_bytes(b"{}")


@pytest.mark.parametrize("how", ["no marker", "half a marker", "a file is gone", "a file is short"])
def test_half_results_are_not_trusted(
    how: str, asked: list[str], results: LocalResults, tmp_path: Path
) -> None:
    """Whatever is not as it was left is made again, and is then the same."""
    clip = made_clip(tmp_path / "a.mp4")
    folder = folder_of(walked(clip, results), results)
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    damage(folder, how)
    again = walked(clip, results)
    assert isinstance(again, Done)
    assert not again.kept
    assert asked == ["a.mp4", "a.mp4"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == whole


def test_other_wishes(asked: list[str], results: LocalResults, tmp_path: Path) -> None:
    """Fewer files are there already; more files, or another setting, mean another look."""
    clip = made_clip(tmp_path / "a.mp4")
    fewer = Wish((Output.JSON, Output.TRACK))
    walked(clip, results)
    assert isinstance(walked(clip, results, fewer), Done)
    assert len(asked) == 1
    folder = folder_of(walked(clip, results, evolve(fewer, movement="swing")), results)
    assert len(asked) == 2
    assert not (folder / "signals.csv").exists()  # of the earlier settings, so it would mislead
    walked(clip, results, evolve(WISH, movement="swing"))
    assert len(asked) == 3


def test_bad_recordings_are_outcomes(
    asked: list[str], results: LocalResults, tmp_path: Path
) -> None:
    """A recording that cannot be used, and a slip of our own, stop nothing and leave nothing."""
    del asked
    bad = made_clip(tmp_path / "bad.mp4", b"bad", lifter="anna")
    assert walked(bad, results) == Failed(bad, "bad.mp4 is bad")
    bug = walked(made_clip(tmp_path / "bug.mp4", b"bug"), results)
    assert isinstance(bug, Failed)
    assert "ZeroDivisionError: a slip" in bug.reason
    assert "report it" in bug.reason
    assert [path for path in results.root.rglob("*") if path.is_file()] == []


def test_the_report_is_that_of_a_single_run(
    asked: list[str], results: LocalResults, tmp_path: Path
) -> None:
    """The same bytes as one writes who judges the track alone."""
    del asked
    name = FOUND.recording.name
    folder = folder_of(walked(made_clip(tmp_path / name), results), results)
    assert (folder / "report.json").read_text(encoding="utf-8") == report_json(judge(FOUND))


@pytest.mark.parametrize("wished", [{"region": Region(0, 0, 540, 960)}, {"person": 2}])
def test_who_is_measured_is_asked_of_every_recording(
    wished: dict[str, Any], results: LocalResults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The part of the picture or the number goes on to the look, and stands in the marker."""
    given: list[dict[str, Any]] = []

    def track(path: Path, **asked: Any) -> PoseTrack:
        given.append(asked)
        return evolve(FOUND, recording=evolve(FOUND.recording, name=path.name))

    monkeypatch.setattr(clip_walk, "track_recording", track)
    done = walked(made_clip(tmp_path / "swing.mp4"), results, evolve(WISH, **wished))
    (asked,) = given
    assert {name: asked[name] for name in wished} == wished
    told = json.loads((folder_of(done, results) / CLIP_FILE).read_text(encoding="utf-8"))
    assert told["identity"]["person"] == wished.get("person")
    assert (told["identity"]["region"] is None) == ("region" not in wished)
