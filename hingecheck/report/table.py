"""A table of plain values, as CSV and as Parquet."""

import csv
import io
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Final, Literal

from attrs import frozen

from hingecheck.errors import MissingExtra

Kind = Literal["text", "whole", "number"]
Cell = str | int | float | None

# A spreadsheet takes a text that begins with one of these for a formula.
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")


@frozen
class Column:
    """A column: its name, which ends in its unit where it has one, and what is in it."""

    name: str
    kind: Kind = "text"


@frozen
class Table:
    """Rows as long as there are columns; None = unseen, or does not apply."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


def csv_text(table: Table) -> str:
    """The table as RFC 4180 asks, with its names in the first line.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(column.name for column in table.columns)
    rows.writerows([_told(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def parquet_bytes(table: Table) -> bytes:
    """The table as a Parquet file, its texts as they are.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    arrow, parquet = require_parquet()
    kinds = {"text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64()}
    fields = [(column.name, kinds[column.kind]) for column in table.columns]
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(fields)
    arrays = [
        arrow.array(list(cells), kind) for cells, (_, kind) in zip(columns, fields, strict=True)
    ]
    file = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=arrow.schema(fields)), file)
    return file.getvalue()


def require_parquet() -> tuple[ModuleType, Any]:
    """The library pyarrow, and its Parquet part.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and 40 MB
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError as cause:
        raise MissingExtra(
            "Parquet needs pyarrow, which is not installed. Run: pip install 'hingecheck[parquet]'"
        ) from cause
    return pa, parquet


def _told(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS):
        return f"'{cell}"
    return cell
