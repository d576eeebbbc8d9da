"""`report.html`: the review of one recording."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.notes import Notes
from hingecheck.report.page.page_data import page_data
from hingecheck.report.page.priorities import priorities
from hingecheck.report.page.rendering import rendered
from hingecheck.report.page.top import page_top
from hingecheck.report.stills import Still, grid_stills

SCRIPTS: Final = (
    "common.js",
    "data.js",
    "player.js",
    "seek_bar.js",
    "rep_grid.js",
    "side_by_side.js",
    "plot.js",
    "plots.js",
    "rep_table.js",
    "notes.js",
    "keys.js",
)
# A page with more than this inside is no longer something that one sends.
LARGEST_EMBEDDED_MB: Final = 50


@frozen
class Beside:
    """What a page stands on, besides the analysis.

    Attributes:
        pictures: the stills that were taken.
        video: file name of the annotated video in the page's folder; None = there is none.
        embedded: the annotated video itself, to go into the page.
        notes: of a coach, from an earlier look.
    """

    pictures: Mapping[Still, bytes]
    video: str | None = None
    embedded: bytes | None = None
    notes: Notes | None = None


def page_stills(analysis: Analysis) -> set[Still]:
    """The pictures that the page shows."""
    wanted = set(grid_stills(analysis).values())
    for found in priorities(analysis):
        wanted.add(found.worst.still)
        if found.best is not None:
            wanted.add(found.best.still)
        if found.early is not None:
            wanted.add(found.early)
    return wanted


def review_page(analysis: Analysis, beside: Beside) -> str:
    """The page as HTML."""
    data = page_data(analysis, beside.pictures, beside.video, beside.notes)
    embedded = b"" if beside.embedded is None else beside.embedded
    return rendered(
        "review.html",
        SCRIPTS,
        data,
        top=page_top(analysis, beside.pictures),
        has_pictures=bool(data["stills"]),
        embedded=b64encode(embedded).decode("ascii"),
    )


def embedding_note(video: Path | None) -> str:
    """Why a video cannot go into the page, in a sentence; empty where it can."""
    if video is None or not video.is_file():
        return "There is no annotated video to put into the page."
    size_mb = video.stat().st_size / 1e6
    if size_mb <= LARGEST_EMBEDDED_MB:
        return ""
    return (
        f"{video.name} has {size_mb:.0f} MB and stays beside the page: --embed takes up to "
        f"{LARGEST_EMBEDDED_MB}. A stretch with --start and --end is smaller."
    )
