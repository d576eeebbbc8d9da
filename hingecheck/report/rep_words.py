"""Which reps do not count, and which begin without a way down, in words for terminal and page."""

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.rep import Rep
from hingecheck.report.figures import clock, counted


def partial_words(analysis: Analysis) -> str:
    """As in `1 partial rep (at 0:03.20: its end is not in the film)`; empty if there is none."""
    partial = [rep for rep in analysis.reps if rep.partial]
    if not partial:
        return ""
    told = ", ".join(_told(rep, analysis) for rep in partial)
    return f"{counted(len(partial), 'partial rep')} (at {told})"


def dead_start_words(analysis: Analysis) -> str:
    """As in `Rep 1 starts from the bottom: there is no way down to judge.`; empty if none does."""
    numbers = [str(rep.number) for rep in analysis.full_reps if rep.dead_start]
    if not numbers:
        return ""
    which = f"Rep {numbers[0]} starts" if len(numbers) == 1 else f"Reps {', '.join(numbers)} start"
    return f"{which} from the bottom: there is no way down to judge."


def _told(rep: Rep, analysis: Analysis) -> str:
    start = clock(analysis.signals.time_s[rep.span.start])
    return f"{start}: {rep.why_partial}" if rep.why_partial else start
