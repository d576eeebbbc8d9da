"""The parts that tell of the recording and of how it was looked at."""

from typing import Literal

from hingecheck.domain.movement import Movement
from hingecheck.domain.view import Side
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


class ViewPart(Part):
    """A stretch of the recording that shows the lifter from one side."""

    start_s: float
    """Time of its first frame."""
    end_s: float
    """Time of its last frame."""
    yaw_deg: float | None
    """Median camera angle: 0 = from the side, 90 = from the front, -90 = from behind."""
    near_side: Side
    """The lifter's own side that is nearer the camera."""
    facing: Literal["left", "right"]
    """Where in the picture the toes point."""
    body_height_px: float | None
    """The upright body, ear to heel, in pixels of the recording."""


class FilmPart(Part):
    """From where it was filmed; the sides and the size are those of the longest view."""

    yaw_deg: float | None
    """Median camera angle: 0 = from the side, 90 = from the front, -90 = from behind."""
    yaw_u_deg: float | None
    """Standard uncertainty of the camera angle."""
    near_side: Side
    """The lifter's own side that is nearer the camera."""
    facing: Literal["left", "right"]
    """Where in the picture the toes point."""
    body_height_px: float | None
    """The upright body, ear to heel, in pixels of the recording."""
    notes: tuple[str, ...]
    """What a reader should know about the film."""
    views: tuple[ViewPart, ...]
    """One per view, in time order: a turn or a cut begins another."""


class MovementPart(Part):
    """The movement that the checks were made for."""

    name: Movement
    """What it was taken for; slow_lift = one of hinge, deadlift, rdl; none = no hip hinge."""
    confidence: float | None
    """0 to 1; 1 where the user said it."""
    why: str
    """The reason, one sentence."""


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
