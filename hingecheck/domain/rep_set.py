"""Reps that follow one another without a rest."""

from attrs import frozen

from hingecheck.domain.movement import Movement


@frozen
class Tempo:
    """How long the parts of one rep last, seconds; None where a part is not in the recording.

    Attributes:
        rep: number of the rep.
        descent_s: from the top to the bottom.
        pause_s: at the bottom.
        ascent_s: from the bottom to the top.
    """

    rep: int
    descent_s: float | None
    pause_s: float | None
    ascent_s: float | None


@frozen
class RepSet:
    """One set of full reps.

    Attributes:
        number: 1 for the first set of the recording.
        tempos: one per rep, in time order; they also say which reps belong to the set.
        start_s: time of the first frame of its first rep.
        end_s: time of the lockout of its last rep.
        rest_s: from there to the start of the next set; None after the last one.
        cycle_s: median time from one bottom to the next; None with a single rep.
        movement: what its reps are taken for; None where nothing was said.
        cycle_spread: standard deviation of those times as a share of their mean, 0 = like a
            clock; None with fewer than three reps.
    """

    number: int
    tempos: tuple[Tempo, ...]
    start_s: float
    end_s: float
    rest_s: float | None
    cycle_s: float | None
    cycle_spread: float | None
    movement: Movement | None = None

    @property
    def reps(self) -> tuple[int, ...]:
        """The numbers of its reps."""
        return tuple(tempo.rep for tempo in self.tempos)
