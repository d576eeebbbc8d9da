"""The shape of `clip.json`, which says that one recording of many is done, and what it held."""

from typing import Final, Literal

from hingecheck.domain.movement import Movement
from hingecheck.domain.recording_date import DateSource
from hingecheck.report.schema.facts import RegionPart
from hingecheck.report.schema.findings import CheckPart, VerdictCode
from hingecheck.report.schema.part import Part
from hingecheck.report.schema.reps import Measures

CLIP_FILE: Final = "clip.json"


class IdentityPart(Part):
    """What the results depend on; where one of these differs they are made again."""

    name: str
    """File name of the recording."""
    sha256: str
    """Of the recording's bytes."""
    program: str
    """Version of hingecheck."""
    engine: str
    """Name and version of what computes the landmarks."""
    model: str
    """Size of the pose model."""
    model_sha256: str
    """Of the pose model's bytes."""
    movement: str
    """What `--movement` said."""
    criteria: str
    """SHA-256 over every check's limits and words."""
    blur_faces: bool
    """Whether faces are hidden in every picture and video."""
    region: RegionPart | None = None
    """The part of the picture that was looked at; null = all of it."""
    person: int | None = None
    """Number, from the left, of the person who was asked for; null = who moves most."""


class DatePart(Part):
    """When the recording was made."""

    on: str
    """Date and time without a zone, as in 2024-01-31T18:30:00."""
    source: DateSource
    """file = the camera's own data; name = the file's name; modified = when it was last changed."""


class RepSummaryPart(Part):
    """One full rep in a line."""

    rep: int
    """Its number."""
    set: int | None
    """Number of its set."""
    start_s: float
    """Time of its first frame."""
    bottom_s: float | None
    """Time of the deepest moment."""
    top_s: float | None
    """Time of the lockout after it."""
    verdicts: dict[str, VerdictCode]
    """What each check says."""
    measures: Measures
    """Readings at the bottom and at the top."""


class ClipRecord(Part):
    """A recording that is done: its identity, the files that were written, and a summary."""

    clip_version: Literal["1.0"]
    """Version of this format."""
    folder: str
    """Where the results lie, below the folder of all results, with / between its parts."""
    lifter: str
    """The sub-folder that the recording lay in; empty where it lay in none."""
    identity: IdentityPart
    """What the results depend on."""
    asked: tuple[str, ...]
    """Every file that was asked for; some have nothing to tell and are not written."""
    files: dict[str, int]
    """Every file that was written, with its size in bytes."""
    recorded: DatePart
    """When the recording was made."""
    movement: Movement
    """What it was taken for."""
    duration_s: float
    """Length of the recording."""
    frame_count: int
    """Frames that could be decoded."""
    yaw_deg: float | None
    """Median camera angle: 0 = from the side."""
    partial_reps: int
    """Reps whose bottom or top is not in the recording."""
    checks: tuple[CheckPart, ...]
    """What each check says over all full reps."""
    reps: tuple[RepSummaryPart, ...]
    """The full reps in time order."""
