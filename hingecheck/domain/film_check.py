"""What a film is worth: from where, how well, and what can be measured in it."""

from enum import StrEnum

from attrs import frozen

from hingecheck.domain.person import Person


class FactName(StrEnum):
    """What is looked at in every film, in report order."""

    VIEW = "view"
    ROLL = "roll"
    SIZE = "size"
    FRAMING = "framing"
    STILLNESS = "stillness"
    LIGHT = "light"
    BLUR = "blur"
    FRAME_RATE = "frame rate"
    SLOW_MOTION = "slow motion"
    CUTS = "cuts"
    PEOPLE = "people"
    OVERLAY = "overlay"


class State(StrEnum):
    """What a fact means for the measuring."""

    GOOD = "good"
    POOR = "poor"
    UNKNOWN = "not known"


@frozen
class FilmFact:
    """One thing about a film.

    Attributes:
        name: what was looked at.
        state: whether it serves.
        words: the same for a person; no capital, no full stop.
        value: the number behind it; NaN where there is none.
        u: its standard uncertainty; NaN where it is not known.
        unit: deg, px, ratio, hz; empty where there is no number.
    """

    name: FactName
    state: State
    words: str
    value: float = float("nan")
    u: float = float("nan")
    unit: str = ""


@frozen
class CutOff:
    """A part of the body that leaves the picture.

    Attributes:
        part: head, hands, feet or body.
        edge: top, bottom, left or right: where it leaves.
        share: of the frames in which the lifter is seen.
        first_frame: where it is missing first.
    """

    part: str
    edge: str
    share: float
    first_frame: int


@frozen
class CheckOutlook:
    """Whether a check can be made in this film; the gates are those of the judging itself.

    Attributes:
        code: of the check.
        name: what a person reads.
        measured: full reps in which it was measured; 0 where there is none.
        reps: full reps.
        u: typical standard uncertainty of its value in this film; NaN where it is not measured.
        unit: of u.
        reason: why not, or why not in all reps; empty where nothing forbids it.
    """

    code: str
    name: str
    measured: int
    reps: int
    u: float
    unit: str
    reason: str


@frozen
class FilmCheck:
    """What one film allows.

    Attributes:
        facts: one of each name, in report order.
        cut_offs: what leaves the picture, the most often missing first.
        checks: every check of the catalogue, in report order.
        advice: the one thing to change in the next film.
        people: everybody who was found, from left to right; empty where nobody else was noticed.
        measured: the number of the person who is measured; None where nobody has a number.
    """

    facts: tuple[FilmFact, ...]
    cut_offs: tuple[CutOff, ...]
    checks: tuple[CheckOutlook, ...]
    advice: str
    people: tuple[Person, ...] = ()
    measured: int | None = None

    def fact(self, name: FactName) -> FilmFact:
        """The fact of a name.

        Raises:
            KeyError: it was not looked at.
        """
        for fact in self.facts:
            if fact.name is name:
                return fact
        raise KeyError(name)
