"""Follows each lifter's measures over the weeks: what changed beyond the measuring error."""

import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from hingecheck.analysis.comparing import (
    BEYOND_PER_U,
    YAW_APART_DEG,
    difference_of,
    leads_away,
)
from hingecheck.domain.movement import Movement
from hingecheck.domain.progress import Course, Entry, Point, Progress, Topic
from hingecheck.domain.recording_date import SOURCE_WORDS, DateSource


def follow(entries: Iterable[Entry]) -> tuple[Progress, ...]:
    """One progress per lifter and movement, by lifter and then by movement.

    The first recording in which a topic was measured is held against the last one. Recordings
    without a full rep are passed over; a recording that is there twice counts once.
    """
    told = {entry.sha256: entry for entry in entries if entry.reps}
    by_time = sorted(
        told.values(),
        key=lambda entry: (entry.lifter, entry.movement, entry.made.moment, entry.recording),
    )
    groups = groupby(by_time, key=lambda entry: (entry.lifter, entry.movement))
    return tuple(_progress(*key, tuple(group)) for key, group in groups)


def _progress(lifter: str, movement: Movement, entries: tuple[Entry, ...]) -> Progress:
    topics = dict.fromkeys(topic for entry in entries for topic in entry.levels)
    courses = [_course(topic, entries) for topic in topics]
    # what changed comes first and what cannot be compared last; else checks, then measures
    courses.sort(
        key=lambda course: (
            not course.beyond_error,
            len(course.points) < 2,
            not course.topic.is_check,
        )
    )
    return Progress(
        lifter=lifter,
        movement=movement,
        entries=entries,
        courses=tuple(courses),
        notes=tuple(_notes(entries)),
    )


def _course(topic: Topic, entries: Sequence[Entry]) -> Course:
    points = tuple(
        Point(entry.made.moment, entry.recording, entry.levels[topic])
        for entry in entries
        if topic in entry.levels
    )
    difference, u = math.nan, math.nan
    if len(points) > 1:
        difference, u = difference_of(points[0].level, points[-1].level)
    limits = next(
        (entry.limits[topic.code] for entry in reversed(entries) if topic.code in entry.limits),
        None,
    )
    beyond = abs(difference) > BEYOND_PER_U * u  # NaN compares false
    limits = limits if topic.is_check else None
    return Course(
        topic=topic,
        points=points,
        difference=difference,
        u=u,
        beyond_error=beyond,
        better=leads_away(limits, difference) if beyond else None,
        limits=limits,
    )


def _notes(entries: Sequence[Entry]) -> Iterable[str]:
    for source in (DateSource.NAME, DateSource.MODIFIED):
        count = sum(entry.made.source is source for entry in entries)
        if count:
            yield f"The date of {count} of {len(entries)} recordings is {SOURCE_WORDS[source]}"
    yaws = [entry.yaw_deg for entry in entries if entry.yaw_deg is not None]
    if yaws and max(yaws) - min(yaws) > YAW_APART_DEG:
        yield (
            f"The camera did not always stand in the same place ({min(yaws):.0f} to "
            f"{max(yaws):.0f} degrees off the side); angles may differ for that alone"
        )
    if len({entry.model for entry in entries}) > 1:
        yield "Not all recordings were tracked with the same pose model"
