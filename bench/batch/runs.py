"""The program in processes of its own, and the bare loop beside it, by the clock."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.batch.films import ROOT

PROGRAM = [sys.executable, "-c", "from hingecheck.cli import main; main()"]
# The walk's own engine on the walk's own frames, and nothing else.
BARE = """
import sys
from pathlib import Path
from hingecheck.capture.mediapipe_landmarker import mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.shrinking import shrunk
from hingecheck.capture.video import opened
from attrs import evolve
for path in sys.argv[2:]:
    model = model_file(Model(sys.argv[1]))
    with opened(Path(path)) as reader, mediapipe_landmarker(model) as engine:
        for frame in reader.frames():
            engine.see(evolve(frame, picture=shrunk(frame.picture)[0]))
"""


def started(call: Sequence[object], **how: Any) -> "subprocess.Popen[Any]":
    """A process in the project's folder."""
    arguments = [str(part) for part in call]
    return subprocess.Popen(arguments, cwd=ROOT, **how)  # noqa: S603 - our own program


def processor_s() -> float:
    """Seconds of processor that ended children, and theirs, have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bare_s(films: list[Path], model: str, jobs: int) -> float:
    """Seconds of `jobs` bare loops that share the films."""
    begun_s = time.monotonic()
    runs = [
        started([sys.executable, "-c", BARE, model, *films[place::jobs]]) for place in range(jobs)
    ]
    if any(run.wait() for run in runs):
        raise RuntimeError("the bare loop failed")
    return time.monotonic() - begun_s


def batch_s(films: Sequence[Path], out: Path, jobs: int, flags: list[str]) -> float:
    """Seconds of one `hingecheck batch`."""
    begun_s = time.monotonic()
    run = started([*PROGRAM, "batch", *films, "-o", out, "--jobs", jobs, "-q", *flags])
    if run.wait():
        raise RuntimeError("the batch failed")
    return time.monotonic() - begun_s


def dask_s(films: Sequence[Path], out: Path, flags: list[str]) -> float:
    """The same on two worker processes that have done one recording before."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    how = {"host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(n_workers=2, threads_per_worker=1, **how) as cluster:
        dask = ["--dask", cluster.scheduler_address, *flags]
        batch_s(films[:2], out.with_name("warm"), 2, dask)
        return batch_s(films, out, 2, dask)
