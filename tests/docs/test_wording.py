import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, PAGES, ROOT, name_of

FORBIDDEN = re.compile(r"\b(injur\w*|danger\w*|unsafe\w*|safe\w*|hurt\w*)\b", re.IGNORECASE)
# These two pages say what the program does not say.
EXPLAINING = {DOCS / "limits.md", DOCS / "privacy.md"}
MACHINE_PATH = re.compile(
    r"(?<![\w.~)/-])/(?:home|root|work|tmp|Users|usr|opt|mnt|var|etc|media|srv)\b|[A-Z]:\\"
)
ADDRESS = re.compile(r"https?://(?!json-schema\.org|keepachangelog\.com|semver\.org)")
WRITTEN = (*PAGES, ROOT / "CHANGELOG.md")


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_pages_speak_of_technique(page: Path) -> None:
    """No page judges health; limits and privacy alone explain what is never said."""
    for paragraph in page.read_text(encoding="utf-8").split("\n\n"):
        if FORBIDDEN.search(paragraph):
            assert page in EXPLAINING, paragraph
            assert "never" in paragraph, paragraph


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_pages_name_no_place_on_a_machine(page: Path) -> None:
    """What is written holds on every machine: no absolute path, no package host."""
    text = page.read_text(encoding="utf-8")
    assert MACHINE_PATH.findall(text) == []
    assert ADDRESS.findall(text) == []


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_pages_are_tidy(page: Path) -> None:
    """One title at the start, no trailing blanks, no tabs, one newline at the end."""
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert re.search(r"[ \t]+$|\t", text, re.MULTILINE) is None
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
