"""Command line: `python -m bench.accuracy --tier smoke`."""

import argparse
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bench.accuracy.assessment import Assessment, assess
from bench.accuracy.landmark_error import fit
from bench.accuracy.page import FILE, write_page
from bench.accuracy.part import Part
from bench.accuracy.plan import Clip, clips_of, plan
from bench.accuracy.plots import draw_angles, draw_dials
from bench.accuracy.pooling import spread
from bench.accuracy.rendering import is_stored, path_of, render, render_missing
from bench.accuracy.results import Results
from bench.accuracy.simulated_file import load_simulated, save_simulated
from bench.accuracy.simulation import Simulated, simulate
from bench.accuracy.store import KnownTrack, load
from bench.accuracy.targets import MAIN
from bench.accuracy.uncertainty_table import uncertainty_table, write_table
from bench.accuracy.verification import chosen, compare
from bench.accuracy.view_band import ViewBand

TIERS: Final = ("smoke", "default", "full")
_SMOKE_CLIPS: Final = 3
_DEFAULT_MINUTES: Final = {"smoke": 3.0, "default": 30.0, "full": 110.0}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one tier; return 1 where a stored track is not what the program sees."""
    given = _parser().parse_args(arguments)
    minutes = _DEFAULT_MINUTES[given.tier] if given.minutes is None else given.minutes
    if given.tier == "full":
        if given.again:
            forget(plan())
        made = render_missing(plan(), minutes, renderer=partial(render, videos=given.videos))
        left = sum(not is_stored(clip) for clip in plan())
        print(f"{made} clips drawn, {left} left")
        write_results(given.draws)
        return 0
    return verify(given.tier, minutes, given.seed)


def forget(clips: Sequence[Clip]) -> None:
    """Remove stored tracks: the program sees other landmarks than it did when they were made."""
    for clip in clips:
        path_of(clip).unlink(missing_ok=True)


def verify(tier: str, minutes: float, seed: int) -> int:
    """Draw some clips again, compare them with what is stored, and print the main errors."""
    count = _SMOKE_CLIPS if tier == "smoke" else len(plan())
    start, wrong = time.monotonic(), 0
    for result in compare(chosen(plan(), count, seed)):
        word = "as stored" if result.agrees else "DIFFERS from the stored track"
        print(f"{result.name}: {word} ({result.apart_trunks:.4f} trunk lengths)", flush=True)
        wrong += not result.agrees
        if time.monotonic() - start > 60 * minutes:
            break
    reporting = stored(Part.REPORTING)
    _print_main([assess(clip, known) for clip, known in reporting if clip.reports])
    return 1 if wrong else 0


def write_results(draws: int) -> None:
    """Print the page, its plots and the table of uncertainties from what is stored.

    Without draws the reps simulated last time are told again.
    """
    tuning, reporting = stored(Part.TUNING), stored(Part.REPORTING)
    # Plates before the leg are an error of their own, not the view's.
    tuned = [assess(clip, known) for clip, known in tuning if clip.leg_is_free]
    told = [assess(clip, known) for clip, known in reporting if clip.reports]
    write_table(tuned)
    simulated = _simulate(tuning, draws)
    draw_angles([a for a in told if a.clip.is_hinge and a.clip.leg_is_free])
    if simulated:
        draw_dials(simulated)
    results = Results(
        reporting=told,
        tuned=uncertainty_table(tuned),
        simulated=simulated,
        planned=sum(clip.reports for clip in clips_of(Part.REPORTING)),
        engine=_engine(reporting),
    )
    write_page(results)
    print(f"wrote {FILE.name}")


def stored(part: Part) -> list[tuple[Clip, KnownTrack]]:
    """Return the clips of a part whose tracks are there, in the plan's order."""
    return [(clip, load(path_of(clip))) for clip in clips_of(part) if is_stored(clip)]


def _simulate(tuning: Sequence[tuple[Clip, KnownTrack]], draws: int) -> tuple[Simulated, ...]:
    free = [(c, k) for c, k in tuning if c.is_hinge and c.leg_is_free]
    side = [(c, k) for c, k in free if c.band is ViewBand.SIDE]
    if draws:
        save_simulated(simulate(fit(side), draws))
    return load_simulated()


def _engine(reporting: Sequence[tuple[Clip, KnownTrack]]) -> str:
    used = sorted({f"{known.track.model} ({known.track.engine})" for _, known in reporting})
    return " and ".join(used) or "none yet"


def _print_main(assessments: Sequence[Assessment]) -> None:
    for band in ViewBand:
        for name, word in MAIN.items():
            for way in ("program", "world_centred"):
                s = spread(assessments, way, name, band)
                if s.clips:
                    print(f"yaw {band.value} {word} {way}: MAE {s.mae:.1f}, bias {s.bias:+.1f} deg")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.accuracy",
        description="Measure the program on rendered lifters whose joints are known.",
    )
    parser.add_argument("--tier", choices=TIERS, default="smoke")
    parser.add_argument("--minutes", type=float, help="draw no further clip after this long")
    parser.add_argument(
        "--videos", type=Path, help="keep drawn clips here, and draw none that lies here (full)"
    )
    parser.add_argument("--again", action="store_true", help="make every track anew (full)")
    parser.add_argument("--seed", type=int, default=0, help="which clips are drawn again")
    parser.add_argument(
        "--draws", type=int, default=12, help="simulated errors per lifter, 0 = as before"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
