import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, PAGES, anchors_of, name_of, prose_of, text_of

LINKS = [
    (page, target)
    for page in PAGES
    for target in re.findall(r"\]\(([^)\s]+)\)", prose_of(page))
    if "://" not in target
]


@pytest.mark.parametrize(("page", "target"), LINKS, ids=[f"{name_of(p)}-{t}" for p, t in LINKS])
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    """Every relative link names a file, and a heading where it names one."""
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    assert file.exists(), f"{name_of(page)} links to {target}, which does not exist"
    if anchor:
        assert anchor in anchors_of(file)


def test_every_page_can_be_reached() -> None:
    """No page is an island: the README, or a page it leads to, links to each."""
    linked = {(page.parent / target.partition("#")[0]).resolve() for page, target in LINKS}
    islands = [name_of(page) for page in PAGES if page.resolve() not in linked]
    assert islands == ["README.md"]


def test_decisions_are_numbered_and_listed_in_order() -> None:
    """Decisions count up from 1 and stand in contributing.md in that order."""
    names = [path.name for path in sorted((DOCS / "decisions").glob("*.md"))]
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    listed = re.findall(r"^\d+\. .*\]\(decisions/(.+)\)$", text_of("docs/contributing.md"), re.M)
    assert listed == names
