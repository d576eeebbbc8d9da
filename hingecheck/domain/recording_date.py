"""When a recording was made, as far as anybody can tell."""

from datetime import datetime
from enum import StrEnum

from attrs import frozen


class DateSource(StrEnum):
    """What the date was read from, the surest first."""

    FILE = "file"
    NAME = "name"
    MODIFIED = "modified"


SOURCE_WORDS = {
    DateSource.FILE: "written into the file by the camera",
    DateSource.NAME: "read from the file's name",
    DateSource.MODIFIED: "that of the file's last change, perhaps of its copying",
}


@frozen
class RecordingDate:
    """A date with its source; it is never told without it.

    Attributes:
        moment: without a time zone: the camera's own clock where the file says it, else UTC; at
            midnight where only the day is known.
        source: what it was read from.
    """

    moment: datetime
    source: DateSource
