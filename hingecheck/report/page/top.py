"""The top of the page in words: what a reader who stops after ten seconds has read."""

import math
from base64 import b64encode
from collections.abc import Mapping

from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.rep_set import RepSet
from hingecheck.report.back_words import back_lines
from hingecheck.report.drift_words import drift_lines
from hingecheck.report.figures import clock, counted
from hingecheck.report.film_view import HOW_TO_FILM, view_in_words, views_in_words
from hingecheck.report.film_words import poor_in_words, poor_lines
from hingecheck.report.movement_words import (
    movement_names,
    reason_words,
    set_movement,
    told,
)
from hingecheck.report.page.check_rows import (
    CLASSES,
    CheckRow,
    check_row,
    share_in_words,
)
from hingecheck.report.page.gauge import Gauge, gauge
from hingecheck.report.page.priorities import Priority, Seen, priorities
from hingecheck.report.printable import printable, storable
from hingecheck.report.rep_words import dead_start_words, partial_words
from hingecheck.report.stills import Still
from hingecheck.report.workout_words import workout_lines


@frozen
class Shot:
    """One picture of evidence with its words; `picture` is empty where there is none.

    Without a gauge it is there to be compared with, and has no measure of its own.
    """

    title: str
    measure: str
    value: str
    verdict: str
    verdict_class: str
    frame: int
    time: str
    picture: str
    gauge: Gauge | None


@frozen
class Card:
    """One thing to work on."""

    name: str
    cue: str
    verdict: str
    verdict_class: str
    share: str
    shots: tuple[Shot, ...]


@frozen
class Top:
    """All words of the page's first screen."""

    title: str
    name: str
    why: str
    film_state: str
    film: tuple[str, ...]
    counts: str
    workout: tuple[str, ...]
    sets: tuple[str, ...]
    drifts: tuple[str, ...]
    back: tuple[str, ...]
    cards: tuple[Card, ...]
    none_found: str
    clear: tuple[str, ...]
    unseen: tuple[tuple[str, str], ...]
    checks: tuple[CheckRow, ...]
    versions: str


def page_top(analysis: Analysis, pictures: Mapping[Still, bytes]) -> Top:
    """The words; stills that were not taken leave their places empty."""
    summary = analysis.summary
    return Top(
        title=_title(analysis),
        name=told_name(analysis),
        why=_why(analysis),
        film_state=_film_state(analysis),
        film=_film(analysis),
        counts=_counts(analysis),
        workout=() if analysis.workout is None else workout_lines(analysis.workout),
        sets=tuple(_set(one, analysis) for one in analysis.sets),
        drifts=drift_lines(analysis),
        back=back_lines(analysis),
        cards=tuple(_card(analysis, found, pictures) for found in priorities(analysis)),
        none_found=_none_found(analysis),
        clear=tuple(check.name for check in summary if check.verdict is Verdict.CLEAR),
        unseen=_unseen(summary),
        checks=tuple(check_row(check) for check in summary),
        versions=", ".join(f"{name} {version}" for name, version in analysis.versions),
    )


def told_name(analysis: Analysis) -> str:
    """The recording's file name, inert and without a folder."""
    return printable(storable(analysis.recording.name.replace("\\", "/").rpartition("/")[2]))


def _title(analysis: Analysis) -> str:
    if analysis.movement.movement is Movement.NONE:
        return "No hip hinge was found"
    sets = f" in {len(analysis.sets)} sets" if len(analysis.sets) > 1 else ""
    return f"{movement_names(analysis)}: {counted(len(analysis.full_reps), 'rep')}{sets}"


def _why(analysis: Analysis) -> str:
    return " ".join(reason_words(one, _reason(one), analysis) for one in told(analysis))


def _reason(movement: Recognition) -> str:
    if movement.said or not math.isfinite(movement.confidence):
        return movement.why
    why = movement.why.rstrip(".")
    return f"{why} (confidence {movement.confidence:.0%})."


def _counts(analysis: Analysis) -> str:
    partial = partial_words(analysis)
    marked = f"Marked under the video, but not counted: {partial}." if partial else ""
    return " ".join(words for words in (marked, dead_start_words(analysis)) if words)


