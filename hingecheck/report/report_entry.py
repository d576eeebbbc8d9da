"""A stored `report.json` as one entry of a lifter's progress."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from hingecheck.analysis.comparing import level_of
from hingecheck.domain.comparison import Level
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.progress import Entry, Topic
from hingecheck.domain.recording_date import RecordingDate
from hingecheck.report.schema.findings import FindingPart
from hingecheck.report.schema.report import Report
from hingecheck.report.schema.reps import Measures


def read_report(text: str | bytes) -> Report | None:
    """The report that a text holds; None where it holds none of this version."""
    try:
        return Report.model_validate_json(text)
    except ValidationError:
        return None


def report_entry(report: Report, lifter: str, made: RecordingDate) -> Entry:
    """The levels of a recording, read from its report alone."""
    return Entry(
        recording=report.recording.name,
        sha256=report.recording.sha256,
        lifter=lifter,
        movement=report.movement.name,
        made=made,
        yaw_deg=report.film.yaw_deg,
        model=report.versions.get("model", ""),
        reps=report.summary.full_reps,
        levels={**_check_levels(report), **dict(_measure_levels(report))},
        limits=_limits(report),
    )


def _check_levels(report: Report) -> dict[Topic, Level]:
    reads: dict[Topic, list[Measurement]] = {}
    for found in report.findings:
        read = _read(found)
        if read is not None and found.unit is not None:
            topic = Topic(found.code, found.name, found.unit, is_check=True)
            reads.setdefault(topic, []).append(read)
    return _levels(reads)


def _read(found: FindingPart) -> Measurement | None:
    if found.verdict == "not_measurable" or found.value is None or found.u is None:
        return None
    return Measurement(found.value, found.u, frame=0, coverage=1.0)


def _measure_levels(report: Report) -> Iterator[tuple[Topic, Level]]:
    reads: dict[Topic, list[Measurement]] = {}
    for rep in report.reps:
        for name in () if rep.partial else Measures.model_fields:
            told = getattr(rep.measures, name)
            if told.value is not None and told.u is not None and told.unit is not None:
                words = f"{name.replace('_', ' ')} at the {told.at}"
                topic = Topic(name, words, told.unit, is_check=False)
                read = Measurement(told.value, told.u, frame=0, coverage=1.0)
                reads.setdefault(topic, []).append(read)
    yield from _levels(reads).items()


def _levels(reads: Mapping[Topic, list[Measurement]]) -> dict[Topic, Level]:
    levels = ((topic, level_of(of)) for topic, of in reads.items())
    return {topic: level for topic, level in levels if level is not None}


def _limits(report: Report) -> dict[str, Criterion]:
    limits = {}
    for found in report.findings:
        if None not in (found.warn, found.beyond, found.unit, found.basis):
            limits[found.code] = Criterion(
                found.warn,  # type: ignore[arg-type]  # none of these is None, see above
                found.fault,
                found.beyond,  # type: ignore[arg-type]  # as above
                found.unit,  # type: ignore[arg-type]  # as above
                found.basis,  # type: ignore[arg-type]  # as above
                found.source or "",
            )
    return limits
