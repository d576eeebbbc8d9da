"""What changed while a set went on."""

from typing import Literal

from attrs import frozen

Moment = Literal["bottom", "top", "way up"]


@frozen
class Drift:
    """A measure that is another one from some rep of a set on.

    Attributes:
        set: number of the set.
        signal: what is measured, as in the catalogue, or `ascent_s`, the time of the way up.
        moment: bottom, top or way up: where in each rep it is read.
        since_rep: number of the first rep that differs.
        before: median of the reps before it, in the unit.
        after: median of it and those that follow, in the unit.
        u: standard uncertainty of the difference, from the spread among reps.
        unit: of the signal.
    """

    set: int
    signal: str
    moment: Moment
    since_rep: int
    before: float
    after: float
    u: float
    unit: str
