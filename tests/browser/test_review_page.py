"""The review page in a real browser."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from hingecheck.report.notes_file import load_notes
from hingecheck.report.telling import PageWishes
from tests.browser.conftest import Visit
from tests.report.made_page import made_page, named_analysis

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]

PLAYS = "document.getElementById('video').readyState >= 2"
SHOWN_FRAME = "Math.floor(document.getElementById('video').currentTime * 30)"
# WCAG 2.1 relative luminance; every text that is shown, against the background behind it.
CONTRASTS = """() => {
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !node.checkVisibility()) continue;
    if (["SCRIPT", "STYLE", "OPTION"].includes(node.tagName)) continue;
    const [a, b] = [light(parts(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push([walker.currentNode.textContent.trim(), ratio]);
  }
  return low;
}"""
NAMELESS = """() => [...document.querySelectorAll("button, input, select, video, img, canvas, svg")]
  .filter((node) => node.checkVisibility() && !node.closest("[aria-hidden=true]"))
  .filter((node) => !(node.getAttribute("aria-label") || node.title || node.innerText?.trim()
    || node.labels?.length && [...node.labels].some((label) => label.innerText.trim())
    || (node.tagName === "IMG" && node.hasAttribute("alt"))))
  .map((node) => node.outerHTML.slice(0, 120))"""


def test_asks_for_the_video_and_nothing_else(visit: Open, review: Path) -> None:
    """One request besides the page itself: the video in its own folder."""
    seen = visit(review)
    seen.until(PLAYS)
    asked = {address for address in seen.asked if not address.startswith("data:")}
    assert asked == {review.as_uri(), (review.parent / "annotated.mp4").as_uri()}


def test_a_hostile_name_is_inert(visit: Open, review: Path) -> None:
    """A file name with tags and turned text is shown as text, and changes nothing."""
    page = visit(review).page
    assert page.locator("img[src=x]").count() == 0
    assert "broken" not in page.title().split(" - ")[0]
    assert "<img src=x" in page.locator(".name").inner_text()
    assert "\u202e" not in page.content()


def test_steps_frame_by_frame(visit: Open, review: Path) -> None:
    """The keys . and , move one frame, and the video shows just that frame."""
    seen = visit(review)
    seen.until(PLAYS)
    for key, frame in ((".", 1), (".", 2), (".", 3), (",", 2)):
        seen.page.keyboard.press(key)
        seen.until(f"{SHOWN_FRAME} === {frame}")
        assert seen.frame() == frame


def test_plays_and_stops(visit: Open, review: Path) -> None:
    """L plays, the words follow, K stops."""
    seen = visit(review)
    seen.until(PLAYS)
    seen.page.keyboard.press("l")
    seen.until("Number(document.getElementById('seek').value) > 5")
    seen.page.keyboard.press("k")
    assert seen.page.evaluate("document.getElementById('video').paused")


def test_repeats_a_rep(visit: Open, review: Path) -> None:
    """With the loop on, playing stays inside the rep."""
    seen = visit(review)
    seen.until(PLAYS)
    seen.page.keyboard.press("r")
    rep = seen.page.evaluate("JSON.parse(document.getElementById('data').textContent).reps[0]")
    seen.page.locator("#speed").select_option("2")
    seen.page.keyboard.press("l")
    seen.until(
        f"""(() => {{ const at = Number(document.getElementById('seek').value);
          window.far = window.far || at > {rep["start"] + 30};
          return window.far && at < 20; }})()"""
    )
    assert "rep 1" in seen.where()


def test_a_picture_leads_to_its_moment(visit: Open, review: Path) -> None:
    """A click on a still in the grid goes to that rep and phase, in the words and the video."""
    seen = visit(review)
    seen.until(PLAYS)
    seen.page.locator("#grid").get_by_label(re.compile("Rep 2, backswing")).click()
    assert "rep 2, backswing" in seen.where()
    frame = seen.frame()
    seen.until(f"{SHOWN_FRAME} === {frame}")
    assert seen.page.locator("#grid img[src^='data:image/jpeg']").count() > 0


def test_phases_stand_in_their_order(visit: Open, review: Path) -> None:
    """Columns follow the movement, also where the first rep lacks a phase that later ones have."""
    page = visit(review).page
    heads = page.locator("#grid thead th").all_inner_texts()
    usual = ["Rep", "Set-up", "Hike", "Drop", "Backswing", "Drive", "Float"]
    assert heads == [head for head in usual if head in heads]
    assert len(heads) > 3


def test_the_next_finding(visit: Open, review: Path) -> None:
    """N goes to the next fault or borderline, and says what it is."""
    seen = visit(review)
    seen.page.keyboard.press("n")
    assert seen.frame() > 0
    assert re.search("fault|borderline", seen.page.locator("#at-finding").inner_text())


def test_reps_side_by_side(visit: Open, review: Path) -> None:
    """Two ticked reps stand side by side, in the same phase wherever the slider is."""
    seen = visit(review)
    seen.until(PLAYS)
    for rep in (1, 2):
        seen.page.get_by_label(f"Compare rep {rep}").check()
    views = seen.page.locator("#side-reps figcaption")
    assert views.count() == 2
    seen.page.locator("#side-seek").fill("620")
    phases = [text.split(",")[0] for text in views.all_inner_texts()]
    assert phases[0] == phases[1] != ""
    assert seen.page.locator("#side-values tbody tr").count() > 5


def test_a_plot_leads_and_follows(visit: Open, review: Path) -> None:
    """A click on a plot moves the video; a step of the video moves the plot's cursor."""
    seen = visit(review)
    seen.until(PLAYS)
    plot = seen.page.locator(".plot canvas").first
    plot.scroll_into_view_if_needed()
    seen.page.wait_for_timeout(200)
    box = plot.bounding_box()
    plot.click(position={"x": 46 + (box["width"] - 54) / 2, "y": 60})
    assert abs(seen.frame() - 59) <= 2
    before = seen.page.locator(".plot .cursor").first.bounding_box()["x"]
    seen.page.keyboard.press("]")
    assert seen.page.locator(".plot .cursor").first.bounding_box()["x"] > before


def test_the_table_sorts_and_copies(visit: Open, review: Path) -> None:
    """A heading sorts, again turns it round; the copy is tab-separated, one line per rep."""
    seen = visit(review)
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = page.locator("#reps tbody tr").first
    assert first.get_attribute("data-rep") == "1"
    page.locator("#reps thead button").first.click()
    assert first.get_attribute("data-rep") == "2"
    assert page.locator("#reps thead th").first.get_attribute("aria-sort") == "descending"
    page.locator("#copy").click()
    seen.until("document.getElementById('copied').textContent.startsWith('Copied')")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Rep", "2", "1"]
    assert len({line.count("\t") for line in lines}) == 1


def test_notes_make_the_round_trip(visit: Open, review: Path, tmp_path: Path) -> None:
    """What a coach confirms and writes is saved, read, and on the next page again; inert."""
    comment = "</script><b>late</b> & low"
    page = visit(review).page
    page.locator("#notes details").first.locator("summary").click()
    row = page.locator("#notes details").first.locator(".note").first
    row.get_by_label("confirm").or_(row.get_by_label("it is there")).check()
    row.get_by_role("textbox").fill(comment)
    with page.expect_download() as waiting:
        page.locator("#save-notes").click()
    saved = tmp_path / "swing.notes.json"
    waiting.value.save_as(saved)
    notes = load_notes(saved)
    assert [(note.there, note.comment) for note in notes.of_findings] == [(True, comment)]

    analysis = named_analysis()
    assert notes.sha256 == analysis.recording.sha256
    again = visit(made_page(tmp_path, analysis, wishes=PageWishes(notes=notes))).page
    again.locator("#notes details").first.locator("summary").click()
    row = again.locator("#notes details").first.locator(".note").first
    assert row.get_by_role("textbox").input_value() == comment
    assert row.get_by_role("radio").first.is_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440, 2560])
def test_fits_and_can_be_read(visit: Open, review: Path, width: int, scheme: str) -> None:
    """No sideways scrolling at any width, and every text has a contrast of 4.5 at least."""
    page = visit(review, viewport={"width": width, "height": 800}, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CONTRASTS) == []


def test_everything_has_a_name(visit: Open, review: Path) -> None:
    """Controls, pictures and plots say what they are; one main, one h1, headings in order."""
    page = visit(review).page
    page.get_by_label("Compare rep 1").check()
    page.get_by_label("Compare rep 2").check()
    for box in page.locator("#notes details summary").all():
        box.click()
    assert page.evaluate(NAMELESS) == []
    assert page.locator("main").count() == page.locator("h1").count() == 1
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3')].map((node) => Number(node.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_summary_prints_on_two_pages(visit: Open, review: Path) -> None:
    """Printed on A4, the page is its summary, on two sheets at most."""
    pdf = visit(review).page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 2
