"""`progress.html`: each lifter's measures over the weeks, with their error bands."""

import math
from collections.abc import Sequence
from datetime import UTC
from typing import Any, Final

from attrs import frozen

from hingecheck.domain.comparison import Level
from hingecheck.domain.movement import MOVEMENT_WORDS
from hingecheck.domain.progress import Course, Entry, Progress
from hingecheck.domain.recording_date import SOURCE_WORDS
from hingecheck.report.figures import counted, in_words, rounded
from hingecheck.report.page.compare_page import WITHIN
from hingecheck.report.page.rendering import rendered
from hingecheck.report.printable import printable
from hingecheck.report.table import Cell, Column, Table

SCRIPTS: Final = ("common.js", "progress.js")
_ONCE: Final = "measured once"
COLUMNS: Final = (
    *(Column(name) for name in ("lifter", "movement", "topic", "kind", "unit")),
    *(Column(name) for name in ("recorded_on", "recorded_from", "recording")),
    *(Column("mean", "number"), Column("u", "number"), Column("reps", "whole")),
)


@frozen
class CourseRow:
    """One topic's first and last level in words."""

    name: str
    first: str
    last: str
    difference: str
    beyond: str
    kind: str


def progress_page(all_progress: Sequence[Progress]) -> str:
    """The page as HTML."""
    return rendered(
        "progress.html",
        SCRIPTS,
        {"sections": [_data(progress) for progress in all_progress]},
        sections=[
            {
                "title": title_of(progress),
                "facts": facts_of(progress),
                "changed": sum(course.beyond_error for course in progress.courses),
                "compared": sum(len(course.points) > 1 for course in progress.courses),
                "rows": course_rows(progress),
                "notes": progress.notes,
                "entries": [_entry(entry) for entry in progress.entries],
            }
            for progress in all_progress
        ],
    )


def progress_table(all_progress: Sequence[Progress]) -> Table:
    """A row per lifter, movement, topic and recording."""
    rows: list[list[Cell]] = [
        [
            *(progress.lifter, str(progress.movement), course.topic.code),
            *("check" if course.topic.is_check else "measure", course.topic.unit),
            *(entry.made.moment.isoformat(), str(entry.made.source), entry.recording),
            rounded(entry.levels[course.topic].mean, course.topic.unit),
            rounded(entry.levels[course.topic].u, course.topic.unit),
            entry.levels[course.topic].reps,
        ]
        for progress in all_progress
        for course in progress.courses
        for entry in progress.entries
        if course.topic in entry.levels
    ]
    return Table(COLUMNS, rows)


def title_of(progress: Progress) -> str:
    """The lifter and the movement, as in `anna: kettlebell swing`."""
    words = MOVEMENT_WORDS[progress.movement]
    lifter = printable(progress.lifter)
    return f"{lifter}: {words}" if lifter else f"{words[0].upper()}{words[1:]}"


def facts_of(progress: Progress) -> str:
    """How many recordings, and from when to when."""
    days = [entry.made.moment.date().isoformat() for entry in progress.entries]
    span = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    return f"{counted(len(days), 'recording')}, {span}"


def course_rows(progress: Progress) -> tuple[CourseRow, ...]:
    """The courses in words, for the page and the terminal."""
    return tuple(_row(course) for course in progress.courses)


def _row(course: Course) -> CourseRow:
    beyond, kind = WITHIN, "same"
    if math.isnan(course.difference):
        beyond, kind = _ONCE, "unseen"
    elif course.beyond_error:
        words = {True: "further from the limit", False: "nearer to the limit", None: "changed"}
        beyond = f"{words[course.better]}, beyond measuring error"
        kind = "clear" if course.better else "borderline"
    unit = course.topic.unit
    sign = "+" if course.difference > 0 else ""
    once = beyond == _ONCE
    return CourseRow(
        name=course.topic.name,
        first=_level(course.points[0].level, unit),
        last="" if once else _level(course.points[-1].level, unit),
        difference="" if once else sign + in_words(course.difference, course.u, unit),
        beyond=beyond,
        kind=kind,
    )


def _level(level: Level, unit: str) -> str:
    return f"{in_words(level.mean, level.u, unit)} ({counted(level.reps, 'rep')})"


def _entry(entry: Entry) -> dict[str, str]:
    return {
        "name": printable(entry.recording),
        "day": entry.made.moment.isoformat(sep=" ", timespec="minutes"),
        "source": SOURCE_WORDS[entry.made.source],
        "reps": counted(entry.reps, "full rep"),
    }


def _data(progress: Progress) -> dict[str, Any]:
    return {
        "courses": [_course(course) for course in progress.courses if len(course.points) > 1],
        "title": title_of(progress),
    }


def _course(course: Course) -> dict[str, Any]:
    unit, limits = course.topic.unit, course.limits
    return {
        "name": course.topic.name,
        "unit": unit,
        "changed": course.beyond_error,
        "warn": None if limits is None else limits.warn,
        "fault": None if limits is None else limits.fault,
        "points": [
            {
                # whole seconds since 1970; every moment is read without a zone
                "t": int(point.moment.replace(tzinfo=UTC).timestamp()),
                "name": printable(point.recording),
                "mean": rounded(point.level.mean, unit),
                "u": rounded(point.level.u, unit),
            }
            for point in course.points
        ],
    }
