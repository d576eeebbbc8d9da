"""The files that a walk may leave."""

from enum import StrEnum


class Output(StrEnum):
    """One kind of file, by the name that the user asks for."""

    JSON = "json"
    PAGE = "page"
    VIDEO = "video"
    VTT = "vtt"
    SRT = "srt"
    KINOGRAM = "kinogram"
    SLOW = "slow"
    CSV = "csv"
    TRACK = "track"

    @property
    def file_name(self) -> str:
        """The file's name inside the output folder."""
        return _FILE_NAMES[self]


_FILE_NAMES = {
    Output.JSON: "report.json",
    Output.PAGE: "report.html",
    Output.VIDEO: "annotated.mp4",
    # of the video's name, so that players find them
    Output.VTT: "annotated.vtt",
    Output.SRT: "annotated.srt",
    Output.KINOGRAM: "kinogram.png",
    Output.SLOW: "slow_motion.mp4",
    Output.CSV: "signals.csv",
    Output.TRACK: "track.npz",
}
