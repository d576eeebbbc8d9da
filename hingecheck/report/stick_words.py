"""A stick that is held along the back, in words for terminal and page."""

import math

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.held_stick import HeldGap
from hingecheck.domain.virtual_stick import CONTACTS, TOUCHING_TRUNKS
from hingecheck.report.figures import in_words


def stick_lines(analysis: Analysis) -> tuple[str, ...]:
    """The stick at the bottom of the rep in which the body stands off it most; none without one."""
    held = [one for one in analysis.backs if one.held is not None]
    if not held:
        return ()
    most = max(held, key=_widest)
    contacts = zip(CONTACTS, most.held or (), strict=True)
    parts = "; ".join(_contact(name, gap) for name, gap in contacts)
    return (f"The stick you hold, at the bottom of rep {most.rep}: {parts}.",)


def touches(gap: HeldGap) -> bool | None:
    """Whether the body touches the stick; None where that was not seen."""
    return gap.gap <= TOUCHING_TRUNKS if math.isfinite(gap.gap) else None


def _widest(reading: BackReading) -> float:
    return max((one.gap for one in reading.held or () if math.isfinite(one.gap)), default=0.0)


def _contact(name: str, gap: HeldGap) -> str:
    if gap.reason:
        return f"{name} not seen: {gap.reason}"
    if touches(gap):
        return f"{name} touching"
    return f"{name} open by {in_words(gap.gap, gap.u, 'trunk')}"