def _set(one: RepSet, analysis: Analysis) -> str:
    """As in `Set 1: reps 1 to 6, one every 1.7 s (spread 4%), then 32 s rest.`."""
    reps = f"rep {one.reps[0]}" if len(one.reps) == 1 else f"reps {one.reps[0]} to {one.reps[-1]}"
    words = f"Set {one.number}: {set_movement(one, analysis)}{reps}"
    if one.cycle_s is not None:
        words += f", one every {one.cycle_s:.1f} s"
    if one.cycle_spread is not None:
        words += f" (spread {one.cycle_spread:.0%})"
    if one.rest_s is not None:
        words += f", then {one.rest_s:.0f} s rest"
    return f"{words}."


def _film(analysis: Analysis) -> tuple[str, ...]:
    recording = analysis.recording
    views = views_in_words(analysis.view, analysis.signals.time_s.tolist())
    facts = (
        f"Filmed {views or view_in_words(analysis.view)}, {recording.fps:.0f} frames per second, "
        f"lifter {analysis.view.body_height_px:.0f} pixels tall."
    )
    notes = tuple(storable(note) for note in (*recording.warnings, *analysis.view.notes))
    poor = () if analysis.film is None else poor_lines(analysis.film)
    return (facts, *notes, *poor)


def _film_state(analysis: Analysis) -> str:
    """As in `Filmed from the left side; the light is poor. For the next film: ...`."""
    words = f"Filmed {view_in_words(analysis.view)}"
    if analysis.film is None:
        return f"{words}."
    poor = poor_in_words(analysis.film)
    return f"{words}{poor and f'; {poor}'}. For the next film: {analysis.film.advice}"


def _none_found(analysis: Analysis) -> str:
    if analysis.movement.movement is Movement.NONE or not analysis.full_reps:
        return f"There is no full rep to judge. {HOW_TO_FILM}"
    if any(check.faults or check.borderline for check in analysis.summary):
        return "What was found shows in too few reps to lead; the reps are marked below."
    if any(check.verdict is Verdict.CLEAR for check in analysis.summary):
        return "Nothing to correct in what could be measured."
    # The head of the page has said what to change, for this very film.
    told = "" if analysis.film else f" {HOW_TO_FILM}"
    return f"Nothing could be judged in this film; the reasons are below.{told}"


def _card(analysis: Analysis, found: Priority, pictures: Mapping[Still, bytes]) -> Card:
    check = found.check
    shots = [_shot(analysis, found.worst, f"Rep {found.worst.finding.rep}", pictures)]
    if found.best is not None:
        title = f"Your best: rep {found.best.finding.rep}"
        shots.append(_shot(analysis, found.best, title, pictures))
    if found.early is not None:
        shots.append(_early_shot(analysis, found.early, pictures))
    return Card(
        name=check.name,
        cue=check.cue,
        verdict=check.verdict,
        verdict_class=CLASSES[check.verdict],
        share=share_in_words(check),
        shots=tuple(shots),
    )


def _shot(analysis: Analysis, seen: Seen, title: str, pictures: Mapping[Still, bytes]) -> Shot:
    first_s = analysis.signals.time_s[0]
    return Shot(
        title=title,
        measure=seen.signal.replace("_", " "),
        value=seen.value,
        verdict=seen.finding.verdict,
        verdict_class=CLASSES[seen.finding.verdict],
        frame=seen.read.frame,
        time=clock(float(analysis.signals.time_s[seen.read.frame] - first_s)),
        picture=encoded(pictures.get(seen.still, b"")),
        gauge=gauge(seen.read, seen.limits),
    )


def _early_shot(analysis: Analysis, still: Still, pictures: Mapping[Still, bytes]) -> Shot:
    times_s = analysis.signals.time_s
    return Shot(
        title="The same rep, nearly upright",
        measure="",
        value="",
        verdict="",
        verdict_class="",
        frame=still.frame,
        time=clock(float(times_s[still.frame] - times_s[0])),
        picture=encoded(pictures.get(still, b"")),
        gauge=None,
    )


def encoded(picture: bytes) -> str:
    """A JPEG file as a text for a data address."""
    return b64encode(picture).decode("ascii")


def _unseen(summary: tuple[CheckSummary, ...]) -> tuple[tuple[str, str], ...]:
    """Reason and the checks that it kept from being made."""
    names: dict[str, list[str]] = {}
    for check in summary:
        missing = check.reps - check.measured
        if missing and check.reason:
            part = "" if not check.measured else f" (in {missing} of {check.reps})"
            names.setdefault(check.reason, []).append(check.name + part)
    return tuple((reason, ", ".join(of)) for reason, of in names.items())
