"""A run killed in the middle, and what it must have left."""

import signal
import subprocess
from pathlib import Path

from bench.batch.runs import PROGRAM, started


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".hingecheck.lock"
    }


def killed(films: Path, out: Path, after_s: float) -> bool:
    """Whether the program was still at work when it was killed."""
    run = started([*PROGRAM, "batch", films, "-o", out, "--jobs", 2, "-q", "--model", "lite"])
    try:
        run.wait(after_s)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return True
    return False


def require_whole(out: Path, calm: dict[str, bytes]) -> None:
    """Every recording that says it is done has all its files, with the right bytes."""
    for marker in out.glob("*/clip.json"):
        for name, content in calm.items():
            if name.startswith(f"{marker.parent.name}/"):
                found = out / name
                if not found.exists() or found.read_bytes() != content:
                    raise RuntimeError(f"{name} is half, or gone")


def require_same(out: Path, calm: dict[str, bytes]) -> None:
    """Every file is there, with the right bytes, and no other."""
    found = contents(out)
    if found != calm:
        odd = sorted(name for name in found.keys() ^ calm.keys())
        odd += [name for name in found.keys() & calm.keys() if found[name] != calm[name]]
        raise RuntimeError(f"not the same as undisturbed: {odd[:5]}")
