"""What changed while a set went on."""

from attrs import frozen


@frozen
class Drift:
    """A measure that is another one from some rep of a set on.

    Attributes:
        set: number of the set.
        signal: what is measured, as in the catalogue.
        moment: bottom or top: where in each rep it is read.
        since_rep: number of the first rep that differs.
        before: median of the reps before it, in the unit.
        after: median of it and those that follow, in the unit.
        u: standard uncertainty of the difference, from the spread among reps.
        unit: of the signal.
    """

    set: int
    signal: str
    moment: str
    since_rep: int
    before: float
    after: float
    u: float
    unit: str
