"""The tables of many recordings: a row per recording, and a row per full rep."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from hingecheck.analysis.signal_catalogue import CATALOGUE
from hingecheck.report.printable import storable
from hingecheck.report.schema.clip import ClipRecord, RepSummaryPart
from hingecheck.report.schema.findings import VerdictCode
from hingecheck.report.schema.reps import Measures
from hingecheck.report.table import Cell, Column, Table

_UNITS: Final = {kind.name: kind.unit for kind in CATALOGUE}
_MEASURES: Final = tuple(Measures.model_fields)
_VERDICTS: Final[tuple[VerdictCode, ...]] = ("fault", "borderline", "clear", "not_measurable")

CLIP_COLUMNS: Final = (
    *(Column(name) for name in ("recording", "lifter", "folder", "state", "reason")),
    *(Column(name) for name in ("recorded_on", "recorded_from", "movement")),
    *(Column("duration_s", "number"), Column("frames", "whole"), Column("yaw_deg", "number")),
    *(Column(name, "whole") for name in ("full_reps", "partial_reps", "sets")),
    *(Column(f"{verdict}_checks") for verdict in _VERDICTS),
    Column("sha256"),
)
REP_COLUMNS: Final = (
    *(Column(name) for name in ("recording", "lifter", "folder", "recorded_on", "movement")),
    *(Column("rep", "whole"), Column("set", "whole")),
    *(Column(name, "number") for name in ("start_s", "bottom_s", "top_s")),
    *(Column(f"{name}{u}_{_UNITS[name]}", "number") for name in _MEASURES for u in ("", "_u")),
    *(Column(f"{verdict}_checks") for verdict in _VERDICTS),
)


@frozen
class FailedRow:
    """A recording that has no results: its name, its sub-folder, and why."""

    recording: str
    lifter: str
    reason: str


def clip_table(records: Sequence[ClipRecord], failed: Sequence[FailedRow]) -> Table:
    """A row per recording: those that are done, then those that failed."""
    done = [_clip_row(record) for record in records]
    return Table(CLIP_COLUMNS, [*done, *(_failed_row(row) for row in failed)])


def rep_table(records: Sequence[ClipRecord]) -> Table:
    """A row per full rep of every recording."""
    return Table(REP_COLUMNS, [_rep_row(rep, record) for record in records for rep in record.reps])


def _clip_row(record: ClipRecord) -> list[Cell]:
    codes = [(check.code, check.verdict) for check in record.checks]
    return [
        *(record.identity.name, record.lifter, record.folder, "done", None),
        *(record.recorded.on, str(record.recorded.source), str(record.movement)),
        *(record.duration_s, record.frame_count, record.yaw_deg),
        *(len(record.reps), record.partial_reps, len({rep.set for rep in record.reps})),
        *_by_verdict(codes),
        record.identity.sha256,
    ]


def _failed_row(row: FailedRow) -> list[Cell]:
    told: list[Cell] = [row.recording, row.lifter, None, "failed", row.reason]
    told = [storable(cell) if isinstance(cell, str) else cell for cell in told]
    return told + [None] * (len(CLIP_COLUMNS) - len(told))


def _rep_row(rep: RepSummaryPart, record: ClipRecord) -> list[Cell]:
    return [
        *(record.identity.name, record.lifter, record.folder),
        *(record.recorded.on, str(record.movement), rep.rep, rep.set),
        *(rep.start_s, rep.bottom_s, rep.top_s),
        *_readings(rep.measures),
        *_by_verdict(rep.verdicts.items()),
    ]


def _readings(measures: Measures) -> Iterator[float | None]:
    for name in _MEASURES:
        reading = getattr(measures, name)
        yield reading.value
        yield reading.u


def _by_verdict(codes: Iterable[tuple[str, VerdictCode]]) -> list[str]:
    """The codes of the checks with each verdict, with blanks between."""
    told = list(codes)
    return [" ".join(code for code, found in told if found == verdict) for verdict in _VERDICTS]
