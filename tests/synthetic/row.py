"""One row of a fault's table: what the lifter does, and what the check must say about every rep."""

from attrs import frozen

from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.motion import Motion
from tests.synthetic.walk import analysed


@frozen(eq=False)
class Row:
    """A case of one check.

    Attributes:
        name: its test's id.
        motion: what the lifter does.
        movement: what the user says that it is.
        value: the dialled truth, in the check's unit.
        verdict: what the check must say.
        film: how it was filmed.
    """

    name: str
    motion: Motion
    movement: Movement
    value: float
    verdict: Verdict = Verdict.CLEAR
    film: Film | None = None

    def __str__(self) -> str:
        return self.name

    def findings(self, code: str) -> list[Finding]:
        """The check's findings, one per full rep."""
        analysis = analysed(self.motion, self.film, self.movement)
        return [item for item in analysis.findings if item.code == code]


def misjudged(row: Row, code: str, tolerance: float) -> list[Finding]:
    """The findings that differ from the truth in value or verdict; both reps must have one."""
    found = row.findings(code)
    if len(found) != 2:
        raise ValueError(f"{row.name}: expected two reps, found {len(found)}")
    return [item for item in found if not _is_right(item, row, tolerance)]


def _is_right(item: Finding, row: Row, tolerance: float) -> bool:
    read = item.measurement
    return (
        item.verdict is row.verdict
        and read is not None
        and abs(read.value - row.value) <= tolerance
    )
