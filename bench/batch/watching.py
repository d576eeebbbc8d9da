"""How much memory the processes of a run hold."""

import subprocess
import time
from pathlib import Path
from typing import Any


def watched(run: "subprocess.Popen[Any]", out: Path, clips: int) -> list[tuple[int, list[int]]]:
    """The processes' resident memory at every tenth of the recordings."""
    peaks: list[tuple[int, list[int]]] = []
    while run.poll() is None:
        done = len(list(out.glob("*/clip.json")))
        if done >= (len(peaks) + 1) * clips // 10:
            peaks.append((done, _resident_mb(run.pid)))
        time.sleep(0.5)
    return peaks


def _resident_mb(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:  # it has just ended
            continue
        if told["PPid"].strip() == str(parent) and "VmRSS" in told:
            found.append(int(told["VmRSS"].split()[0]) // 1000)
    return sorted(found, reverse=True)
