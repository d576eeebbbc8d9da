import csv
import io
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.batch.clip import Clip, Done, Failed, Outcome
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.results import LocalResults
from hingecheck.batch.summary import write_summary
from tests.batch.made_walk import WISH, give_tracks, made_clip

HOSTILE = "=1+1 <img src=x>.mp4"


@pytest.fixture
def results(tmp_path: Path) -> LocalResults:
    """A folder of results."""
    return LocalResults(tmp_path / "out")


@pytest.fixture
def told(results: LocalResults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Outcome]:
    """A recording with a hostile name that is done twice, by two lifters, and one that failed."""
    give_tracks(monkeypatch)
    clip = made_clip(tmp_path / HOSTILE, lifter="anna")
    done = walk_clip(clip, WISH, results, lambda _: None)
    assert isinstance(done, Done)
    by_ben = done.record.model_copy(update={"lifter": "ben"})
    other = evolve(done, clip=Clip(clip.place, "ben"), record=by_ben)
    return [other, done, Failed(Clip("/films/-bad.mp4"), "-bad.mp4 is\nbad")]


def rows_of(results: LocalResults, name: str) -> list[dict[str, str]]:
    """A table that was written."""
    text = (results.root / name).read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_per_recording(told: list[Outcome], results: LocalResults) -> None:
    """Those that are done by sub-folder and name, then what failed; no cell is a formula."""
    write_summary(told, results, parquet=False)
    rows = rows_of(results, "summary.csv")
    assert [row["lifter"] for row in rows] == ["anna", "ben", ""]
    assert [row["state"] for row in rows] == ["done", "done", "failed"]
    assert rows[0]["recording"] == f"'{HOSTILE}"
    assert rows[2]["recording"] == "'-bad.mp4"
    assert rows[2]["reason"] == r"'-bad.mp4 is\nbad"
    assert rows[0]["full_reps"] == "2"
    verdicts = [rows[0][f"{word}_checks"] for word in ("fault", "borderline", "clear")]
    assert "lockout_knee" in " ".join(verdicts).split()


def test_a_row_per_rep(told: list[Outcome], results: LocalResults) -> None:
    """Every full rep with its readings, their errors and the unit in the column's name."""
    write_summary(told, results, parquet=False)
    rows = rows_of(results, "reps.csv")
    assert [(row["lifter"], row["rep"]) for row in rows] == [
        *(("anna", "1"), ("anna", "2"), ("ben", "1"), ("ben", "2"))
    ]
    assert 20 < float(rows[0]["trunk_inclination_deg"]) < 100
    assert float(rows[0]["trunk_inclination_u_deg"]) > 0


def test_the_order_does_not_matter(told: list[Outcome], results: LocalResults) -> None:
    """Whoever was done first, the summary has the same bytes."""
    write_summary(told, results, parquet=True)
    first = {path.name: path.read_bytes() for path in results.root.iterdir() if path.is_file()}
    write_summary(reversed(told), results, parquet=True)
    again = {path.name: path.read_bytes() for path in results.root.iterdir() if path.is_file()}
    assert first == again
    assert set(first) >= {"summary.html", "summary.csv", "summary.parquet", "reps.parquet"}


def test_parquet_holds_the_same(told: list[Outcome], results: LocalResults) -> None:
    """The tables can be read back, with numbers as numbers and names as they are."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    write_summary(told, results, parquet=True)
    rows = parquet.read_table(results.root / "summary.parquet").to_pylist()
    assert [row["recording"] for row in rows] == [HOSTILE, HOSTILE, "-bad.mp4"]
    assert [row["full_reps"] for row in rows] == [2, 2, None]
    reps = parquet.read_table(results.root / "reps.parquet").to_pylist()
    assert isinstance(reps[0]["trunk_inclination_deg"], float)


def test_the_page_leads_on(told: list[Outcome], results: LocalResults) -> None:
    """A link for every recording that is done, a line for what failed, and names stay inert."""
    write_summary(told, results, parquet=False)
    page = (results.root / "summary.html").read_text(encoding="utf-8")
    assert "3 recordings: 2 done, 1 failed" in page
    assert page.count("/report.json") == 2
    assert "<img src=x>" not in page
    assert "-bad.mp4 is" in page
