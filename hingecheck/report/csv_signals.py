"""`signals.csv`: every signal in every frame, for a spreadsheet or a notebook."""

import csv
import math
from collections.abc import Iterator
from typing import Any, Final, TextIO

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.rep import Rep

_TIME_DECIMALS: Final = 4
_DECIMALS: Final = {"deg": 2}
_OTHER_DECIMALS: Final = 4
# Frames written together: as text a long film takes several times its numbers' memory.
_BLOCK: Final = 1024
PARTIAL: Final = "partial"


def write_signals_csv(analysis: Analysis, file: TextIO) -> None:
    """Writes one row per frame, as RFC 4180 asks.

    Columns: frame, time_s, rep (its number, or `partial`), phase, then for each signal
    `<signal>_<unit>` and its standard uncertainty `<signal>_u_<unit>`. An empty cell is unseen.
    Cells hold numbers and the program's own words only, so that none is read as a formula.

    Args:
        analysis: what is written.
        file: text in UTF-8, opened with newline="" (the rows end in CR LF by themselves).
    """
    rows = csv.writer(file)
    rows.writerow(["frame", "time_s", "rep", "phase", *_headings(analysis)])
    labels = _labels(analysis)
    for start in range(0, len(labels), _BLOCK):
        _write_rows(rows, analysis, labels, slice(start, start + _BLOCK))


def _write_rows(rows: Any, analysis: Analysis, labels: list[tuple[str, str]], some: slice) -> None:
    columns = [_cells(values[some], unit) for values, unit in _numbers(analysis)]
    times = analysis.signals.time_s[some].tolist()
    for place, (time_s, label) in enumerate(zip(times, labels[some], strict=True)):
        numbers = [column[place] for column in columns]
        rows.writerow([some.start + place, _cell(time_s, _TIME_DECIMALS), *label, *numbers])


def _headings(analysis: Analysis) -> Iterator[str]:
    for signal in analysis.signals:
        yield f"{signal.name}_{signal.unit}"
        yield f"{signal.name}_u_{signal.unit}"


def _numbers(analysis: Analysis) -> Iterator[tuple[Floats, str]]:
    for signal in analysis.signals:
        yield signal.values, signal.unit
        yield signal.u, signal.unit


def _cells(values: Floats, unit: str) -> list[str]:
    decimals = _DECIMALS.get(unit, _OTHER_DECIMALS)
    return [_cell(value, decimals) for value in values.tolist()]


def _cell(value: float, decimals: int) -> str:
    return f"{value:z.{decimals}f}" if math.isfinite(value) else ""


def _labels(analysis: Analysis) -> list[tuple[str, str]]:
    """Rep and phase of every frame; a full rep wins where a partial one reaches into it."""
    labels = [("", "")] * len(analysis.signals.time_s)
    for rep in sorted(analysis.reps, key=lambda rep: not rep.partial):
        for phase, span in rep.phases.items():
            labels[span.frames] = [(_rep_name(rep), phase.value)] * len(span)
    return labels


def _rep_name(rep: Rep) -> str:
    return PARTIAL if rep.number is None else str(rep.number)
