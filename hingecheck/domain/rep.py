"""One repetition and its phases."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

from hingecheck.domain.movement import Movement


class Phase(StrEnum):
    """A part of a rep, in the order of a rep that starts upright."""

    SETUP = "setup"
    HIKE = "hike"
    """From the set-up between the legs; the first rep of a swing only."""
    DESCENT = "descent"
    BOTTOM = "bottom"
    ASCENT = "ascent"
    TOP = "top"


@frozen
class Span:
    """Half-open run of frames: `start` is in it, `stop` is not."""

    start: int
    stop: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"a span needs 0 <= start < stop, got {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop

    @property
    def frames(self) -> slice:
        """For indexing arrays of T."""
        return slice(self.start, self.stop)


def _frozen_phases(phases: Mapping[Phase, Span]) -> Mapping[Phase, Span]:
    return MappingProxyType(dict(phases))


@frozen(eq=False)
class Rep:
    """One bottom and the top after it, both in the recording; anything less is partial.

    Attributes:
        number: 1 for the first full rep; None for a partial one, which is not counted.
        bottom: frame of the deepest moment; None where it is not in the recording.
        top: frame of the lockout after it; None where it is not in the recording.
        phases: the phases that are present, in time order, as spans of frames.
        why_partial: why it does not count, half a sentence; empty for a full rep.
        movement: what it is taken for; None where nothing was said.
    """

    number: int | None
    bottom: int | None
    top: int | None
    phases: Mapping[Phase, Span] = field(converter=_frozen_phases)
    why_partial: str = ""
    movement: Movement | None = None

    def __attrs_post_init__(self) -> None:
        if not self.phases:
            raise ValueError("a rep needs at least one phase")
        if not self.partial and (self.bottom is None or self.top is None):
            raise ValueError("a full rep needs a bottom and a top")

    @property
    def partial(self) -> bool:
        """True where the rep is not whole."""
        return self.number is None

    @property
    def dead_start(self) -> bool:
        """True for a full rep without a way down: from the floor, or where the film begins."""
        return not self.partial and Phase.DESCENT not in self.phases

    @property
    def span(self) -> Span:
        """All frames of the rep."""
        spans = self.phases.values()
        return Span(min(span.start for span in spans), max(span.stop for span in spans))

    def during(self, *phases: Phase) -> tuple[Span, ...]:
        """The spans of the phases asked for, as far as they are present."""
        return tuple(self.phases[phase] for phase in phases if phase in self.phases)

    def phase_at(self, frame: int) -> Phase | None:
        """The phase a frame belongs to, None outside the rep."""
        for phase, span in self.phases.items():
            if frame in span:
                return phase
        return None
