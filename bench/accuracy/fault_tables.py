"""The chapter on checks: found, missed, false alarms."""

from collections.abc import Sequence
from typing import Final

from bench.accuracy.assessment import Assessment, Outcome
from bench.accuracy.fault_truth import Condition
from bench.accuracy.interval import Rate, rate
from bench.accuracy.markdown import figure, percent, rate_words, signed, table
from bench.accuracy.rates import coverage, fault_rates, outcomes_of, why_not
from bench.accuracy.simulation import LEVELS, Simulated, of_check
from bench.accuracy.view_band import ViewBand
from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.finding import Verdict

_HEAD: Final = (
    "check",
    "gross: marked",
    "gross: called a fault",
    "gross: not measurable",
    "clean: called a fault",
    "clean: marked",
    "measured - true",
)
_MOST_REASONS: Final = 4


def fault_chapter(assessments: Sequence[Assessment], simulated: Sequence[Simulated]) -> str:
    """Return the chapter; the movement was told to the program."""
    hinges = [a for a in assessments if a.clip.is_hinge]
    side = outcomes_of(a for a in hinges if a.clip.band is ViewBand.SIDE)
    chapters = [
        _EXPLAINED.format(only_cues=_only_cues()),
        f"### Rendered, yaw 0-15\n\n{_rates_table(side)}",
        _simulated_part(simulated),
        _coverage_part(hinges),
    ]
    return "\n".join(chapter for chapter in chapters if chapter)


_EXPLAINED: Final = """## Checks

*Gross* is beyond the check's fault limit in truth, or, where it has none, beyond its warn limit by
more than a reading's own error (1.64 u); *clean* is on the good side of its warn limit; what lies
between is not scored here. A back rounded on purpose is `spine_change`'s to find: no rendered one
bulges as far as `spine_round` asks for. *Marked* is borderline or fault. A gross rep that was not
measurable, or not found, counts as missed. Never more than borderline by design:
{only_cues}.
The movement was told (`--movement`): for a slow lift that is not told, checks whose limits differ
between lifts are not made. The neck is left out: the ear that it is read from is no joint of these
lifters. Checks that need a view from the front are left out as well.
"""


def _only_cues() -> str:
    """The checks without a fault limit in any lift."""
    codes = [f.code for f in FAULTS if all(c.fault is None for c in f.criteria.values())]
    return ", ".join(f"`{code}`" for code in codes)


def _rates_table(outcomes: Sequence[Outcome]) -> str:
    rows = []
    known = [o for o in outcomes if o.condition is not None]
    for line in fault_rates(known):
        digits = 3 if abs(line.sd) < 0.5 else 1
        off = f"{signed(line.bias, digits)} +- {figure(line.sd, digits)}"
        rates = (line.found, line.called, line.unmeasured, line.alarms, line.doubts)
        rows.append((f"`{line.code}`", *map(rate_words, rates), off if line.sd == line.sd else "-"))
    return table(_HEAD, rows)


def _simulated_part(simulated: Sequence[Simulated]) -> str:
    if not simulated:
        return ""
    outcomes = of_check(simulated)
    reps = sum(o.code == "lockout_hip" for o in outcomes)
    return (
        f"### Simulated, exactly from the side\n\n{reps} reps of true joints (reporting bodies and "
        "seeds) with the landmark error that the tuning clips\nshowed, through the same program. "
        "Each fault's dial is turned up in five steps: the\ngenerator's own, or true joints moved "
        "in the plane of the movement.\n\n"
        + _rates_table(outcomes)
        + "\nShare marked and Wilson's 95 % interval, by how far the fault's own dial is turned "
        "(0 = clean, 1 =\ngross), all lifts that can have it. The limit lies somewhere in "
        "between, so the middle is no\nerror. "
        "A dash: no rep is found there\neven on true joints; such reps are in no rate above.\n"
        "\n![Share of reps marked over each fault's dial](img/accuracy-dials.svg)\n\n"
        + _dial_table(simulated)
    )


def _dial_table(simulated: Sequence[Simulated]) -> str:
    rows = []
    for fault in FAULTS:
        mine = [s for s in simulated if s.dial == fault.code and s.outcome.code == fault.code]
        if mine:
            rates = [marked(mine, level) for level in LEVELS]
            most = str(max(one.n for one in rates))
            rows.append((f"`{fault.code}`", most, *map(_share_words, rates)))
    return table(("check", "reps each", *(f"dial {level:g}" for level in LEVELS)), rows)


def _share_words(found: Rate) -> str:
    low, high = found.interval
    return f"{percent(found.share)} ({100 * low:.0f}-{100 * high:.0f})" if found.n else "-"


def marked(simulated: Sequence[Simulated], level: float) -> Rate:
    """Return how many reps at a level are marked, borderline or fault."""
    words = (Verdict.BORDERLINE, Verdict.FAULT)
    return rate([s.outcome.verdict in words for s in simulated if s.level == level])


def _coverage_part(hinges: Sequence[Assessment]) -> str:
    rows = []
    for band in ViewBand:
        outcomes = outcomes_of(a for a in hinges if a.clip.band is band)
        if outcomes:
            reasons = [f"{words} ({n})" for words, n in why_not(outcomes)[:_MOST_REASONS]]
            rows.append((band.value, rate_words(coverage(outcomes)), "; ".join(reasons) or "-"))
    gross = [
        o
        for a in hinges
        for o in a.outcomes
        if a.clip.band is not ViewBand.SIDE and o.condition is Condition.GROSS
    ]
    missed = rate([o.verdict not in (Verdict.BORDERLINE, Verdict.FAULT) for o in gross])
    beyond = (
        "\nGross faults filmed from beyond 15 degrees that are missed, mostly because the check "
        f"refuses the\nview: {rate_words(missed)}.\n"
    )
    head = ("yaw", "measured", "why not")
    opening = (
        "### How much is measured\n\nChecks times reps, all checks; without what is not there to "
        "be seen, such as the drop before a\nswing that is hiked from the floor.\n\n"
    )
    return opening + table(head, rows) + (beyond if missed.n else "")
