"""Why a target is not met, in a sentence each."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bench.accuracy.assessment import Assessment
from bench.accuracy.fault_truth import BACK_CHECKS
from bench.accuracy.markdown import signed
from bench.accuracy.rates import outcomes_of, why_not
from bench.accuracy.results import Results
from bench.accuracy.targets import MAE_DEG, MAIN, Line, lines
from bench.accuracy.view_band import ViewBand
from hingecheck.analysis.faults import FAULTS

_MOST: Final = 4
_JOINT_CHECKS: Final = tuple(f.code for f in FAULTS if f.code not in BACK_CHECKS)
_SIDE: Final = (
    "most of it is constant within a clip: hip, knee and shoulder points lie beside the joints, "
    "and how far differs from body to body and with the clothes"
)
_OBLIQUE: Final = (
    "one camera sees no depth; what stretching the picture and the bones' lengths leave is where "
    "the model guesses hidden hips and knees"
)
_HANDS: Final = (
    "at the top hands are read to 0.05 and better; in the backswing they are hidden between the "
    "thighs, and the model puts them 0.1 to 0.2 too high"
)


def shortfalls(results: Results) -> str:
    """Return a list of the targets that are not met with their reasons; empty if there is none."""
    missed = [line for line in lines(results.reporting) if line.met is False]
    told = [f"* {line.what} ({line.measured}): {_reason(line, results)}." for line in missed]
    return "\nNot met, and why:\n\n" + "\n".join(told) + "\n" if told else ""


def _reason(line: Line, results: Results) -> str:
    if line.what.startswith("back"):
        return "; ".join(_unmeasured(results.free, BACK_CHECKS))
    if line.what.startswith("checks"):
        return "; ".join(_unmeasured(results.free, _JOINT_CHECKS))
    if line.what.startswith("reps"):
        return "miscounted: " + "; ".join(_miscounted(results.hinges))
    if "hands" in line.what:
        return _HANDS
    oblique = [band for band in MAE_DEG if band is not ViewBand.SIDE and band.value in line.what]
    return f"{_by_clip(line, results, oblique[0])}; {_OBLIQUE}" if oblique else _SIDE


def _by_clip(line: Line, results: Results, band: ViewBand) -> str:
    """How far the clips of a view lie apart: with few of them a body or two decide."""
    (name,) = (name for name, word in MAIN.items() if line.what.startswith(f"{word},"))
    clips = [a.errors["program", name] for a in results.free if a.clip.band is band]
    means = sorted(float(errors.mean()) for errors in clips if len(errors))
    low, high = signed(means[0]), signed(means[-1])
    return f"{len(means)} clips whose means lie between {low} and {high} degrees"


def _miscounted(hinges: Sequence[Assessment]) -> Iterator[str]:
    for a in hinges:
        if a.counted != a.true_reps:
            yield f"`{a.clip.name}`, {a.counted} for {a.true_reps}"


def _unmeasured(hinges: Sequence[Assessment], codes: Collection[str]) -> Iterator[str]:
    side = outcomes_of(a for a in hinges if a.clip.band is ViewBand.SIDE)
    for words, count in why_not([o for o in side if o.code in codes])[:_MOST]:
        yield f"{count} times {words.replace(';', ',')}"
