"""The review page without video, without script, and with a script that is not ours."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hingecheck.report.telling import PageWishes
from tests.browser.conftest import Visit
from tests.browser.test_review_page import PLAYS
from tests.report.made_page import BESIDE, made_page

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


def test_one_file_is_enough(visit: Open, tmp_path: Path) -> None:
    """With the video embedded the page plays it alone in its folder, and asks for nothing."""
    page_path = made_page(tmp_path, wishes=PageWishes(embed=True))
    (tmp_path / "annotated.mp4").unlink()
    seen = visit(page_path)
    seen.until(PLAYS)
    assert {address for address in seen.asked if address.startswith("file:")} == {
        page_path.as_uri()
    }


def test_without_a_video(visit: Open, tmp_path: Path) -> None:
    """No video: a sentence says so, and everything else works."""
    outputs = tuple(output for output in BESIDE if output != "video")
    seen = visit(made_page(tmp_path, outputs=outputs))
    assert "no annotated video" in seen.page.locator("#no-video-why").inner_text()
    seen.page.locator("#grid").get_by_label(re.compile("Rep 2, float")).click()
    assert "rep 2, float" in seen.where()


def test_without_javascript(visit: Open, review: Path) -> None:
    """The summary is there for a browser that runs no script."""
    page = visit(review, java_script_enabled=False).page
    assert "What to work on first" in page.locator("main").inner_text()
    assert page.locator(".card").count() == 2


def test_the_policy_stops_a_script(tmp_path: Path, review: Path, browser) -> None:
    """A script that is not ours does not run, even if it got into the file."""
    text = review.read_text(encoding="utf-8")
    spoiled = tmp_path / "spoiled.html"
    spoiled.write_text(
        text.replace("</main>", "</main><script>document.title='owned'</script>"), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(spoiled.as_uri())
    assert page.title() != "owned"
    page.close()
