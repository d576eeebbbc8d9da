"""A value against its limits as a small drawing: where each mark stands."""

import math
from typing import Final

from attrs import frozen

from hingecheck.domain.criterion import Beyond, Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.report.figures import limit_in_words

# The error bar shows what the verdict allows for: the one-sided 95 % of a normal error.
BAR_PER_U: Final = 1.64
_WIDTH: Final = 100.0
_ROOM: Final = 0.12


@frozen
class Gauge:
    """Places along a line of length 100, larger values to the right.

    Attributes:
        value: of the measured value.
        bar: ends of its error bar.
        warn: of the borderline limit.
        fault: of the fault limit; None where there is none.
        zone: left end and width of the part beyond the outer limit.
        limits_words: both limits in words.
    """

    value: float
    bar: tuple[float, float]
    warn: float
    fault: float | None
    zone: tuple[float, float]
    limits_words: str


def gauge(read: Measurement, limits: Criterion) -> Gauge:
    """Puts a measurement and its limits on one line."""
    margin = BAR_PER_U * read.u if math.isfinite(read.u) else 0.0
    ends = (read.value - margin, read.value + margin)
    marks = [*ends, limits.warn] + ([] if limits.fault is None else [limits.fault])
    room = _ROOM * max(max(marks) - min(marks), 1e-6)
    low, high = min(marks) - room, max(marks) + room

    def place(value: float) -> float:
        return round(_WIDTH * (value - low) / (high - low), 2)

    outer = place(limits.warn if limits.fault is None else limits.fault)
    above = limits.beyond is Beyond.ABOVE
    return Gauge(
        value=place(read.value),
        bar=(place(ends[0]), place(ends[1])),
        warn=place(limits.warn),
        fault=None if limits.fault is None else outer,
        zone=(outer, _WIDTH - outer) if above else (0.0, outer),
        limits_words=limits_in_words(limits),
    )


def limits_in_words(limits: Criterion) -> str:
    """As in `borderline above 25°, fault above 32°`."""
    warn = f"borderline {limits.beyond} {limit_in_words(limits.warn, limits.unit)}"
    if limits.fault is None:
        return warn
    return f"{warn}, fault {limits.beyond} {limit_in_words(limits.fault, limits.unit)}"
