"""`compare.html`: two recordings of the same movement, change by change."""

import math
from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.comparison import Change, Comparison, Curve, Level
from hingecheck.domain.movement import MOVEMENT_WORDS
from hingecheck.report.aligned_video import middle_rep
from hingecheck.report.figures import counted, in_words, rounded
from hingecheck.report.film_view import view_in_words
from hingecheck.report.page.rendering import rendered
from hingecheck.report.page.top import encoded, told_name
from hingecheck.report.stills import GRID_PX, Still, key_frame

SCRIPTS: Final = ("common.js", "compare.js")
WITHIN: Final = "within measuring error"
_MISSING: Final = "not measurable"


@frozen
class ChangeRow:
    """One check in words."""

    name: str
    before: str
    after: str
    difference: str
    beyond: str
    kind: str


@frozen(eq=False)
class Recorded:
    """One of the two recordings, with pictures as far as there are any."""

    analysis: Analysis
    pictures: Mapping[Still, bytes]


def change_rows(comparison: Comparison) -> tuple[ChangeRow, ...]:
    """The changes in words, for the page and the terminal."""
    return tuple(_row(change) for change in comparison.changes)


def compare_stills(analysis: Analysis) -> dict[str, Still]:
    """The phases of the rep in the middle of the set, by the phase's name."""
    rep = middle_rep(analysis)
    if rep is None:
        return {}
    return {str(phase): Still(key_frame(rep, phase), 2 * GRID_PX) for phase in rep.phases}


def compare_page(
    comparison: Comparison, before: Recorded, after: Recorded, video: str | None = None
) -> str:
    """The page as HTML; `video` is the name of the aligned video in its folder, if there is one."""
    sides = [_side(before, "Before"), _side(after, "After")]
    movement = MOVEMENT_WORDS[before.analysis.movement.movement]
    return rendered(
        "compare.html",
        SCRIPTS,
        _data(comparison),
        title=f"{movement[0].upper()}{movement[1:]}: before and after",
        sides=sides,
        phases=[str(phase) for phase in comparison.phases],
        rows=change_rows(comparison),
        notes=comparison.notes,
        video=video,
        changed=sum(change.beyond_error for change in comparison.changes),
    )


def _side(recorded: Recorded, title: str) -> dict[str, Any]:
    analysis = recorded.analysis
    rep = middle_rep(analysis)
    return {
        "title": title,
        "name": told_name(analysis),
        "facts": f"{counted(len(analysis.full_reps), 'rep')}, {view_in_words(analysis.view)}",
        "rep": "" if rep is None else f"rep {rep.number}",
        "pictures": {
            phase: encoded(recorded.pictures[still])
            for phase, still in compare_stills(analysis).items()
            if still in recorded.pictures
        },
    }


def _row(change: Change) -> ChangeRow:
    beyond, kind = WITHIN, "same"
    if math.isnan(change.difference):
        beyond, kind = _MISSING, "unseen"
    elif change.beyond_error:
        words = {True: "further from the limit", False: "nearer to the limit", None: "changed"}
        beyond = f"{words[change.better]}, beyond measuring error"
        kind = "clear" if change.better else "borderline"
    return ChangeRow(
        name=change.name,
        before=_level(change.before, change.unit),
        after=_level(change.after, change.unit),
        difference="" if beyond == _MISSING else _signed(change),
        beyond=beyond,
        kind=kind,
    )


def _level(level: Level | None, unit: str) -> str:
    if level is None:
        return _MISSING
    return f"{in_words(level.mean, level.u, unit)} ({counted(level.reps, 'rep')})"


def _signed(change: Change) -> str:
    return ("+" if change.difference > 0 else "") + in_words(
        change.difference, change.u, change.unit
    )


def _data(comparison: Comparison) -> dict[str, Any]:
    troubled = {change.signal for change in comparison.changes if change.beyond_error}
    return {
        "phases": [str(phase) for phase in comparison.phases],
        "curves": [
            {
                "name": pair.signal,
                "unit": pair.unit,
                "before": _curve(pair.before, pair.unit),
                "after": _curve(pair.after, pair.unit),
                "changed": pair.signal in troubled,
            }
            for pair in comparison.curves
        ],
    }


def _curve(curve: Curve, unit: str) -> dict[str, list[float | None]]:
    return {
        "mean": [rounded(value, unit) for value in curve.mean.tolist()],
        "spread": [rounded(value, unit) for value in curve.spread.tolist()],
    }
