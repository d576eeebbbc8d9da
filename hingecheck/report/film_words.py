"""What the film allows, in lines for a person."""

import math
from collections.abc import Iterator
from typing import Final

from hingecheck.domain.film_check import CheckOutlook, FactName, FilmCheck, FilmFact, State
from hingecheck.report.figures import clock, in_words

_MOVES: Final = {True: ", moves up and down", False: ", does not lift"}
# What does not serve, so short that the head of a page holds all of it.
_POOR: Final = {
    FactName.VIEW: "the phone is not square to your side",
    FactName.ROLL: "the phone is tilted",
    FactName.SIZE: "you are small in the picture",
    FactName.FRAMING: "a part of you leaves the picture",
    FactName.STILLNESS: "the phone moves",
    FactName.LIGHT: "the light is poor",
    FactName.BLUR: "quick movements blur",
    FactName.FRAME_RATE: "there are too few pictures a second",
    FactName.SLOW_MOTION: "the film is in slow motion",
    FactName.CUTS: "the film is cut together",
    FactName.PEOPLE: "somebody else is in the picture",
    FactName.OVERLAY: "bars or text lie over the picture",
}


def poor_in_words(film: FilmCheck) -> str:
    """As in `the phone is tilted, the light is poor`; empty where all is well."""
    return ", ".join(_POOR[fact.name] for fact in film.facts if fact.state is State.POOR)


def poor_lines(film: FilmCheck) -> list[str]:
    """What does not serve, one line each; empty where all is well.

    The view is left out: every report's head tells it, good or poor.
    """
    poor = [fact for fact in film.facts if fact.state is State.POOR]
    return [
        f"{fact.words[0].upper()}{fact.words[1:]}."
        for fact in poor
        if fact.name is not FactName.VIEW
    ]


def fact_row(fact: FilmFact) -> tuple[str, str, str]:
    """Name, state and words."""
    return fact.name.capitalize(), str(fact.state), fact.words


def cut_off_lines(film: FilmCheck, times: list[float]) -> Iterator[str]:
    """As in `head beyond the top edge, first at 0:03.20`."""
    for one in film.cut_offs:
        yield f"{one.part} beyond the {one.edge} edge, first at {clock(times[one.first_frame])}"


def people_lines(film: FilmCheck) -> Iterator[str]:
    """As in `person 1, left, some 480 pixels tall, moves up and down: measured`, if several."""
    if len(film.people) < 2:
        return
    for one in film.people:
        moves = "" if math.isnan(one.travel) else _MOVES[one.moves]
        measured = ": measured" if one.number == film.measured else ""
        across = f"at {one.left_px:.0f}-{one.right_px:.0f} pixels from the left"
        tall = f"some {one.height_px:.0f} tall"
        yield f"person {one.number}, {across}, {tall}{moves}{measured}"


def outlook_lines(film: FilmCheck) -> tuple[list[str], list[tuple[str, str]]]:
    """The checks that can be made with their uncertainty; (reason, checks) for the others."""
    made, not_made = [], dict[str, list[str]]()
    for check in film.checks:
        if check.measured:
            share = "" if check.measured == check.reps else f" in {check.measured} of {check.reps}"
            made.append(f"{check.name} (±{_u(check)}){share}")
        else:
            not_made.setdefault(check.reason, []).append(check.name)
    return made, [(reason, ", ".join(names)) for reason, names in not_made.items()]


def _u(check: CheckOutlook) -> str:
    return in_words(check.u, float("nan"), check.unit)
