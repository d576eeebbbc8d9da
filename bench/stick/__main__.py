"""Command line: `python -m bench.stick` prints docs/stick.md from the stored tracks."""

import argparse
import sys
from collections.abc import Sequence

from bench.stick.judged import judged
from bench.stick.page import FILE, page
from bench.stick.plan import plan
from bench.stick.rendering import is_stored, render_missing


def main(arguments: Sequence[str] | None = None) -> int:
    """Render what is missing for so many minutes, then judge what is stored and print the page."""
    parser = argparse.ArgumentParser(prog="python -m bench.stick", description=main.__doc__)
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="draw missing reps for this long; 0 = none"
    )
    minutes = parser.parse_args(arguments).minutes
    if minutes:
        render_missing(plan(), minutes)
    told = page([judged(held) for held in plan() if is_stored(held)])
    FILE.write_text(told, encoding="utf-8", newline="\n")
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
