"""The walk's last step: what was judged is written as files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from hingecheck.capture.showing import shown_frames
from hingecheck.capture.track_file import save_track
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import Progress, silent
from hingecheck.report.stills import Still, StillTaker
from hingecheck.report.telling import PICTURED, Film, PageWishes, write_reports


def write_outputs(
    analysis: Analysis,
    found: PoseTrack,
    recording: Path | None,
    targets: Sequence[tuple[Output, Path]],
    on_progress: Progress = silent,
    wishes: PageWishes | None = None,
) -> None:
    """Writes the files asked for.

    Args:
        analysis: what is told.
        found: its track.
        recording: the video file, needed for the annotated video and for pictures only.
        targets: what to write, and where (names may be temporary).
        on_progress: called after every frame of the video.
        wishes: what the review page is to hold besides; None = nothing.

    Raises:
        OutputError: a file cannot be written.
    """
    told, wishes = dict(targets), wishes or PageWishes()
    if Output.TRACK in told:
        with told.pop(Output.TRACK).open("wb") as stored:
            save_track(found, stored)
    if recording is None or not PICTURED & set(told):
        write_reports(analysis, told, None, wishes)
        return
    with shown_frames(found, recording, on_progress) as (frames, on_frame):
        write_reports(analysis, told, Film(frames, recording, on_frame), wishes)


def taken_stills(
    analysis: Analysis, found: PoseTrack, recording: Path, wanted: Iterable[Still]
) -> dict[Still, bytes]:
    """JPEG pictures of single frames, from one look at the recording. Errors as in `analyze`."""
    taker = StillTaker(analysis, wanted)
    with shown_frames(found, recording) as (frames, _):
        for frame in frames:
            taker.take(frame)
    return taker.taken
