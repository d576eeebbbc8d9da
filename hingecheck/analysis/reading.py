"""Reads one number off a signal during some phases of a rep."""

from collections.abc import Callable
from enum import StrEnum

import numpy as np
from attrs import frozen
from numpy.lib.stride_tricks import sliding_window_view

from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import Signal, SignalSet

# A value counts as held when it stays for this long; a single frame never makes a fault.
HELD_S = 0.1


class Statistic(StrEnum):
    """Which number of many."""

    MEDIAN = "median"
    HELD_LARGEST = "largest held value"
    HELD_SMALLEST = "smallest held value"


@frozen
class Reading:
    """A statistic of a signal during phases, as a measure of a rep.

    Attributes:
        signal: name in the catalogue.
        statistic: which number of the frames looked at.
        phases: the frames looked at; absent phases are left out.
        held_s: how long a held value must last.
        only: keeps a part of those frames, (n,) frame indices in and out; all by default.
    """

    signal: str
    statistic: Statistic
    phases: tuple[Phase, ...]
    held_s: float = HELD_S
    only: Callable[[Ints, SignalSet], Ints] | None = None

    def __call__(self, rep: Rep, signals: SignalSet) -> Measurement | None:
        """The measurement, or None where no frame of these phases shows the signal."""
        frames = self._frames(rep, signals)
        signal = signals[self.signal]
        known = np.isfinite(signal.values[frames]) if len(frames) else np.zeros(0, dtype=np.bool_)
        if not known.any():
            return None
        place = self._place(signal, frames, known, signals.period_s)
        frame, value = place
        return Measurement(
            value=value, u=float(signal.u[frame]), frame=frame, coverage=float(known.mean())
        )

    def _frames(self, rep: Rep, signals: SignalSet) -> Ints:
        frames = frames_of(rep, *self.phases)
        return frames if self.only is None else self.only(frames, signals)

    def _place(
        self, signal: Signal, frames: Ints, known: np.ndarray, period_s: float
    ) -> tuple[int, float]:
        """The frame that stands for the value, and the value."""
        seen = frames[known]
        values = signal.values[seen]
        if self.statistic is Statistic.MEDIAN:
            middle = float(np.median(values))
            return int(seen[np.argmin(np.abs(values - middle))]), middle
        sign = 1.0 if self.statistic is Statistic.HELD_LARGEST else -1.0
        place = held_largest(sign * values, period_s, self.held_s)
        return int(seen[place]), float(values[place])


def held_largest(values: Floats, period_s: float, held_s: float = HELD_S) -> int:
    """Index of the largest of (n,) values that the neighbours hold for a while.

    `period_s` is that of the clock; fewer values than fill the time hold together.
    """
    size = min(len(values), max(1, round(held_s / period_s)))
    windows = sliding_window_view(values, size)
    best = int(np.argmax(windows.min(axis=1)))
    return best + int(np.argmin(windows[best]))


def frames_of(rep: Rep, *phases: Phase) -> Ints:
    """(n,) the frames of some phases of a rep, in time order; empty where none is present."""
    spans = [np.arange(span.start, span.stop) for span in rep.during(*phases)]
    return np.concatenate(spans) if spans else np.empty(0, dtype=np.int64)
