"""Files that lie on purpose: each ends in a report or in one clear line, in bounds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.made_hostile import HOSTILE

ROOT = Path(__file__).parents[1]
LARGEST_MB, LONGEST_CPU_S = 800, 15
REFUSED = {
    "pixels.avi": "No picture",
    "bomb.avi": "9000 x 9000 pixels",
    "keyless.mkv": "No picture",
    "endless.mp4": "No picture",
    "coding.mp4": "coded in a way that is not known here",
}
WARNED = {"days.avi": "time stamps", "circles.webm": "time stamps"}


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """How each file ended, all of them walked by one process that has started no thread."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in HOSTILE.items():
        make(folder / name)
    command = [sys.executable, "-m", "tests.made_hostile", str(folder)]
    done = subprocess.run(  # noqa: S603 - our own words
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return folder, json.loads(done.stdout)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_lie_ends_in_a_report_or_one_line(name: str, ends: tuple[Path, dict[str, Any]]) -> None:
    """What can be read is told, what cannot is refused in words; little memory, little time."""
    folder, all_ends = ends
    end = all_ends[name]
    assert end["memory_mb"] < LARGEST_MB
    assert end["cpu_s"] < LONGEST_CPU_S
    if name in REFUSED:
        assert (end["outcome"], REFUSED[name] in end["words"]) == ("one clear line", True), end
        return
    assert end["outcome"] == "a report", end["words"]
    report = folder / name.replace(".", "-") / "results" / "report.json"
    recording = json.loads(report.read_text("utf-8"))["recording"]
    assert recording["frame_count"] >= 12
    assert recording["duration_s"] < 2.0
    assert 10 < recording["fps"] < 60
    assert WARNED.get(name, "") in " ".join(recording["warnings"])
