"""The parts that tell what the film allows."""

from typing import Literal

from hingecheck.domain.film_check import FactName, State
from hingecheck.domain.view import Side
from hingecheck.report.schema.part import Part


class FilmFactPart(Part):
    """One thing about the film."""

    name: FactName
    """What was looked at."""
    state: State
    """Whether it serves; not known where the film or an older track does not tell."""
    words: str
    """The same for a person."""
    value: float | None
    """The number behind it; null where there is none."""
    u: float | None
    """Standard uncertainty of the value; null where it is not known."""
    unit: str
    """deg, px, ratio or hz; empty where there is no number."""


class CutOffPart(Part):
    """A part of the body that leaves the picture."""

    part: Literal["head", "hands", "feet", "body"]
    """What is missing."""
    edge: Literal["top", "bottom", "left", "right"]
    """Where it leaves."""
    share: float
    """Share of the frames with the lifter in which it is missing."""
    first_s: float
    """When it is missing first."""


class OutlookPart(Part):
    """Whether a check could be made, by the gates of the judging."""

    code: str
    """Code of the check."""
    name: str
    """What a person reads."""
    measured: int
    """Full reps in which it was measured."""
    reps: int
    """Full reps that it was tried on."""
    u: float | None
    """Typical standard uncertainty of its value in this film; null where it is not measured."""
    unit: str
    """Unit of the uncertainty."""
    reason: str
    """Why not, or why not in every rep; empty where nothing forbids it."""


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


class PersonPart(Part):
    """Somebody in the picture."""

    number: int
    """1 = furthest left; --person takes it."""
    left_px: float | None
    """Usual left edge of the landmarks, in pixels of the recording; so are the next three."""
    top_px: float | None
    """Usual top edge."""
    right_px: float | None
    """Usual right edge."""
    bottom_px: float | None
    """Usual bottom edge."""
    height_px: float | None
    """From the highest to the lowest landmark while upright."""
    moves: bool | None
    """Whether the body goes down and comes up as in a rep; null where looks were too rare."""
    measured: bool
    """Whether the report is about this person."""


class FilmPart(Part):
    """What the film allows; the sides and the size are those of the longest view."""

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
    facts: tuple[FilmFactPart, ...]
    """What was found about the film, one of each name."""
    cut_offs: tuple[CutOffPart, ...]
    """What leaves the picture, the most often missing first."""
    checks: tuple[OutlookPart, ...]
    """Whether each check could be made in this film."""
    advice: str
    """The one thing to change in the next film."""
    people: tuple[PersonPart, ...]
    """Everybody who was found, from left to right; empty where nobody else was noticed."""
