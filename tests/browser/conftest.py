"""A real browser, offline: the system's Chromium, driven by Playwright."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from tests.report.made_page import made_page

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# <linux/prctl.h> and <linux/capability.h>
PR_CAPBSET_DROP, CAP_SYS_NICE = 24, 23


def without_real_time() -> None:
    """Keeps what is started from now on from taking real-time priority.

    As root Chromium takes it, and two of its processes that wait for a third then hold both
    processors for ever.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_SYS_NICE, 0, 0, 0)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium with a fresh profile."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    binary = shutil.which("chromium")
    if binary is None:
        pytest.skip("needs the system's Chromium (Debian's package chromium)")
    without_real_time()
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=binary, args=FLAGS)
        yield chromium
        chromium.close()


@define
class Visit:
    """An open page, with everything that it said and asked for."""

    page: Any
    said: list[str] = field(factory=list)
    asked: list[str] = field(factory=list)

    def where(self) -> str:
        """The line under the video: time, rep and phase."""
        return str(self.page.locator("#where").inner_text())

    def until(self, expression: str) -> None:
        """Waits until something is true in the page; its policy forbids Playwright's own way."""
        for _ in range(200):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def frame(self) -> int:
        """The frame that the page stands at."""
        return int(self.page.locator("#seek").input_value())


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Opens a page from disk; whatever a page says on the console fails its test at the end."""
    visits: list[Visit] = []
    contexts = []

    def open_page(path: Path, **how: Any) -> Visit:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | how)
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.on("console", lambda message: seen.said.append(message.text))
        seen.page.on("pageerror", lambda error: seen.said.append(str(error)))
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.goto(path.as_uri())
        visits.append(seen)
        return seen

    yield open_page
    for context in contexts:
        context.close()
    assert [line for seen in visits for line in seen.said] == []


@pytest.fixture(scope="session")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with its video beside it, of a recording with a hostile name."""
    return made_page(tmp_path_factory.mktemp("review"))
