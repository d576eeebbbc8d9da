"""The parts that tell of the reps."""

from typing import Literal

from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.report.schema.part import Part


class PhasePart(Part):
    """One phase of a rep."""

    phase: Phase
    """Which phase."""
    word: str
    """What a person calls it: in a swing the bottom is the backswing."""
    start_s: float
    """Time of its first frame."""
    end_s: float
    """Time of the first frame after it, or of the last frame of the recording."""


class Reading(Part):
    """One signal at the bottom or at the top of a rep."""

    value: float | None
    """In the unit beside it."""
    u: float | None
    """Standard uncertainty (one standard deviation), same unit."""
    unit: str | None
    """deg; trunk, leg = lengths of the lifter's own trunk or leg; ratio. null = no such signal."""
    at: Literal["bottom", "top"]
    """The moment of the rep at which it was read."""
    time_s: float | None
    """When that was; null where that moment is not in the recording."""


class Measures(Part):
    """The named measures and main angles of a rep; docs/signals.md says how each is defined."""

    trunk_inclination: Reading
    """Trunk from vertical, forward positive, at the bottom."""
    trunk_thigh_flexion: Reading
    """Bend between trunk and thigh at the bottom, 0 = straight."""
    knee_flexion: Reading
    """Bend of the knee at the bottom, 0 = straight."""
    hip_setback: Reading
    """Hip-back shift: how far the hip lies behind the ankle at the bottom."""
    back_bow: Reading
    """Spine neutrality, first version: bow of the back's outline at the bottom."""
    stack_offset: Reading
    """Hip-knee stacking: hip ahead of the knee at the top."""
    plank_hip: Reading
    """Hip's distance from the shoulder-ankle line at the top, signed."""
    plank_knee: Reading
    """Knee's distance from the shoulder-ankle line at the top, signed."""
    swing_height: Reading
    """Hands against shoulder height at the top, 0 = level."""


class BackValue(Part):
    """One number of the back in trunk lengths."""

    value: float
    """Positive = rounder."""
    u: float
    """Standard uncertainty (one standard deviation)."""
    time_s: float | None
    """When it was read; null where it belongs to no single frame."""


class StickGaps(Part):
    """How far the body is from a virtual stick at the bottom, in trunk lengths; 0 = touching.

    All null where a real stick is held.
    """

    sacrum: float | None
    """At the sacrum; null = unseen."""
    upper_back: float | None
    """At the upper back; null = unseen."""
    head: float | None
    """At the back of the head; null = unseen."""


class HeldGapPart(Part):
    """One contact of a stick that is held along the back."""

    gap: float | None
    """From the stick to the body, in trunk lengths; 0 = touching, null = unseen."""
    u: float | None
    """Its standard uncertainty (one standard deviation)."""
    touching: bool | None
    """Whether it counts as touching; null = unseen."""
    reason: str
    """Why it is unseen, half a sentence; empty where it was seen."""


class HeldStickPart(Part):
    """The real stick at the bottom: where the body touches it and how far it stands off it."""

    sacrum: HeldGapPart
    """The seat and the sacrum above it."""
    upper_back: HeldGapPart
    """The upper back."""
    head: HeldGapPart
    """The back of the head."""


class BackPart(Part):
    """What was read off the back's outline, whatever the verdict."""

    change: BackValue | None
    """Bottom against early hinge in the same rep; null where one of the two was not seen."""
    lower_change: BackValue | None
    """The same for the lower half of the back."""
    upper_change: BackValue | None
    """The same for the upper half of the back."""
    straightest_rep: int | None
    """Number of the rep whose back is straightest at the bottom; null where none was seen."""
    against_straightest: BackValue | None
    """Bottom against the bottom of that rep."""
    stick_gaps: StickGaps
    """Gaps of a virtual stick laid along the back."""
    stick: HeldStickPart | None
    """Gaps of the real stick that is held along the back; null where none was found."""


class RepPart(Part):
    """One repetition, partial ones included."""

    number: int | None
    """1 for the first full rep; null for a partial one, which is not counted."""
    set: int | None
    """Number of the set; null for a partial rep."""
    movement: Movement | None
    """What it is taken for."""
    partial: bool
    """Whether it does not count: no bottom, no top after it, or too shallow."""
    why_partial: str
    """Why not, half a sentence; empty for a full rep."""
    dead_start: bool
    """Whether a full rep has no way down: it starts from the floor, or the film begins there."""
    start_s: float
    """Time of the rep's first frame."""
    bottom_s: float | None
    """Time of the deepest moment."""
    top_s: float | None
    """Time of the lockout after it."""
    end_s: float
    """Time of the first frame after the rep, or of the last frame of the recording."""
    phases: tuple[PhasePart, ...]
    """The phases that are present, in time order."""
    measures: Measures
    """Readings at the bottom and at the top."""
    back: BackPart | None
    """The back's outline; null for a partial rep."""


class TempoPart(Part):
    """How long the parts of one rep last."""

    rep: int
    """Number of the rep."""
    descent_s: float | None
    """From the top to the bottom; null where it is not in the recording."""
    pause_s: float | None
    """At the bottom."""
    ascent_s: float | None
    """From the bottom to the top."""


class SetPart(Part):
    """Full reps that follow one another without a rest."""

    number: int
    """1 for the first set."""
    movement: Movement | None
    """What its reps are taken for."""
    reps: tuple[int, ...]
    """Numbers of its reps."""
    start_s: float
    """Time of the first frame of its first rep."""
    end_s: float
    """Time of the lockout of its last rep."""
    rest_s: float | None
    """From there to the start of the next set; null after the last one."""
    cycle_s: float | None
    """Median time from one bottom to the next; null with a single rep."""
    cycle_spread: float | None
    """Standard deviation of those times as a share of their mean; null below three reps."""
    tempos: tuple[TempoPart, ...]
    """One per rep."""


class DriftPart(Part):
    """A measure that is another one from some rep of a set on."""

    set: int
    """Number of the set."""
    signal: str
    """What is measured; docs/signals.md says how. `ascent_s` is the time of the way up."""
    moment: Literal["bottom", "top", "way up"]
    """Where in each rep it is read."""
    since_rep: int
    """Number of the first rep that differs."""
    before: float | None
    """Median of the reps before it."""
    after: float | None
    """Median of it and of those that follow."""
    u: float | None
    """Standard uncertainty of the difference, from the spread among reps."""
    unit: str
    """Unit of before, after and u."""
