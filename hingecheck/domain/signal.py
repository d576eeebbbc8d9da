"""One number per frame."""

import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from attrs import field, frozen
from attrs.converters import optional

from hingecheck.domain.array import Bools, Floats, frozen_bools, frozen_floats, require_shape


@frozen(eq=False)
class Signal:
    """A measure over time.

    Attributes:
        name: as in the catalogue of signals.
        unit: deg, trunk, leg, ratio.
        values: (T,) in the unit. NaN = unseen.
        u: (T,) standard uncertainty of each value, same unit.
    """

    name: str
    unit: str
    values: Floats = field(converter=frozen_floats, repr=False)
    u: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        require_shape(f"uncertainty of {self.name}", self.u, self.values.shape)


@frozen(eq=False)
class SignalSet:
    """Signals on one clock.

    Attributes:
        time_s: (T,) seconds.
        signals: in the catalogue's order, each name once.
        looked: (T,) the frames in which the model looked; those between follow from their
            neighbours. None = every frame.
    """

    time_s: Floats = field(converter=frozen_floats, repr=False)
    signals: tuple[Signal, ...]
    looked: Bools | None = field(default=None, converter=optional(frozen_bools), repr=False)

    def __attrs_post_init__(self) -> None:
        for signal in self.signals:
            require_shape(signal.name, signal.values, self.time_s.shape)
        if self.looked is not None:
            require_shape("looked", self.looked, self.time_s.shape)
        names = [signal.name for signal in self.signals]
        if len(set(names)) != len(names):
            raise ValueError("a signal set holds each name once")

    @cached_property
    def period_s(self) -> float:
        """The median time from one frame to the next; infinite where there is one frame only."""
        return float(np.median(np.diff(self.time_s))) if len(self.time_s) > 1 else math.inf

    def __getitem__(self, name: str) -> Signal:
        for signal in self.signals:
            if signal.name == name:
                return signal
        raise KeyError(name)

    def __iter__(self) -> Iterator[Signal]:
        return iter(self.signals)

    def __len__(self) -> int:
        return len(self.signals)
