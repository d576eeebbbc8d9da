"""How one lifter's measures went over the weeks."""

from collections.abc import Mapping
from datetime import datetime

from attrs import field, frozen

from hingecheck.domain.comparison import Level
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.movement import Movement
from hingecheck.domain.recording_date import RecordingDate


@frozen
class Topic:
    """What is followed: a check, or a named measure.

    Attributes:
        code: of the check, or name of the signal.
        name: in plain words.
        unit: deg, trunk, leg or ratio.
        is_check: whether it has limits and verdicts.
    """

    code: str
    name: str
    unit: str
    is_check: bool


@frozen
class Entry:
    """One recording with its levels.

    Attributes:
        recording: file name.
        sha256: of the recording.
        lifter: the sub-folder; empty where it lay in none.
        movement: what it was taken for.
        made: when it was recorded, and how that is known.
        yaw_deg: median camera angle; None = unseen.
        model: size of the pose model.
        reps: how many full reps.
        levels: of every topic that could be measured.
        limits: of every check that has some for this movement.
    """

    recording: str
    sha256: str
    lifter: str
    movement: Movement
    made: RecordingDate
    yaw_deg: float | None
    model: str
    reps: int
    levels: Mapping[Topic, Level] = field(repr=False)
    limits: Mapping[str, Criterion] = field(repr=False)


@frozen
class Point:
    """One recording's level of a topic."""

    moment: datetime
    recording: str
    level: Level


@frozen
class Course:
    """One topic over time.

    Attributes:
        topic: what is followed.
        points: at least one, in time order.
        difference: the last level minus the first; NaN where there is only one.
        u: standard uncertainty of the difference; NaN likewise.
        beyond_error: whether it is larger than 1.96 u (two-sided 95 % of a normal error).
        better: whether a change beyond error leads away from the limit; None where there is none.
        limits: of the check at the last recording; None for a measure.
    """

    topic: Topic
    points: tuple[Point, ...]
    difference: float
    u: float
    beyond_error: bool
    better: bool | None
    limits: Criterion | None


@frozen
class Progress:
    """One lifter's recordings of one movement.

    Attributes:
        lifter: the sub-folder; empty where it lay in none.
        movement: the same in all of them.
        entries: in time order.
        courses: what changed beyond error first, what was measured once last; else checks in
            report order, then measures.
        notes: what a reader should know before trusting a change, plain words.
    """

    lifter: str
    movement: Movement
    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]
    notes: tuple[str, ...]
