"""The parts that tell of the recording and of how it was looked at."""

from hingecheck.domain.movement import Movement
from hingecheck.report.schema.part import Part


class RecordingPart(Part):
    """The facts of the video file."""

    name: str
    """File name without its folder."""
    sha256: str
    """Of the file's bytes, lower-case hex."""
    width_px: int
    """Display width, after rotation."""
    height_px: int
    """Display height, after rotation."""
    rotation_deg: int
    """Rotation that the file asks for, clockwise."""
    fps: float | None
    """Mean frame rate, frames per second."""
    frame_count: int
    """Frames that could be decoded."""
    duration_s: float | None
    """From the first frame to the end of the last one."""
    codec: str
    """Four-character code of the video."""
    warnings: tuple[str, ...]
    """What a reader should know about the file."""
    filmed_fps: float | None
    """Pictures per second of real time, where the file says so."""


class MovementPart(Part):
    """The movement that the checks were made for."""

    name: Movement
    """What it was taken for; slow_lift = one of hinge, deadlift, rdl; none = no hip hinge."""
    confidence: float | None
    """0 to 1; 1 where the user said it."""
    why: str
    """The reason, one sentence."""


class RegionPart(Part):
    """A rectangle of the recording's picture, in its pixels."""

    left_px: int
    """From the picture's left edge."""
    top_px: int
    """From the picture's top edge."""
    width_px: int
    """Its width."""
    height_px: int
    """Its height."""


class SettingsPart(Part):
    """How the recording was processed."""

    body_cutoff_hz: float
    """Low-pass of the trunk and legs."""
    hand_cutoff_hz: float
    """Low-pass of elbow, wrist and hand."""
    max_gap_s: float
    """The longest hole that a filter may bridge."""
    min_coverage: float
    """Share of a phase that must be seen for a measurement."""
    start_s: float | None
    """First second that was looked at; null = from the start."""
    end_s: float | None
    """Last second that was looked at; null = to the end."""
    criteria: str
    """Name of the criteria that were used: built in, a profile, or a file."""
    blur_faces: bool
    """Whether faces are hidden in every picture that is written."""
    region: RegionPart | None
    """The part of the picture that was looked at; null = all of it."""
    person: int | None
    """Number, from the left, of the person who was asked for; null = who moves most."""
    slowmo: float
    """How many times slower than the lifter the film runs; 1 = real time."""
