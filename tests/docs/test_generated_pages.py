import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hingecheck.analysis.faults import FAULTS
from tests.docs.pages import DOCS


@pytest.fixture
def generator() -> dict[str, Any]:
    """The names of docs/generate.py."""
    return runpy.run_path(str(DOCS / "generate.py"))


def test_the_generated_pages_are_up_to_date(generator: dict[str, Any]) -> None:
    """What lies in docs/ is what the code prints; else run: python docs/generate.py."""
    printed: dict[str, str] = generator["pages"]()
    stored = {name: (DOCS / name).read_text(encoding="utf-8") for name in printed}
    assert stored == printed


def test_every_check_has_its_chapter(generator: dict[str, Any]) -> None:
    """The page of faults is in report order and leaves none out."""
    page: str = generator["pages"]()["faults.md"]
    chapters = [line[3:] for line in page.splitlines() if line.startswith("## ")]
    assert chapters == [fault.code for fault in FAULTS]


def test_writing_says_what_it_wrote(
    generator: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The generator writes its pages into the folder and names each."""
    write_pages: Callable[[Path], None] = generator["write_pages"]
    write_pages(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faults.md", "signals.md"]
    assert capsys.readouterr().out == "wrote faults.md\nwrote signals.md\n"
