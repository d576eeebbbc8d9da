"""One command in a process of its own: how long, how much work, how much memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

ROOT: Final = Path(__file__).parents[2]
_COMPILED: Final = Path(tempfile.gettempdir()) / "hingecheck-bench-speed" / "compiled"
HINGECHECK: Final = ("-m", "bench.speed.command")


@frozen
class Run:
    """What one run took.

    Attributes:
        wall_s: from its start to its end.
        core_s: on all processors together.
        peak_mb: most memory that it held.
    """

    wall_s: float
    core_s: float
    peak_mb: float


def measured_run(arguments: Sequence[str | Path]) -> Run:
    """Runs Python with arguments.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, *map(str, arguments)]
    # compiled code is kept, as it is for an installed program, but not in the checkout
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_COMPILED)}
    start = time.monotonic()
    with subprocess.Popen(  # noqa: S603 - our own words
        command, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | kept
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3)


def analyze_arguments(clip: Path, folder: Path, *more: str) -> list[str | Path]:
    """`hingecheck analyze`, full model, into a new folder."""
    return [*HINGECHECK, "analyze", clip, "-o", folder, "--overwrite", "-q", *more]
