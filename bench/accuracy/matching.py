"""Which rep that the program found is which true one."""

from collections.abc import Sequence

from bench.lifter.rotations import Array
from bench.lifter.timeline import Rep as TrueRep
from hingecheck.domain.rep import Rep

# Half of a swing's cycle; slow reps lie further apart.
_SAME_REP_S = 0.7


def matched(true: Sequence[TrueRep], found: Sequence[Rep], time_s: Array) -> list[Rep | None]:
    """Return for each true rep the full rep with the nearest bottom, or None if there is none.

    No rep is used twice; the nearest pairs are joined first.
    """
    pairs = sorted(
        (abs(float(time_s[rep.bottom]) - wanted.bottom_s), i, j)
        for i, wanted in enumerate(true)
        for j, rep in enumerate(found)
        if rep.bottom is not None and not rep.partial
    )
    result: list[Rep | None] = [None] * len(true)
    used: set[int] = set()
    for distance_s, i, j in pairs:
        if distance_s <= _SAME_REP_S and result[i] is None and j not in used:
            result[i] = found[j]
            used.add(j)
    return result
