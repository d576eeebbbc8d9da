"""The summary of a batch: a page and tables, made from the outcomes alone."""

from collections.abc import Iterable
from typing import Final

from hingecheck.batch.clip import Clip, Done, Failed, Outcome
from hingecheck.batch.results import Results
from hingecheck.report.batch_tables import FailedRow, clip_table, rep_table
from hingecheck.report.page.batch_page import batch_page
from hingecheck.report.printable import printable
from hingecheck.report.table import csv_text, parquet_bytes

PAGE: Final = "summary.html"
CLIPS: Final = "summary"
REPS: Final = "reps"


def write_summary(outcomes: Iterable[Outcome], results: Results, *, parquet: bool) -> None:
    """Writes the page and the tables; the same outcomes give the same bytes, in any order.

    Args:
        outcomes: what became of each recording.
        results: where the summary goes.
        parquet: whether the tables are also written as Parquet.

    Raises:
        OutputError: a file cannot be written.
        MissingExtra: pyarrow is not installed.
    """
    told = sorted(outcomes, key=lambda outcome: _place(outcome.clip))
    records = [outcome.record for outcome in told if isinstance(outcome, Done)]
    failed = [
        FailedRow(outcome.clip.name, outcome.clip.lifter, printable(outcome.reason))
        for outcome in told
        if isinstance(outcome, Failed)
    ]
    tables = {CLIPS: clip_table(records, failed), REPS: rep_table(records)}
    for name, table in tables.items():
        results.write(f"{name}.csv", csv_text(table).encode())
        if parquet:
            results.write(f"{name}.parquet", parquet_bytes(table))
    results.write(PAGE, batch_page(records, failed).encode())


def _place(clip: Clip) -> tuple[str, str, str]:
    return clip.lifter, clip.name, clip.place
