"""The pages a reader meets, and what can be picked out of them."""

import re
from itertools import pairwise
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def name_of(page: Path) -> str:
    """The page's place in the repository."""
    return page.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    """The text of a page, by its place in the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


@frozen
class Block:
    """A fenced block of a page."""

    page: str
    language: str
    code: str
    line: int

    @property
    def label(self) -> str:
        """Names the block in a test's report."""
        return f"{self.page}:{self.line}"

    @property
    def file(self) -> str | None:
        """The file that a block says it is, in a comment on its first line."""
        found = re.match(r"# (\S+\.py)\n", self.code)
        return found.group(1) if found else None


def blocks(language: str) -> list[Block]:
    """All fenced blocks of a language, in page order."""
    return [block for page in PAGES for block in _blocks_of(page) if block.language == language]


def _blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(name_of(page), found[1], found[2], text[: found.start()].count("\n") + 1)
        for found in _FENCE.finditer(text)
    ]


def prose_of(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def inline_code(page: Path) -> list[str]:
    """Everything between single backticks."""
    return re.findall(r"`([^`\n]+)`", prose_of(page))


def anchors_of(page: Path) -> set[str]:
    """The anchors that GitHub makes of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", prose_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def shell_lines() -> list[tuple[str, str]]:
    """(place, line) of every line that the pages tell a reader to run."""
    return [(block.label, line) for block in blocks("sh") for line in block.code.splitlines()]


def hingecheck_calls() -> list[tuple[str, tuple[str, ...]]]:
    """(place, arguments) of every `hingecheck ...` that the pages show."""
    shown = [*shell_lines()]
    shown += [(name_of(page), code) for page in PAGES for code in inline_code(page)]
    calls = []
    for place, line in shown:
        for part in re.split(r"&&|[|;](?= )", line):
            words = part.split()
            for before, word in pairwise(["", *words]):
                if _is_program(word, before):
                    calls.append((place, tuple(words[words.index(word) + 1 :])))
                    break
    return calls


def _is_program(word: str, before: str) -> bool:
    """Whether a word starts the program, instead of naming it as an argument."""
    first = before in {"", "trace=network"} or before.startswith("HINGECHECK_")
    return first and (word == "hingecheck" or word.endswith("/bin/hingecheck"))
