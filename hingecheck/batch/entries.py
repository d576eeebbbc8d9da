"""Finds the reports below a folder of results, with the lifter and the date of each."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from hingecheck.capture.recording_date import recording_date
from hingecheck.capture.recording_search import find_recording
from hingecheck.domain.output import Output
from hingecheck.domain.progress import Entry
from hingecheck.domain.recording import Recording
from hingecheck.domain.recording_date import RecordingDate
from hingecheck.errors import InputError
from hingecheck.report.clip_record import read_clip
from hingecheck.report.output_folder import SUFFIX
from hingecheck.report.printable import printable
from hingecheck.report.report_entry import read_report, report_entry
from hingecheck.report.schema.clip import CLIP_FILE
from hingecheck.report.schema.report import Report


def find_entries(root: Path) -> Iterator[Entry]:
    """Every report below a folder, of a batch or of single runs, in the order of the paths.

    Raises:
        InputError: there is no such folder.
    """
    if not root.is_dir():
        raise InputError(
            f"{printable(root)} is not a folder; expected the OUT of an earlier hingecheck batch"
        )
    for path in sorted(root.rglob(Output.JSON.file_name)):
        report = _report(path)
        if report is not None:
            yield _entry(report, path.parent, root)


def _report(path: Path) -> Report | None:
    try:
        return read_report(path.read_bytes())
    except OSError:
        return None


def _entry(report: Report, folder: Path, root: Path) -> Entry:
    try:
        record = read_clip((folder / CLIP_FILE).read_bytes())
    except OSError:
        record = None
    if record is not None:
        made = RecordingDate(datetime.fromisoformat(record.recorded.on), record.recorded.source)
        return report_entry(report, record.lifter, made)
    inside = folder.parent.relative_to(root) if folder != root else Path()
    return report_entry(
        report, "" if inside == Path() else inside.as_posix(), _dated(report, folder)
    )


def _dated(report: Report, folder: Path) -> RecordingDate:
    """The date of a single run's recording, which often still lies beside its results."""
    facts = report.recording.model_dump()
    facts["fps"], facts["duration_s"] = facts["fps"] or 0.0, facts["duration_s"] or 0.0
    beside = folder.parent if folder.name.endswith(SUFFIX) else folder
    found = find_recording(Recording(**facts), [beside, folder])
    if found is not None:
        return recording_date(found)
    # the report itself is no film, so this is the date in the recording's name, or of the results
    return recording_date(folder / Output.JSON.file_name, report.recording.name)
