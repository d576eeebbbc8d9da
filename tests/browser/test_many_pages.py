"""The pages of many recordings in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.analysis.progressing import follow
from hingecheck.batch.clip import Clip, Done, Failed
from hingecheck.batch.clip_walk import walk_clip
from hingecheck.batch.results import LocalResults
from hingecheck.batch.summary import write_summary
from hingecheck.report.page.progress_page import progress_page
from tests.analysis.test_progressing import KNEES, entry
from tests.batch.made_walk import WISH, give_tracks, made_clip
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=alert(1)>.mp4"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_season(visit: Callable[..., Visit], tmp_path: Path, width: int) -> None:
    """Each measure has its plot in words; nothing is asked for, and names are inert."""
    path = tmp_path / "progress.html"
    named = evolve(entry(9, 31.0), recording=HOSTILE)
    path.write_text(progress_page(follow([entry(1, 20.0), named])), encoding="utf-8")
    seen = visit(path, viewport={"width": width, "height": 800})
    assert "1 of 2 measures changed" in seen.page.locator("main").inner_text()
    words = seen.page.locator("canvas").first.get_attribute("aria-label")
    assert KNEES.name in words
    assert "2024-01-01 20.0° ± 2.0°; 2024-01-09 31.0°" in words
    assert seen.page.locator("img").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.asked == [path.as_uri()]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_batch(
    visit: Callable[..., Visit], tmp_path: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recordings can be sorted and filtered, links lead to the reports, failures have a line."""
    give_tracks(monkeypatch)
    results = LocalResults(tmp_path / "out")
    done = walk_clip(made_clip(tmp_path / f"a {HOSTILE}"), WISH, results, lambda _: None)
    assert isinstance(done, Done)
    other = done.record.model_copy(update={"reps": done.record.reps * 2, "lifter": "zoe"})
    told = [done, evolve(done, clip=Clip("/z"), record=other), Failed(Clip("/bad.mp4"), "empty")]
    write_summary(told, results, parquet=False)
    seen = visit(tmp_path / "out" / "summary.html", viewport={"width": width, "height": 800})
    rows = seen.page.locator("#rows tr")
    assert "zoe" not in rows.first.inner_text()
    seen.page.locator("#sort").select_option("reps")
    assert "zoe" in rows.first.inner_text()
    seen.page.locator("#filter").fill("zoe")
    assert seen.page.locator("#shown").inner_text() == "1 of 2"
    link = seen.page.locator("#rows a").first.evaluate("link => decodeURIComponent(link.href)")
    assert Path(link.removeprefix("file://")).is_file()
    assert "bad.mp4: empty" in seen.page.locator("main").inner_text()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
