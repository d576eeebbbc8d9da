"""The first lines of the page."""

from collections.abc import Iterable, Sequence
from typing import Final

from bench.accuracy.assessment import Assessment, Outcome
from bench.accuracy.fault_truth import Condition
from bench.accuracy.interval import Rate, rate
from bench.accuracy.markdown import figure, rate_words
from bench.accuracy.pooling import spread
from bench.accuracy.rates import exact_counts, fault_rates, outcomes_of, recognised
from bench.accuracy.results import Results
from bench.accuracy.simulation import of_check
from bench.accuracy.targets import MAIN
from bench.accuracy.view_band import ViewBand
from hingecheck.domain.finding import Verdict

_MARKED: Final = (Verdict.BORDERLINE, Verdict.FAULT)
_OFTEN: Final = 0.9


def summary(results: Results) -> str:
    """Return what a reader needs to know if he reads nothing else."""
    others = [a for a in results.reporting if not a.clip.is_hinge]
    counted = (
        f"**Reps** are counted exactly in {rate_words(exact_counts(results.hinges))} clips of hip "
        f"hinges, the movement is told right in {rate_words(recognised(results.hinges))}; of other "
        f"exercises {rate_words(recognised(others))} are left alone."
    )
    points = (
        *_angles(results.free),
        counted,
        *_simulated(of_check(results.simulated)),
        *_rendered(results.hinges),
    )
    return "## In short\n\n" + "\n".join(f"* {point}" for point in points) + "\n"


def _angles(free: Sequence[Assessment]) -> Iterable[str]:
    for band, words in (
        (ViewBand.SIDE, "**From the side** (yaw 0-15)"),
        (ViewBand.NEAR_SIDE, "**At yaw 15-30**"),
        (ViewBand.OBLIQUE, "**At yaw 30-50**"),
    ):
        spreads = {word: spread(free, "program", name, band) for name, word in MAIN.items()}
        if all(s.clips for s in spreads.values()):
            off = ", ".join(f"{word} {figure(s.mae)}" for word, s in spreads.items())
            clips = max(s.clips for s in spreads.values())
            yield f"{words} angles are off by, on average, {off} degrees ({clips} clips)."


def _simulated(outcomes: Sequence[Outcome]) -> Iterable[str]:
    known = [o for o in outcomes if o.condition is not None]
    with_gross = [line for line in fault_rates(known) if line.found.n]
    if not with_gross:
        return
    often = [line for line in with_gross if line.found.share >= _OFTEN]
    seldom = ", ".join(f"`{line.code}`" for line in with_gross if line not in often)
    rest = f" Less often: {seldom}." if seldom else ""
    yield (
        f"**Faults, simulated from the side**: {len(often)} of {len(with_gross)} checks mark nine "
        f"in ten gross reps or more.{rest} Of clean readings {_alarms(known)} are called a fault."
    )


def _rendered(hinges: Sequence[Assessment]) -> Iterable[str]:
    side = outcomes_of(a for a in hinges if a.clip.band is ViewBand.SIDE)
    known = [o for o in side if o.condition is not None]
    gross = rate([o.verdict in _MARKED for o in known if o.condition is Condition.GROSS])
    yield (
        f"**Faults, rendered from the side**: {rate_words(gross)} gross readings are marked; of "
        f"clean ones {_alarms(known)} are called a fault. One that could not be measured counts "
        "as missed."
    )


def _alarms(outcomes: Sequence[Outcome]) -> str:
    clean = [o for o in outcomes if o.condition is Condition.CLEAN]
    called: Rate = rate([o.verdict is Verdict.FAULT for o in clean])
    return rate_words(called)
