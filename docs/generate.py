"""Writes the pages that are printed from the code: `python docs/generate.py`."""

import sys
from pathlib import Path

from hingecheck.report.fault_page import faults_markdown, signals_markdown

FOLDER = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """The text of every generated page, by its file name."""
    return {"faults.md": faults_markdown(), "signals.md": signals_markdown()}


def write_pages(folder: Path) -> None:
    """Writes every generated page into a folder, replacing earlier ones."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"wrote {name}\n")


if __name__ == "__main__":
    write_pages(FOLDER)
