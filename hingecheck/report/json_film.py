"""What the film allows, for `report.json`."""

import math
from collections.abc import Sequence
from typing import Any

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.film_check import CheckOutlook, FilmCheck, FilmFact
from hingecheck.domain.person import Person
from hingecheck.domain.view import View, ViewStretch
from hingecheck.report.figures import rounded
from hingecheck.report.film_view import median_yaw_deg
from hingecheck.report.printable import storable
from hingecheck.report.schema.film import (
    CutOffPart,
    FilmFactPart,
    FilmPart,
    OutlookPart,
    PersonPart,
    ViewPart,
)


def film_part(analysis: Analysis, times: Sequence[float]) -> FilmPart:
    """The film's part of the report; `times` are those of the frames, rounded."""
    view = analysis.view
    return FilmPart(
        yaw_deg=rounded(median_yaw_deg(view), "deg"),
        yaw_u_deg=rounded(view.yaw_u_deg, "deg"),
        near_side=view.near_side,
        facing="right" if view.facing > 0 else "left",
        body_height_px=rounded(view.body_height_px, "px"),
        notes=tuple(storable(note) for note in view.notes),
        views=tuple(_view(view, one, times) for one in view.seen_stretches),
        **_checked(analysis.film, times),
    )


def _checked(film: FilmCheck | None, times: Sequence[float]) -> dict[str, Any]:
    if film is None:
        return {"facts": (), "cut_offs": (), "checks": (), "advice": "", "people": ()}
    missing = (
        CutOffPart(
            part=one.part,  # type: ignore[arg-type]  # the schema checks the word
            edge=one.edge,  # type: ignore[arg-type]  # as above
            share=round(one.share, 3),
            first_s=times[one.first_frame],
        )
        for one in film.cut_offs
    )
    return {
        "facts": tuple(_fact(one) for one in film.facts),
        "cut_offs": tuple(missing),
        "checks": tuple(_outlook(one) for one in film.checks),
        "advice": film.advice,
        "people": tuple(_person(one, film.measured) for one in film.people),
    }


def _person(one: Person, measured: int | None) -> PersonPart:
    return PersonPart(
        number=one.number,
        left_px=rounded(one.left_px, "px"),
        top_px=rounded(one.top_px, "px"),
        right_px=rounded(one.right_px, "px"),
        bottom_px=rounded(one.bottom_px, "px"),
        height_px=rounded(one.height_px, "px"),
        moves=None if math.isnan(one.travel) else one.moves,
        measured=one.number == measured,
    )


def _fact(fact: FilmFact) -> FilmFactPart:
    return FilmFactPart(
        name=fact.name,
        state=fact.state,
        words=storable(fact.words),
        value=rounded(fact.value, fact.unit),
        u=rounded(fact.u, fact.unit),
        unit=fact.unit,
    )


def _outlook(check: CheckOutlook) -> OutlookPart:
    return OutlookPart(
        code=check.code,
        name=storable(check.name),
        measured=check.measured,
        reps=check.reps,
        u=rounded(check.u, check.unit),
        unit=check.unit,
        reason=storable(check.reason),
    )


def _view(view: View, one: ViewStretch, times: Sequence[float]) -> ViewPart:
    return ViewPart(
        start_s=times[one.start],
        end_s=times[one.stop - 1],
        yaw_deg=rounded(view.yaw_during(one.frames), "deg"),
        near_side=one.near_side,
        facing="right" if one.facing > 0 else "left",
        body_height_px=rounded(one.body_height_px, "px"),
    )
