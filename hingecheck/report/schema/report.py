"""The whole report."""

from typing import Literal

from hingecheck.report.schema.facts import MovementPart, RecordingPart, SettingsPart
from hingecheck.report.schema.film import FilmPart
from hingecheck.report.schema.findings import FindingPart, SummaryPart
from hingecheck.report.schema.part import Part
from hingecheck.report.schema.reps import DriftPart, RepPart, SetPart
from hingecheck.report.schema.workout import WorkoutPart


class Report(Part):
    """What hingecheck found in one recording."""

    schema_version: Literal["1.0"]
    """Version of this format; the first number changes when a reader must change."""
    recording: RecordingPart
    """The video file: name, size, frame rate."""
    film: FilmPart
    """What the film allows: camera, framing, light, and every check."""
    movement: MovementPart
    """Which movement it was taken for, and why."""
    movements: tuple[MovementPart, ...]
    """All movements of the recording in order of appearance; `movement` has the most reps."""
    sets: tuple[SetPart, ...]
    """Full reps that follow one another without a rest of 10 s or more."""
    workout: WorkoutPart | None
    """What was done of a prescription; null where none was given."""
    drifts: tuple[DriftPart, ...]
    """What changed while a set of five reps or more went on."""
    reps: tuple[RepPart, ...]
    """In time order, partial ones included."""
    findings: tuple[FindingPart, ...]
    """One per check and full rep, by rep and then by check."""
    summary: SummaryPart
    """Counts, and one line per check."""
    settings: SettingsPart
    """The numbers of the processing."""
    versions: dict[str, str]
    """Program, engine and model."""
