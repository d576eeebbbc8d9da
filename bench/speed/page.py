"""`docs/performance.md` and its plot, from the figures that were kept."""

import json
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.accuracy.markdown import table

RESULTS: Final = Path(__file__).with_name("results.json")
PAGE: Final = Path(__file__).parents[2] / "docs" / "performance.md"
PLOT: Final = PAGE.parent / "img" / "performance.svg"
_TARGETS: Final = {
    ("720p30", "with video"): 0.90,
    ("720p30", "without video"): 0.65,
    ("1080p60", "with video"): 0.85,
    ("1080p60", "without video"): 0.60,
}
_STYLE: Final[Any] = {"svg.hashsalt": "hingecheck", "font.size": 9, "svg.fonttype": "path"}


def write_page() -> None:
    """Writes the page; a part that was never measured is left out."""
    known = json.loads(RESULTS.read_text())
    parts = [
        _INTRODUCTION,
        *(text(known[name]) for name, text in _TEXTS.items() if name in known),
        (Path(__file__).with_name("notes.md")).read_text(),
    ]
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    if "stages" in known:
        _draw(known["stages"])


def _ratios(found: dict[str, Any]) -> str:
    rows = []
    for kind, runs in found.items():
        bare = runs["bare"]
        disturbed = bare["wall_s"] > bare["core_s"]  # one loop alone never waits for a processor
        for way in ("without video", "with video"):
            run, target = runs[way], _TARGETS[kind, way]
            wall, core = run["wall_s"] / bare["wall_s"], run["core_s"] / bare["core_s"]
            speed = runs["frames"] / run["wall_s"]
            times = ["-", "-"] if disturbed else [f"{speed:.0f}", f"{wall:.2f}"]
            cells = [*times, f"{target:.2f}", f"{core:.2f}"]
            rows.append([f"{kind}, {way}", *cells, f"{run['peak_mb']:.0f}"])
        rate = "-" if disturbed else f"{runs['frames'] / bare['wall_s']:.0f}"
        rows.append([f"{kind}, bare loop", rate, "1.00", "", "1.00", f"{bare['peak_mb']:.0f}"])
    head = ["recording", "frames/s", "time", "target", "work", "peak MB"]
    return f"{_RATIOS}\n{table(head, rows)}"


def _stages(found: dict[str, Any]) -> str:
    kinds = list(found)
    rows = [[name, *(f"{found[kind][name][0]:.1f}" for kind in kinds)] for name in found[kinds[0]]]
    picture = "![Stages](img/performance.svg)"
    return f"{_STAGES}\n{table(['core milliseconds a frame', *kinds], rows)}\n{picture}\n"


def _jobs(found: dict[str, Any]) -> str:
    rows = [
        [jobs, f"{run['wall_s']:.1f}", f"{run['core_s']:.1f}", f"{run['peak_mb']:.0f}"]
        for jobs, run in found.items()
    ]
    return f"{_JOBS}\n{table(['--jobs', 'seconds', 'core seconds', 'peak MB'], rows)}"


def _judging(found: dict[str, float]) -> str:
    one, ten = found["60"], found["600"]
    return (
        f"## Judging\n\nA loaded track of 60 s at 30 frames a second is judged in {one:.2f} s of "
        f"processor time, one "
        f"of 600 s in {ten:.2f} s: {ten / one:.1f} times as long for 10 times as many frames. The "
        "target is 0.2 s, and linear within 5 %.\n"
    )


def _start(found: dict[str, float]) -> str:
    rows = [[name, f"{seconds:.2f}"] for name, seconds in found.items()]
    return f"## Starting\n\n{table(['command', 'processor seconds'], rows)}"


def _memory(found: dict[str, Any]) -> str:
    rows = [
        [
            name,
            f"{run['frames']}",
            f"{run['peak_mb']:.0f}",
            f"{1e3 * run['core_s'] / run['frames']:.1f}",
        ]
        for name, run in found.items()
    ]
    text = f"{_MEMORY}\n{table(['length', 'frames', 'peak MB', 'core ms a frame'], rows)}"
    short = found.get("60 s, replayed")
    minutes = max((s for s in (300, 600) if f"{s} s, replayed" in found), default=0) // 60
    if not (short and minutes):
        return text
    long = found[f"{60 * minutes} s, replayed"]
    growth = (long["peak_mb"] - short["peak_mb"]) * 1e3 / (long["frames"] - short["frames"])
    hour = long["peak_mb"] + growth * (108_000 - long["frames"]) / 1e3
    return (
        f"{text}\nFrom 1 to {minutes} minutes memory grows by {growth:.1f} kB a frame; 60 minutes "
        f"would take {hour:.0f} MB (extrapolated). The targets are 3 kB and 1000 MB.\n"
    )


def _core_ms(run: dict[str, float]) -> float:
    return 1e3 * run["core_s"] / run["frames"]


def _draw(found: dict[str, Any]) -> None:
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(9, 2.2), layout="constrained")
        axes = figure.subplots()
        for row, (kind, stages) in enumerate(found.items()):
            left = 0.0
            for place, (name, (core, _)) in enumerate(stages.items()):
                label = name if row == 0 else None
                axes.barh(kind, core, left=left, color=f"C{place}", edgecolor="white", label=label)
                left += core
        axes.set_xlabel("core milliseconds a frame")
        axes.legend(ncols=4, frameon=False, loc="upper center", bbox_to_anchor=(0.5, 1.45))
        figure.savefig(PLOT, format="svg", metadata={"Date": None})


_INTRODUCTION: Final = """# Performance

Printed by `python -m bench.speed` from what it measured; do not edit by hand. Two processors, no
graphics card, model full, MediaPipe on one thread for each engine, recordings of 12 s.
"""
_RATIOS: Final = """## Against the pose model alone

The whole command, from its start to its end, with all files written, against the least that anybody
must do: decode, convert, `detect_for_video` with masks, one frame after the other. Both run in the
same minutes, by turns; medians. *Time* is wall time over the bare loop's; *work* is processor time
over the bare loop's, which other programs on the machine disturb less. A dash would stand where
other programs held the processors; here none did, and each figure is the median of three rounds. Of
60 frames a second we look at 30, the bare loop at all. 30 s at 720p30, one round, took 1.01 times
the bare loop's time without the video and 1.13 with it. 1080p60 meets its target with the video and
just misses it without; 720p30 misses both.
"""
_STAGES: Final = """## By stage

Each stage by itself. Reading, looking and handing out run at the same time on all processors, so
do reading again, drawing and encoding: the wall time of a run is about the sum over the number of
processors.
"""
_JOBS: Final = """## By number of threads

Landmarks only, 720p30. More threads than processors gain nothing.
"""
_MEMORY: Final = """## Memory and length

Peak of the whole command with all outputs. *Replayed*: a stored track stands in for the pose model,
which takes most of the time and no memory that grows; everything else is the real program.
"""
_TEXTS: Final = {
    "ratios": _ratios,
    "stages": _stages,
    "jobs": _jobs,
    "judging": _judging,
    "start": _start,
    "memory": _memory,
}
