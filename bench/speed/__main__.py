"""Command line: `python -m bench.speed`, or one part of it, then `python -m bench.speed page`."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench.speed.clips import KINDS, SAMPLES, make_clip, repeat_clip
from bench.speed.measured_run import ROOT, Run, analyze_arguments, measured_run
from bench.speed.page import RESULTS, write_page

_CACHE: Final = Path(tempfile.gettempdir()) / "hingecheck-bench-speed"
_MEMORY_CLIP: Final = "swing_side_lean_back"
# The model itself, for the shorter ones; then a stored track in its place.
_MEMORY_S: Final = ((10, True), (60, True), (10, False), (60, False), (300, False), (600, False))
_STARTS: Final = {
    "python": ["-c", "pass"],
    "hingecheck --help": ["-m", "bench.speed.command", "--help"],
    "hingecheck explain": ["-m", "bench.speed.command", "explain"],
    "import scipy.signal, pydantic": ["-c", "import scipy.signal, pydantic"],
    "hingecheck judge": ["-m", "bench.speed.command", "judge", "{track}", "--json", "-"],
}


def main() -> int:
    """Runs the parts asked for, keeps their figures, and writes the page."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, "page", []], help="default: all")
    parser.add_argument("--kind", choices=list(KINDS), help="one kind of recording only")
    parser.add_argument("--seconds", type=float, default=20.0, help="length of the recordings")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--longest", type=float, default=600.0, help="seconds, for memory")
    given = parser.parse_args()
    _CACHE.mkdir(exist_ok=True)
    for part in given.parts or list(_PARTS):
        if part in _PARTS:
            for name, figures in _PARTS[part](given).items():
                _keep(part, name, figures)
    write_page()
    return 0


def _keep(part: str, name: str, figures: Any) -> None:
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    known.setdefault(part, {})[name] = figures
    RESULTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    print(part, name, figures, flush=True)


def _kinds(given: argparse.Namespace) -> list[str]:
    return [given.kind] if given.kind else list(KINDS)


def ratios(given: argparse.Namespace) -> dict[str, Any]:
    """The whole command against the bare loop, alternating; medians."""
    found = {}
    for kind in _kinds(given):
        clip = make_clip(KINDS[kind], given.seconds, _CACHE)
        runs: dict[str, list[Run]] = {"bare": [], "with video": [], "without video": []}
        for _ in range(given.rounds):
            runs["bare"].append(measured_run(["-m", "bench.speed.bare_loop", clip]))
            runs["with video"].append(_analyzed(clip))
            runs["without video"].append(_analyzed(clip, "--no-video"))
        found[kind] = {name: _medians(several) for name, several in runs.items()}
        found[kind]["frames"] = round(given.seconds * KINDS[kind].fps)
    return found


def jobs(given: argparse.Namespace) -> dict[str, Any]:
    """Landmarks only, by 1 to 4 threads."""
    clip = make_clip(KINDS["720p30"], given.seconds, _CACHE)
    more = ("--only", "track")
    return {
        str(count): _medians([_analyzed(clip, *more, "--jobs", str(count))])
        for count in range(1, 5)
    }


def stages(given: argparse.Namespace) -> dict[str, Any]:
    """Each stage by itself, milliseconds a frame."""
    found = {}
    for kind in _kinds(given):
        clip = make_clip(KINDS[kind], given.seconds, _CACHE)
        found[kind] = _printed("bench.speed.stage_times", clip, _track_of(clip))
    return found


def judging(given: argparse.Namespace) -> dict[str, Any]:
    """Seconds that judging a loaded track takes."""
    clip = make_clip(KINDS["720p30"], given.seconds, _CACHE)
    return dict(_printed("bench.speed.judge_times", _track_of(clip)))


def start(given: argparse.Namespace) -> dict[str, Any]:
    """Processor seconds of commands that do little."""
    track = _track_of(SAMPLES / f"{_MEMORY_CLIP}.mp4")
    return {
        name: median(
            measured_run([part.format(track=track) for part in command]).core_s
            for _ in range(given.rounds)
        )
        for name, command in _STARTS.items()
    }


def memory(given: argparse.Namespace) -> dict[str, Any]:
    """Peak memory over the length of a recording."""
    sample = SAMPLES / f"{_MEMORY_CLIP}.mp4"
    track, found = _track_of(sample), {}
    for seconds, real in _MEMORY_S:
        if seconds > given.longest:
            continue
        clip = _CACHE / f"long-{seconds}.mp4"
        frames = repeat_clip(sample, seconds, clip)
        arguments = analyze_arguments(clip, _CACHE / "long")
        if not real:
            arguments = ["-m", "bench.speed.replayed", track, *arguments[2:]]
        run = measured_run(arguments)
        name = f"{seconds} s{'' if real else ', replayed'}"
        found[name] = {"frames": frames, "peak_mb": run.peak_mb, "core_s": run.core_s}
    return found


def _analyzed(clip: Path, *more: str) -> Run:
    return measured_run(analyze_arguments(clip, _CACHE / "results", *more))


def _track_of(clip: Path) -> Path:
    folder = _CACHE / f"{clip.stem}-track"
    if not (folder / "track.npz").exists():
        measured_run(analyze_arguments(clip, folder, "--only", "track"))
    return folder / "track.npz"


def _medians(runs: list[Run]) -> dict[str, float]:
    return {
        "wall_s": median(run.wall_s for run in runs),
        "core_s": median(run.core_s for run in runs),
        "peak_mb": max(run.peak_mb for run in runs),
    }


def _printed(module: str, *arguments: Path) -> Any:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return json.loads(done.stdout.splitlines()[-1])


_PARTS: Final[dict[str, Callable[[argparse.Namespace], dict[str, Any]]]] = {
    part.__name__: part for part in (ratios, jobs, stages, judging, start, memory)
}

if __name__ == "__main__":
    sys.exit(main())
