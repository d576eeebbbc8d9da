"""`report.json`: everything that was found, for a coach's other programs.

The same analysis gives the same text; it holds no path, host or date.
"""

import json
from typing import Any, Final

from attrs import asdict

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import Recognition
from hingecheck.report.figures import rounded
from hingecheck.report.json_film import film_part
from hingecheck.report.json_findings import finding_part, summary_part
from hingecheck.report.json_reps import drift_part, rep_part, set_part
from hingecheck.report.json_workout import workout_part
from hingecheck.report.movement_words import told
from hingecheck.report.printable import storable
from hingecheck.report.schema.facts import (
    MovementPart,
    RecordingPart,
    SettingsPart,
)
from hingecheck.report.schema.part import Part
from hingecheck.report.schema.report import Report

SCHEMA_VERSION: Final = "1.0"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def report_json(analysis: Analysis) -> str:
    """The report as text that fits `report_schema()`.

    Returns:
        JSON, its keys in the order of the schema, indented by 2, with a newline at its end.
        Angles are rounded to 0.1 deg, times to 0.001 s, lengths to 0.001; NaN becomes null.
    """
    return report_text(build_report(analysis))


def film_json(analysis: Analysis) -> str:
    """Only the film's part of the report, as text."""
    times = [_seconds(time_s) for time_s in analysis.signals.time_s.tolist()]
    return _text(film_part(analysis, times))


def report_text(report: Report) -> str:
    """The one way in which a report is written down."""
    return _text(report)


def _text(part: Part) -> str:
    content = part.model_dump(mode="json")
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `report.json`."""
    return {"$schema": _DIALECT, **Report.model_json_schema()}


def build_report(analysis: Analysis) -> Report:
    """The report as a checked value.

    Raises:
        ValueError: a value of the analysis does not fit the schema; that is our bug.
    """
    times = [_seconds(time_s) for time_s in analysis.signals.time_s.tolist()]
    return Report(
        schema_version=SCHEMA_VERSION,
        recording=_recording(analysis),
        film=film_part(analysis, times),
        movement=_movement(analysis.movement),
        movements=tuple(_movement(one) for one in told(analysis)),
        sets=tuple(set_part(one) for one in analysis.sets),
        workout=None if analysis.workout is None else workout_part(analysis.workout),
        drifts=tuple(drift_part(one) for one in analysis.drifts),
        reps=tuple(rep_part(rep, analysis, times) for rep in analysis.reps),
        findings=tuple(finding_part(finding, times) for finding in analysis.findings),
        summary=summary_part(analysis, times),
        settings=SettingsPart(**asdict(analysis.settings)),
        versions={storable(name): storable(text) for name, text in analysis.versions},
    )


def _movement(one: Recognition) -> MovementPart:
    return MovementPart(
        name=one.movement,
        confidence=rounded(one.confidence, "ratio"),
        why=storable(one.why),
    )


def _recording(analysis: Analysis) -> RecordingPart:
    facts = asdict(analysis.recording)
    facts["name"] = storable(analysis.recording.name.rpartition("/")[2])
    facts["warnings"] = _stored(analysis.recording.warnings)
    for key in ("fps", "duration_s"):
        facts[key] = rounded(facts[key], "s")
    return RecordingPart(**facts)


def _stored(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(storable(text) for text in texts)


def _seconds(time_s: float) -> float:
    return round(time_s, 3) + 0.0
