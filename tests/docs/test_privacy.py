"""What docs/privacy.md promises."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hingecheck.engines import FFMPEG_PROTOCOLS
from tests.docs.pages import ROOT, text_of

CLIP = ROOT / "sample_clips" / "swing_side_good.mp4"
# Calls that name somebody else; a socket without one of them reaches nobody.
REACHING = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg|bind|listen)\(")
WALK = "import sys; from hingecheck.cli import main; main(sys.argv[1:])"


@pytest.mark.model
@pytest.mark.trace
def test_nothing_reaches_the_network(tmp_path: Path) -> None:
    """A whole walk, all its outputs included, makes no call to the system that reaches anybody."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "calls.txt"
    walk = [sys.executable, "-c", WALK, "analyze", str(CLIP), "-q", "--end", "0.5"]
    traced = [strace, "-f", "-e", "trace=network", "-o", str(log), *walk, "-o", str(tmp_path / "r")]
    subprocess.run(traced, check=True)  # noqa: S603 - our own program under strace
    calls = log.read_text(encoding="utf-8")
    assert "+++ exited with 0 +++" in calls
    assert [line for line in calls.splitlines() if REACHING.search(line)] == []
    assert (tmp_path / "r" / "annotated.mp4").exists()


def test_mediapipe_is_held_below_the_metrics() -> None:
    """The project asks for, and this machine has, a MediaPipe from before the usage metrics."""
    assert '"mediapipe>=0.10.30,<0.10.35"' in text_of("pyproject.toml")
    version = importlib.metadata.version("mediapipe")
    assert tuple(int(part) for part in version.split(".")) < (0, 10, 35)


def test_ffmpeg_opens_files_only() -> None:
    """The protocol list that the page names is the one that OpenCV and PyAV are started with."""
    assert FFMPEG_PROTOCOLS == "file"
    assert f"protocol list `{FFMPEG_PROTOCOLS}`" in text_of("docs/privacy.md")
