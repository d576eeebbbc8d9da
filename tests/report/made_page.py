"""A review page of the made analysis, with its video and pictures."""

from pathlib import Path

from attrs import evolve

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.output import Output
from hingecheck.report.telling import Film, PageWishes, write_reports
from tests.report.made_analysis import made_analysis
from tests.report.made_clip import made_frames

SIZE_PX = (360, 480)
# As hostile as a file name can be without a slash.
NAME = "<img src=x onerror=document.title='broken'>\u202e&quot;.mp4"
BESIDE = (Output.PAGE, Output.VIDEO, Output.VTT, Output.SRT, Output.KINOGRAM)


def named_analysis(name: str = NAME) -> Analysis:
    """The made analysis, of a recording with a hostile name."""
    analysis = made_analysis(*SIZE_PX)
    return evolve(analysis, recording=evolve(analysis.recording, name=name))


def made_page(
    folder: Path,
    analysis: Analysis | None = None,
    outputs: tuple[Output, ...] = BESIDE,
    wishes: PageWishes | None = None,
) -> Path:
    """Writes the outputs into a folder and gives the page's path."""
    told = named_analysis() if analysis is None else analysis
    frames = made_frames(*SIZE_PX, told.signals.time_s)
    film = Film(frames, Path("no such recording.mp4"), lambda _: None)
    targets = {output: folder / output.file_name for output in outputs}
    write_reports(told, targets, film, wishes or PageWishes())
    return targets[Output.PAGE]
