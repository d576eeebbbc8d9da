"""Which reps do not count, and which begin without a way down, in words for terminal and page."""

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.rep import Phase, Rep
from hingecheck.report.figures import clock, counted


def partial_words(analysis: Analysis) -> str:
    """As in `1 partial rep (at 0:03.20: its end is not in the film)`; empty if there is none."""
    partial = [rep for rep in analysis.reps if rep.partial]
    if not partial:
        return ""
    told = ", ".join(_told(rep, analysis) for rep in partial)
    return f"{counted(len(partial), 'partial rep')} (at {told})"


def dead_start_words(analysis: Analysis) -> str:
    """As in `Rep 1 starts from the bottom: there is no way down to judge.`; empty if none does.

    A swing's rep that is hiked from the floor says that it has no drop.
    """
    dead = [rep for rep in analysis.full_reps if rep.dead_start]
    hiked = [rep for rep in dead if Phase.HIKE in rep.phases]
    others = [rep for rep in dead if rep not in hiked]
    told = (
        _all(hiked, "is hiked from the floor: there is no drop to judge.", "are"),
        _all(others, "starts from the bottom: there is no way down to judge.", "start"),
    )
    return " ".join(words for words in told if words)


def _all(reps: list[Rep], words: str, many: str) -> str:
    """A sentence about one or several reps; `many` is its verb for several."""
    numbers = [str(rep.number) for rep in reps]
    if len(numbers) > 1:
        return f"Reps {', '.join(numbers)} {many} {words.partition(' ')[2]}"
    return f"Rep {numbers[0]} {words}" if numbers else ""


def _told(rep: Rep, analysis: Analysis) -> str:
    start = clock(analysis.signals.time_s[rep.span.start])
    return f"{start}: {rep.why_partial}" if rep.why_partial else start
