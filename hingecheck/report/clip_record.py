"""`clip.json`: the done-marker of one recording of many, with its line for the summary."""

from collections.abc import Mapping

from attrs import frozen
from pydantic import ValidationError

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.recording_date import RecordingDate
from hingecheck.report.json_report import build_report
from hingecheck.report.printable import storable
from hingecheck.report.schema.clip import ClipRecord, DatePart, IdentityPart, RepSummaryPart
from hingecheck.report.schema.report import Report
from hingecheck.report.schema.reps import RepPart


@frozen
class Filed:
    """Where the results of a recording lie and what they depend on.

    Attributes:
        folder: below the folder of all results, with / between its parts.
        lifter: the sub-folder that the recording lay in.
        identity: what the results depend on.
        recorded: when it was made.
        asked: names of the files that are to be written.
    """

    folder: str
    lifter: str
    identity: IdentityPart
    recorded: RecordingDate
    asked: tuple[str, ...]


def clip_record(analysis: Analysis, filed: Filed, files: Mapping[str, int]) -> ClipRecord:
    """The record of a recording whose files are all written.

    Args:
        analysis: what it showed.
        filed: where the results lie.
        files: the size in bytes of every file, by its name.
    """
    report = build_report(analysis)
    return ClipRecord(
        clip_version="1.0",
        folder=storable(filed.folder),
        lifter=storable(filed.lifter),
        identity=filed.identity,
        asked=filed.asked,
        files=dict(files),
        recorded=DatePart(on=filed.recorded.moment.isoformat(), source=filed.recorded.source),
        movement=report.movement.name,
        duration_s=report.recording.duration_s or 0.0,
        frame_count=report.recording.frame_count,
        yaw_deg=report.film.yaw_deg,
        partial_reps=report.summary.partial_reps,
        checks=report.summary.checks,
        reps=tuple(_rep(rep, report) for rep in report.reps if rep.number is not None),
    )


def clip_text(record: ClipRecord) -> str:
    """The record as it is written down."""
    return record.model_dump_json(indent=1) + "\n"


def read_clip(text: str | bytes) -> ClipRecord | None:
    """The record that a text holds; None where it holds none of this version."""
    try:
        return ClipRecord.model_validate_json(text)
    except ValidationError:
        return None


def _rep(rep: RepPart, report: Report) -> RepSummaryPart:
    number = rep.number or 0
    return RepSummaryPart(
        rep=number,
        set=rep.set,
        start_s=rep.start_s,
        bottom_s=rep.bottom_s,
        top_s=rep.top_s,
        verdicts={found.code: found.verdict for found in report.findings if found.rep == number},
        measures=rep.measures,
    )
