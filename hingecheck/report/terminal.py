"""The result as a person reads it on a terminal, or later in a log."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.report.back_words import back_lines
from hingecheck.report.drift_words import drift_lines
from hingecheck.report.figures import clock, in_words, limit_in_words
from hingecheck.report.film_view import HOW_TO_FILM, view_in_words, views_in_words
from hingecheck.report.film_words import poor_lines
from hingecheck.report.lead_checks import lead_cues
from hingecheck.report.movement_words import movement_names, reason_words, told
from hingecheck.report.printable import printable
from hingecheck.report.rep_table import STYLES, rep_table, table_key
from hingecheck.report.rep_words import dead_start_words, partial_words
from hingecheck.report.workout_words import workout_lines

_TITLES: Final = {Verdict.FAULT: "Faults", Verdict.BORDERLINE: "Borderline"}


def print_summary(console: Console, analysis: Analysis, files: Sequence[Path]) -> None:
    """Says what was found: reps, faults with their cues, what could not be seen, the files.

    Args:
        console: any width from 60 columns; colour and a terminal are not needed.
        analysis: what is told.
        files: where the results are, in the order in which they are named.
    """
    _say(console, _headline(analysis), style="bold")
    _print_whys(console, analysis)
    views = views_in_words(analysis.view, analysis.signals.time_s.tolist())
    if views:
        _say(console, f"Views: {views}.")
    for note in (*analysis.recording.warnings, *analysis.view.notes):
        _say(console, f"Note: {note}")
    if analysis.workout is not None:
        for line in workout_lines(analysis.workout):
            _say(console, line)
    if analysis.film is not None:
        for line in poor_lines(analysis.film):
            _say(console, f"Film: {line}")
        _say(console, f"Next film: {analysis.film.advice}")
    if analysis.full_reps:
        _print_reps(console, analysis)
    else:
        _say(console, HOW_TO_FILM)
    _print_partial(console, analysis)
    _print_files(console, files)


def _say(console: Console, text: str, style: str = "", indent: int = 0) -> None:
    # a Text, not a string: names may hold what rich would take for markup
    console.print(Padding(Text(printable(text), style=style), (0, 0, 0, indent), expand=False))


def _headline(analysis: Analysis) -> str:
    movement = analysis.movement
    if movement.movement is Movement.NONE:
        return f"No hip hinge found in {analysis.recording.name}"
    count = len(analysis.full_reps)
    return (
        f"{movement_names(analysis)}, {_counted(count, 'full rep')}, {view_in_words(analysis.view)}"
    )


def _print_whys(console: Console, analysis: Analysis) -> None:
    for one in told(analysis):
        _say(console, reason_words(one, _why(one), analysis))


def _why(movement: Recognition) -> str:
    said_by_user = movement.confidence == 1 or not math.isfinite(movement.confidence)
    return movement.why + ("" if said_by_user else f" (confidence {movement.confidence:.0%})")


def _print_reps(console: Console, analysis: Analysis) -> None:
    console.print()
    console.print(rep_table(analysis))
    console.print()
    _say(console, table_key(analysis), style="dim")
    _print_first(console, analysis)
    times = analysis.signals.time_s
    for verdict, title in _TITLES.items():
        checks = [check for check in analysis.summary if check.verdict is verdict]
        if checks:
            console.print()
            _say(console, title, style=STYLES[verdict])
        for check in checks:
            for indent, line in _check_lines(check, times.tolist()):
                _say(console, line, indent=indent)
    _print_rest(console, analysis.summary)
    _print_back(console, analysis)


def _print_first(console: Console, analysis: Analysis) -> None:
    """One or two cues lead; the rest follows with its numbers."""
    cues = lead_cues(analysis.summary)
    lines = (*drift_lines(analysis), *([f"Work on first: {' '.join(cues)}"] if cues else []))
    if lines:
        console.print()
    for line in lines:
        _say(console, line)


def _check_lines(check: CheckSummary, times: list[float]) -> Iterator[tuple[int, str]]:
    share = [f"{verdict} in {n} of {_counted(check.reps, 'rep')}" for verdict, n in _shares(check)]
    yield 2, f"{check.name}: {', '.join(share)}{_unseen(check)}"
    if check.worst is not None:
        yield 4, f"worst: {_worst(check.worst, times)}"
    if check.cue:
        yield 4, f"cue: {check.cue}"


def _unseen(check: CheckSummary) -> str:
    unseen = check.reps - check.measured
    return f" ({Verdict.NOT_MEASURABLE} in {unseen})" if unseen else ""


def _shares(check: CheckSummary) -> Iterator[tuple[Verdict, int]]:
    for verdict, n in ((Verdict.FAULT, check.faults), (Verdict.BORDERLINE, check.borderline)):
        if n:
            yield verdict, n


def _worst(worst: Finding, times: list[float]) -> str:
    read, limits = worst.measurement, worst.criterion
    if read is None or limits is None:
        return f"rep {worst.rep}"
    value = in_words(read.value, read.u, limits.unit)
    return f"rep {worst.rep} at {clock(times[read.frame])}, {value}, {_limit(worst, limits)}"


def _limit(worst: Finding, limits: Criterion) -> str:
    if worst.verdict is Verdict.FAULT and limits.fault is not None:
        return f"fault {limits.beyond} {limit_in_words(limits.fault, limits.unit)}"
    return f"borderline {limits.beyond} {limit_in_words(limits.warn, limits.unit)}"


def _print_rest(console: Console, checks: Sequence[CheckSummary]) -> None:
    clear = [check.name + _unseen(check) for check in checks if check.verdict is Verdict.CLEAR]
    unseen: dict[str, list[str]] = {}
    for check in checks:
        if check.verdict is Verdict.NOT_MEASURABLE:
            unseen.setdefault(check.reason, []).append(check.name)
    if clear:
        console.print()
        _say(console, "Clear", style=STYLES[Verdict.CLEAR])
        _say(console, f"no sign of: {', '.join(clear)}", indent=2)
    if unseen:
        console.print()
        _say(console, "Not measurable", style="bold")
    for reason, names in unseen.items():
        _say(console, f"{reason}: {', '.join(names)}", indent=2)


def _print_back(console: Console, analysis: Analysis) -> None:
    lines = back_lines(analysis)
    if lines:
        console.print()
    for indent, line in zip((0, 2, 2, 2), lines, strict=False):
        _say(console, line, indent=indent)


def _print_partial(console: Console, analysis: Analysis) -> None:
    partial, dead = partial_words(analysis), dead_start_words(analysis)
    if partial:
        partial = (
            f"Not counted: {partial}; a rep counts when its bottom and the top after it are both "
            "in the recording."
        )
    lines = [line for line in (partial, dead) if line]
    if lines:
        console.print()
    for line in lines:
        _say(console, line)


def _counted(count: int, noun: str) -> str:
    number = "no" if count == 0 else str(count)
    return f"{number} {noun}{'' if count == 1 else 's'}"


def _print_files(console: Console, files: Sequence[Path]) -> None:
    if files:
        console.print()
        _say(console, "Written", style="bold")
    for file in files:
        # never broken over lines, so that it can be copied
        console.print(Text("  " + printable(file)), soft_wrap=True)
