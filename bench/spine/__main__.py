"""Command line: `python -m bench.spine` prints docs/spine.md from the stored tracks."""

import argparse
import sys
from collections.abc import Sequence

from bench.accuracy.part import Part
from bench.accuracy.store import load
from bench.spine.judged import judged
from bench.spine.page import FILE, page
from bench.spine.plan import plan
from bench.spine.refusals import reasons
from bench.spine.rendering import is_stored, path_of, render_missing
from bench.spine.truth_chapter import compared


def main(arguments: Sequence[str] | None = None) -> int:
    """Render what is missing for so many minutes, then judge what is stored and print the page."""
    parser = argparse.ArgumentParser(prog="python -m bench.spine", description=main.__doc__)
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="draw missing reps for this long; 0 = none"
    )
    minutes = parser.parse_args(arguments).minutes
    if minutes:
        render_missing(plan(), minutes)
    reps = [judged(back, load(path_of(back))) for back in plan() if is_stored(back)]
    pairs = compared([one for one in reps if one.back.part is Part.REPORTING])
    told = page(reps, pairs, reasons())
    FILE.write_text(told, encoding="utf-8", newline="\n")
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
