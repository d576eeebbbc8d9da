"""Signals and reps made by hand, for what needs no lifter."""

from collections.abc import Mapping

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import Signal, SignalSet

FPS = 30.0


def signal_set(values: Mapping[str, Floats], fps: float = FPS, u: float = 0.0) -> SignalSet:
    """Signals of (T,) values on an even clock, all in degrees, all with the same uncertainty."""
    count = len(next(iter(values.values())))
    signals = tuple(
        Signal(name, "deg", series, np.full(count, u)) for name, series in values.items()
    )
    return SignalSet(np.arange(count) / fps, signals)


def rep_of(number: int | None = 1, **frames: tuple[int, int]) -> Rep:
    """A rep whose phases are named with their start and stop: `rep_of(bottom=(5, 9))`."""
    phases = {Phase(name): Span(*edges) for name, edges in frames.items()}
    spans = list(phases.values())
    return Rep(number, spans[0].start, spans[-1].start, phases)
