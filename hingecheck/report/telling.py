"""Writes every report that was asked for, in one pass over the recording at most."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.frame import Frame
from hingecheck.domain.notes import Notes
from hingecheck.domain.output import Output
from hingecheck.report.annotated_video import write_annotated_video
from hingecheck.report.captions import captions, srt_text, vtt_text
from hingecheck.report.csv_signals import write_signals_csv
from hingecheck.report.json_report import report_json
from hingecheck.report.kinogram import kinogram_png, kinogram_stills
from hingecheck.report.page.review_page import (
    Beside,
    embedding_note,
    page_stills,
    review_page,
)
from hingecheck.report.slow_motion import slow_cuts, write_slow_motion
from hingecheck.report.stills import Still, StillTaker

# These need to see the recording again; the page is written without pictures where it is missing.
PICTURED: Final = frozenset({Output.VIDEO, Output.PAGE, Output.KINOGRAM, Output.SLOW})


@frozen
class PageWishes:
    """What the review page is to hold besides the analysis.

    Attributes:
        video: an annotated video that is already in the page's folder; one that is written at the
            same time needs no mention.
        embed: whether the annotated video goes into the page, if it is small enough.
        notes: a coach's earlier notes.
    """

    video: Path | None = None
    embed: bool = False
    notes: Notes | None = None


@frozen(eq=False)
class Film:
    """The recording, open for one more look.

    Attributes:
        frames: those that were analysed, in time order.
        path: of the file, for its sound.
        on_frame: told after every frame.
    """

    frames: Iterator[Frame]
    path: Path
    on_frame: Callable[[Frame], None]


def write_reports(
    analysis: Analysis, targets: Mapping[Output, Path], film: Film | None, wishes: PageWishes
) -> None:
    """Writes the files asked for, but the track.

    Args:
        analysis: what is told.
        targets: where each goes; the annotated video and the kinogram need the film.
        film: the recording; None = no pictures.
        wishes: for the page.

    Raises:
        OutputError: a file cannot be written.
    """
    pictures = {} if film is None else _pictures(analysis, targets, film)
    texts: dict[Output, Callable[[], str]] = {
        Output.JSON: lambda: report_json(analysis),
        Output.VTT: lambda: vtt_text(captions(analysis)),
        Output.SRT: lambda: srt_text(captions(analysis)),
        Output.PAGE: lambda: _page(analysis, targets, pictures, wishes),
    }
    for output, target in targets.items():
        if output in texts:
            target.write_text(texts[output](), encoding="utf-8", newline="\n")
        elif output is Output.CSV:
            with target.open("w", encoding="utf-8", newline="") as file:
                write_signals_csv(analysis, file)
    kinogram = kinogram_png(analysis, pictures) if Output.KINOGRAM in targets else None
    if kinogram is not None:
        targets[Output.KINOGRAM].write_bytes(kinogram)
    if Output.SLOW in targets:
        write_slow_motion(analysis, pictures, targets[Output.SLOW])


def _pictures(analysis: Analysis, targets: Mapping[Output, Path], film: Film) -> dict[Still, bytes]:
    """Draws the video where it is wanted, and takes the stills from the same frames."""
    wanted: set[Still] = page_stills(analysis) if Output.PAGE in targets else set()
    if Output.KINOGRAM in targets:
        wanted.update(still for _, stills in kinogram_stills(analysis) for still in stills)
    if Output.SLOW in targets:
        wanted.update(still for cut in slow_cuts(analysis) for still in cut.stills)
    taker = StillTaker(analysis, wanted)

    def pass_by(frame: Frame) -> None:
        taker.take(frame)
        film.on_frame(frame)

    if Output.VIDEO in targets:
        write_annotated_video(analysis, film.frames, film.path, targets[Output.VIDEO], pass_by)
    elif wanted:
        for frame in film.frames:
            pass_by(frame)
    return taker.taken


def _page(
    analysis: Analysis,
    targets: Mapping[Output, Path],
    pictures: Mapping[Still, bytes],
    wishes: PageWishes,
) -> str:
    video = targets.get(Output.VIDEO, wishes.video)
    name = None if video is None else Output.VIDEO.file_name
    fits = wishes.embed and video is not None and not embedding_note(video)
    embedded = video.read_bytes() if fits and video is not None else None
    return review_page(analysis, Beside(pictures, name, embedded, wishes.notes))
