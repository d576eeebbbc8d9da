"""What a command does not need it does not load: help and explanations come at once."""

import subprocess
import sys

import pytest

# What takes a tenth of a second or more to load, alone or with what it brings along.
HEAVY = {"av", "cv2", "jinja2", "matplotlib", "mediapipe", "pydantic", "rich", "scipy"}
SCRIPT = """
import atexit, sys
def tell():
    sys.stderr.write(" ".join({name.partition(".")[0] for name in sys.modules}))
atexit.register(tell)
from hingecheck.cli import main
main(sys.argv[1:])
"""


def loaded(*arguments: str) -> set[str]:
    """The packages that one command has loaded when it ends."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", [["--help"], ["analyze", "--help"], ["judge", "--help"]])
def test_help_loads_no_library(command: list[str]) -> None:
    """Not even numpy: help is read while one waits for nothing."""
    found = loaded(*command)
    assert "hingecheck" in found
    assert not found & (HEAVY | {"numpy"})


@pytest.mark.parametrize("command", [["explain"], ["explain", "lean_back"], ["--version"]])
def test_words_need_no_engine(command: list[str]) -> None:
    """What is only told loads neither engines nor scipy nor pydantic."""
    found = loaded(*command)
    assert "hingecheck" in found
    assert not found & HEAVY
