"""How well clean and rounded backs are told apart."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.interval import Rate, rate
from bench.lifter.rotations import Array
from bench.spine.judged import Judged
from bench.spine.plan import DOSES
from hingecheck.domain.finding import Verdict

CLEAN: Final = "clean"
_TOLD: Final = (Verdict.BORDERLINE, Verdict.FAULT)
_DRAWS: Final = 400


@frozen
class Dose:
    """What the program reads off reps of one dose.

    Attributes:
        name: A key of `DOSES`.
        count: How many reps were measurable.
        mean: Change of the back, in trunk lengths.
        sd: Its standard deviation among lifters.
        auc: Against clean reps: how often a rounded rep reads more than a clean one.
        auc_interval: Its 95 % interval, by drawing lifters with replacement.
        told: How many were borderline or worse.
    """

    name: str
    count: int
    mean: float
    sd: float
    auc: float
    auc_interval: tuple[float, float]
    told: Rate


def doses(reps: Sequence[Judged]) -> list[Dose]:
    """Return one line per dose; reps that are not measurable are left out."""
    seen = [one for one in reps if np.isfinite(one.change)]
    clean = _changes(seen, CLEAN)
    return [_dose(name, clean, [o for o in seen if o.back.dose == name]) for name in DOSES]


def coverage(reps: Iterable[Judged]) -> Rate:
    """Return how many reps could be measured."""
    return rate([bool(np.isfinite(one.change)) for one in reps])


def told(reps: Iterable[Judged], code: str) -> Rate:
    """Return how many measurable reps a check calls borderline or worse."""
    found = [one.findings[code] for one in reps]
    return rate([one.verdict in _TOLD for one in found if not one.reason])


def auc(clean: Array, rounded: Array) -> float:
    """Return the area under the curve of one measure; NaN without reps on both sides."""
    if not len(clean) or not len(rounded):
        return float("nan")
    higher = rounded[:, None] > clean
    equal = rounded[:, None] == clean
    return float(higher.mean() + 0.5 * equal.mean())


def _dose(name: str, clean: Array, reps: list[Judged]) -> Dose:
    changes = _changes(reps, name)
    return Dose(
        name=name,
        count=len(reps),
        mean=float(np.mean(changes)) if len(reps) else float("nan"),
        sd=float(np.std(changes, ddof=1)) if len(reps) > 1 else float("nan"),
        auc=auc(clean, changes),
        auc_interval=_interval(clean, changes),
        told=told(reps, "spine_change"),
    )


def _changes(reps: Iterable[Judged], dose: str) -> Array:
    return np.array([one.change for one in reps if one.back.dose == dose])


def _interval(clean: Array, rounded: Array) -> tuple[float, float]:
    if not len(clean) or not len(rounded):
        return 0.0, 1.0
    rng = np.random.default_rng(1)
    drawn = [
        auc(rng.choice(clean, len(clean)), rng.choice(rounded, len(rounded))) for _ in range(_DRAWS)
    ]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return float(low), float(high)
