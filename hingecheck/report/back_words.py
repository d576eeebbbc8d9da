"""The back of every rep, in words for terminal and page."""

import math
from collections.abc import Sequence
from typing import Final

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.virtual_stick import CONTACTS, TOUCHING_TRUNKS
from hingecheck.report.figures import in_words
from hingecheck.report.stick_words import stick_lines

_CODE: Final = "spine_change"
# What a verdict means for a back.
BACK_WORDS: Final = {
    Verdict.CLEAR: "held",
    Verdict.BORDERLINE: "borderline",
    Verdict.FAULT: "changed",
    Verdict.NOT_MEASURABLE: "not measurable",
}


def back_lines(analysis: Analysis) -> tuple[str, ...]:
    """Which reps held the back, the rep that changed it most, and a stick along it.

    A stick that is held takes the place of the virtual one. Empty where the check was not made and
    none is held; the reasons of reps that could not be measured are told
    with all other checks'.
    """
    found = [item for item in analysis.findings if item.code == _CODE]
    measured = [item for item in found if item.verdict is not Verdict.NOT_MEASURABLE]
    if not measured:
        return stick_lines(analysis)
    most = max(
        measured, key=lambda item: 0.0 if item.measurement is None else item.measurement.value
    )
    reading = next((one for one in analysis.backs if one.rep == most.rep), None)
    lines = [_by_verdict(found)]
    if reading is not None:
        lines += [_change(reading), *_against(reading)]
        lines += [] if reading.held else _stick(reading)
    return (*lines, *stick_lines(analysis))


def _by_verdict(found: Sequence[Finding]) -> str:
    parts = []
    for verdict, words in BACK_WORDS.items():
        reps = [str(item.rep) for item in found if item.verdict is verdict]
        if reps:
            parts.append(f"{words} in rep{'s' * (len(reps) > 1)} {_listed(reps)}")
    return f"Back: {'; '.join(parts)}."


def _change(reading: BackReading) -> str:
    if reading.change is None:
        return f"Rep {reading.rep}: the change was not seen."
    halves = [
        f"{name} half {in_words(part.value, part.u, '').strip()}"
        for name, part in (("lower", reading.lower), ("upper", reading.upper))
        if part is not None
    ]
    value = in_words(reading.change.value, reading.change.u, "trunk")
    aside = f" ({', '.join(halves)})" if halves else ""
    return (
        f"Rep {reading.rep}: your back changed shape by about {value}{aside} from early in the "
        "hinge to the bottom."
    )


def _against(reading: BackReading) -> list[str]:
    if reading.against_straightest is None or reading.straightest in (None, reading.rep):
        return []
    u = math.nan if reading.against_u is None else reading.against_u
    value = in_words(reading.against_straightest, u, "trunk")
    return [
        f"At the bottom it is {value} rounder than in rep {reading.straightest}, your straightest."
    ]


def _stick(reading: BackReading) -> list[str]:
    parts = [
        f"{name} touching" if gap <= TOUCHING_TRUNKS else f"{name} {gap:.2f} trunk lengths off"
        for name, gap in zip(CONTACTS, reading.gaps, strict=True)
        if math.isfinite(gap)
    ]
    return [f"A stick along the back there: {', '.join(parts)}."] if parts else []


def _listed(reps: Sequence[str]) -> str:
    """As in `1`, `1 and 3`, `1, 2 and 3`."""
    return reps[0] if len(reps) == 1 else f"{', '.join(reps[:-1])} and {reps[-1]}"
