"""`summary.html`: many recordings at a glance, with the way to each one's own page."""

from collections import Counter
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from attrs import frozen

from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.movement import MOVEMENT_WORDS, Movement
from hingecheck.domain.output import Output
from hingecheck.domain.recording_date import SOURCE_WORDS
from hingecheck.report.batch_tables import FailedRow
from hingecheck.report.figures import counted
from hingecheck.report.page.rendering import rendered
from hingecheck.report.printable import printable, storable
from hingecheck.report.schema.clip import ClipRecord

SCRIPTS: Final = ("batch.js",)
# More codes than this in one cell are a wall.
_MOST_NAMES: Final = 3
_NAMES: Final = {fault.code: fault.name for fault in FAULTS}


@frozen
class _ClipWords:
    """A recording's row in words."""

    name: str
    lifter: str
    link: str
    day: str
    day_from: str
    movement: str
    reps: str
    count: int
    faults: str
    borderline: str
    worst: int
    unseen: int


@frozen
class _CheckWords:
    """How often one check found something in all recordings."""

    name: str
    fault: int
    borderline: int
    clear: int
    unseen: int


def batch_page(records: Sequence[ClipRecord], failed: Sequence[FailedRow]) -> str:
    """The page as HTML; its links are relative to the folder of all results."""
    total = len(records) + len(failed)
    return rendered(
        "batch.html",
        SCRIPTS,
        {},
        title=f"{counted(total, 'recording')}: {len(records)} done, {len(failed)} failed",
        reps=counted(sum(len(record.reps) for record in records), "full rep"),
        clips=[_clip(record) for record in records],
        has_lifters=any(record.lifter for record in records),
        failed=[
            (printable(storable(_told(row.lifter, row.recording))), printable(storable(row.reason)))
            for row in failed
        ],
        checks=_checks(records),
    )


def _told(lifter: str, name: str) -> str:
    return f"{lifter}/{name}" if lifter else name


def _clip(record: ClipRecord) -> _ClipWords:
    found = {
        verdict: [check.name for check in record.checks if check.verdict == verdict]
        for verdict in ("fault", "borderline", "not_measurable")
    }
    return _ClipWords(
        name=printable(record.identity.name),
        lifter=printable(record.lifter),
        link=_link(record),
        day=record.recorded.on[:10],
        day_from=SOURCE_WORDS[record.recorded.source],
        movement=_movement(record.movement),
        reps=_reps(record),
        count=len(record.reps),
        faults=_some(found["fault"]),
        borderline=_some(found["borderline"]),
        worst=1000 * len(found["fault"]) + len(found["borderline"]),
        unseen=len(found["not_measurable"]),
    )


def _movement(movement: Movement) -> str:
    return "slow lift" if movement is Movement.SLOW_LIFT else MOVEMENT_WORDS[movement]


def _link(record: ClipRecord) -> str:
    """The recording's page; else its report; empty where it has neither."""
    pages = [output.file_name for output in (Output.PAGE, Output.JSON)]
    name = next((name for name in pages if name in record.files), None)
    return "" if name is None else "./" + quote(f"{record.folder}/{name}")


def _reps(record: ClipRecord) -> str:
    partial = f" + {record.partial_reps} partial" if record.partial_reps else ""
    return f"{len(record.reps)}{partial}"


def _some(names: list[str]) -> str:
    more = len(names) - _MOST_NAMES
    told = ", ".join(names[:_MOST_NAMES])
    return f"{told} and {more} more" if more > 0 else told


def _checks(records: Sequence[ClipRecord]) -> list[_CheckWords]:
    """The checks that found something, the most frequent first."""
    counts: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for check in (check for record in records for check in record.checks):
        counts.setdefault(check.code, Counter())[check.verdict] += 1
        names.setdefault(check.code, _NAMES.get(check.code, check.name))
    rows = [
        _CheckWords(
            names[code], seen["fault"], seen["borderline"], seen["clear"], seen["not_measurable"]
        )
        for code, seen in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row.fault, -row.borderline, row.name))
