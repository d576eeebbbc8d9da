"""The page of two recordings in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.analysis.comparing import compare
from hingecheck.domain.analysis import Analysis
from hingecheck.report.page.compare_page import Recorded, compare_page
from tests.browser.conftest import Visit
from tests.report.made_analysis import made_analysis
from tests.report.made_page import NAME

pytestmark = pytest.mark.browser


def _deeper(analysis: Analysis) -> Analysis:
    findings = tuple(
        evolve(found, measurement=evolve(found.measurement, value=found.measurement.value + 40))
        if found.code == "shallow_hinge" and found.measurement is not None
        else found
        for found in analysis.findings
    )
    named = evolve(analysis.recording, name=NAME)
    return evolve(analysis, findings=findings, recording=named)


@pytest.mark.parametrize("width", [360, 1440])
def test_changes_are_told(visit: Callable[..., Visit], tmp_path: Path, width: int) -> None:
    """What changed is said in words, nothing is asked for, and names are inert."""
    before = made_analysis(all_clear=True)
    after = _deeper(before)
    path = tmp_path / "compare.html"
    sides = Recorded(before, {}), Recorded(after, {})
    path.write_text(compare_page(compare(before, after), *sides), encoding="utf-8")
    seen = visit(path, viewport={"width": width, "height": 800}, color_scheme="dark")
    assert "1 check changed beyond measuring error." in seen.page.locator("main").inner_text()
    row = seen.page.locator("tbody tr", has_text="hallow hinge").inner_text()
    assert "further from the limit" in row
    assert seen.page.locator("canvas[aria-label]").count() == len(before.signals)
    assert seen.page.locator("img[src=x]").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.asked == [path.as_uri()]
