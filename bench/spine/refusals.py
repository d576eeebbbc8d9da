"""Why `spine_change` says nothing: counted where the film is not made for it."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.accuracy.interval import Rate
from bench.accuracy.markdown import rate_words, table
from bench.accuracy.store import FOLDER, load
from hingecheck.pipeline import judge

_MEASURED: Final = "measured"
_INTRODUCTION: Final = """## What could not be told where the film is not made for it

All reps of the reporting clips of the [accuracy bench](accuracy.md) (every view, movement, fault
and weight; loose tops, plates, small lifters), by the first reason given, its numbers left out.

"""


def reasons(tracks: Iterable[Path] | None = None) -> Counter[str]:
    """How many full reps were measured, and why the others were not; a second per track.

    Args:
        tracks: of the accuracy bench; None = its reporting part.
    """
    found: Counter[str] = Counter()
    for path in sorted(FOLDER.glob("r*.npz")) if tracks is None else tracks:
        for finding in judge(load(path).track).findings:
            if finding.code == "spine_change":
                found[_short(finding.reason)] += 1
    return found


def refusal_chapter(counted: Counter[str]) -> str:
    """One line per reason, the commonest first."""
    whole = sum(counted.values())
    rows = [(reason, rate_words(Rate(count, whole))) for reason, count in counted.most_common()]
    return _INTRODUCTION + table(("reason", "reps"), rows)


def _short(reason: str) -> str:
    first = reason.partition(";")[0]
    return re.sub(r"[0-9.]+", "N", first) or _MEASURED
