"""The files that a walk may leave."""

from enum import StrEnum


class Output(StrEnum):
    """One kind of file, by the name that the user asks for."""

    JSON = "json"
    VIDEO = "video"
    CSV = "csv"
    TRACK = "track"

    @property
    def file_name(self) -> str:
        """The file's name inside the output folder."""
        return _FILE_NAMES[self]


_FILE_NAMES = {
    Output.JSON: "report.json",
    Output.VIDEO: "annotated.mp4",
    Output.CSV: "signals.csv",
    Output.TRACK: "track.npz",
}
