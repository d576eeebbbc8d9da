import csv
import io
import re

import attrs
import numpy as np

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.report.csv_signals import write_signals_csv
from tests.report.made_analysis import UNITS, UNSEEN, made_analysis

WORDS = {"frame", "time_s", "rep", "phase", "partial", ""} | {phase.value for phase in Phase}


def _written(analysis: Analysis | None = None) -> str:
    file = io.StringIO(newline="")
    write_signals_csv(analysis or made_analysis(), file)
    return file.getvalue()


def _rows(analysis: Analysis | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written(analysis), newline="")))


def test_there_is_one_row_per_frame_and_two_columns_per_signal() -> None:
    """Every signal of every frame is there, with its uncertainty beside it."""
    signals = [f"{name}{u}_{unit}" for name, unit in UNITS.items() for u in ("", "_u")]
    assert len(_rows()) == 120
    assert list(_rows()[0]) == ["frame", "time_s", "rep", "phase", *signals]


def test_a_row_says_where_in_which_rep_it_lies() -> None:
    """The first columns are what one filters by."""
    row = _rows()[24]
    assert [row[key] for key in ("frame", "time_s", "rep", "phase")] == [
        "24",
        "0.8000",
        "1",
        "bottom",
    ]
    assert [_rows()[100]["rep"], _rows()[100]["phase"]] == ["partial", "descent"]
    assert [_rows()[119]["rep"], _rows()[119]["phase"]] == ["", ""]


def test_a_full_rep_wins_over_a_partial_one() -> None:
    """Where two reps share frames, the one that counts is named."""
    made = made_analysis()
    both = (*made.reps, Rep(None, None, None, {Phase.ASCENT: Span(0, 40)}))
    assert _rows(attrs.evolve(made, reps=both))[24]["rep"] == "1"


def test_values_can_be_read_back() -> None:
    """A reader gets the signal to 0.01 degrees."""
    told = [float(row["knee_flexion_deg"] or "nan") for row in _rows()]
    np.testing.assert_allclose(
        told, made_analysis().signals["knee_flexion"].values, atol=0.0051, equal_nan=True
    )


def test_unseen_is_an_empty_cell() -> None:
    """NaN and infinity are no numbers for a spreadsheet."""
    made = made_analysis()
    endless = np.where(np.isfinite(made.signals["knee_flexion"].values), np.inf, np.nan)
    signals = SignalSet(made.signals.time_s, (Signal("knee_flexion", "deg", endless, endless),))
    for row in _rows(attrs.evolve(made, signals=signals)):
        assert (row["knee_flexion_deg"], row["knee_flexion_u_deg"]) == ("", "")
    assert _rows()[UNSEEN.start]["trunk_inclination_deg"] == ""


def test_no_cell_can_be_read_as_a_formula() -> None:
    """Each cell is a plain number with fixed decimals or one of our own words."""
    cells = [cell for row in _rows() for cell in row.values()]
    assert {cell for cell in cells if not re.fullmatch(r"-?\d+(\.\d+)?", cell)} <= WORDS
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", heading) for heading in _rows()[0])


def test_decimals_are_fixed_and_zero_has_no_sign() -> None:
    """A column lines up, and the file does not change with a last digit."""
    made = made_analysis()
    nearly = np.full(120, -1e-7)
    signals = SignalSet(
        made.signals.time_s,
        (Signal("lean", "deg", nearly, nearly), Signal("shift", "trunk", nearly, nearly)),
    )
    row = _rows(attrs.evolve(made, signals=signals))[0]
    assert (row["lean_deg"], row["shift_trunk"]) == ("0.00", "0.0000")


def test_lines_end_as_rfc_4180_asks() -> None:
    """CR LF after every row, the last one too."""
    text = _written()
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == text.count("\r") == 121
