"""Errors of many clips as one line of figures."""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from bench.accuracy.assessment import Assessment
from bench.accuracy.view_band import ViewBand
from bench.lifter.rotations import Array


@frozen
class Spread:
    """How wrong a signal is; every clip counts the same, however long it is.

    Attributes:
        bias: Mean error, measured minus true.
        mae: Mean absolute error.
        sd: Standard deviation of the error about the bias, within and between clips together.
        clips: How many clips.
        frames: How many frames.
    """

    bias: float
    mae: float
    sd: float
    clips: int
    frames: int

    @property
    def limits(self) -> tuple[float, float]:
        """95 % limits of agreement (Bland and Altman 1986): bias -+ 1.96 sd."""
        return self.bias - 1.96 * self.sd, self.bias + 1.96 * self.sd


NOTHING = Spread(float("nan"), float("nan"), float("nan"), 0, 0)


def spread_of(errors: Iterable[Array], shift: float = 0.0) -> Spread:
    """Pool the (n,) errors of some clips, after taking a constant off each; empty ones drop out."""
    kept = [values - shift for values in errors if len(values)]
    if not kept:
        return NOTHING
    bias = float(np.mean([values.mean() for values in kept]))
    variance = np.mean([((values - bias) ** 2).mean() for values in kept])
    return Spread(
        bias=bias,
        mae=float(np.mean([np.abs(values).mean() for values in kept])),
        sd=float(np.sqrt(variance)),
        clips=len(kept),
        frames=sum(len(values) for values in kept),
    )


def spread(
    assessments: Sequence[Assessment],
    way: str,
    signal: str,
    band: ViewBand | None = None,
    shift: float = 0.0,
) -> Spread:
    """Pool one signal, read one way, over the clips of a view band (None = all)."""
    chosen = [a for a in assessments if band is None or a.clip.band is band]
    empty = np.empty(0)
    return spread_of((a.errors.get((way, signal), empty) for a in chosen), shift)


def signals_scored(assessments: Sequence[Assessment], way: str) -> list[str]:
    """The names that have any error, in the program's own order."""
    names: dict[str, None] = {}
    for a in assessments:
        names |= {name: None for kind, name in a.errors if kind == way}
    return list(names)
