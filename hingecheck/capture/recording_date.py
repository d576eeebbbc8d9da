"""Reads when a recording was made: from the file's own data, else its name, else its change."""

import contextlib
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import av

from hingecheck.domain.recording_date import DateSource, RecordingDate
from hingecheck.engines import FFMPEG_FORMATS, FFMPEG_PROTOCOLS

_OPTIONS: Final = {"protocol_whitelist": FFMPEG_PROTOCOLS, "format_whitelist": FFMPEG_FORMATS}
# Phones write the second; the first is Apple's, with the zone in which it was filmed.
_KEYS: Final = ("com.apple.quicktime.creationdate", "creation_time")
# As in VID_20240131_183000.mp4, PXL_20240131_183000123.mp4, 2024-01-31 18.30.00.mov and
# VID-20240131-WA0001.mp4; a longer number is no date.
_IN_NAME: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)"
    r"(?:[-_ T](?:at )?([01]\d|2[0-3])[-_.:]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?"
)
# A camera whose clock was never set says 1904 or 1970; digital film is younger than this.
_EARLIEST: Final = datetime(1990, 1, 1)  # without a zone, as the noun says


def recording_date(path: Path, name: str | None = None) -> RecordingDate:
    """The best date that is to be had.

    Args:
        path: the file, which must exist.
        name: what the file is called, where `path` is a copy of another name.

    Raises:
        OSError: the file cannot be looked at.
    """
    modified_s = path.stat().st_mtime
    written = _written(path)
    if written is not None:
        return RecordingDate(written, DateSource.FILE)
    named = _named(path.name if name is None else name)
    if named is not None:
        return RecordingDate(named, DateSource.NAME)
    return RecordingDate(_zoneless(datetime.fromtimestamp(modified_s, UTC)), DateSource.MODIFIED)


def _written(path: Path) -> datetime | None:
    """What the container's own data say; None where they say nothing that can be."""
    try:
        with av.open(str(path.resolve()), options=_OPTIONS, metadata_errors="replace") as container:
            told = {key.lower(): text for key, text in container.metadata.items()}
    except (av.FFmpegError, OSError, ValueError):  # what cannot be read says no date
        return None
    moments = (_moment(told[key]) for key in _KEYS if key in told)
    return next((moment for moment in moments if moment is not None), None)


def _moment(text: str) -> datetime | None:
    with contextlib.suppress(ValueError):
        moment = _zoneless(datetime.fromisoformat(text))
        return moment if moment >= _EARLIEST else None
    return None


def _named(name: str) -> datetime | None:
    for found in _IN_NAME.finditer(name):
        parts = [int(part or 0) for part in found.group(1, 3, 4, 5, 6, 7)]
        with contextlib.suppress(ValueError):  # the thirteenth month is no date
            return datetime(*parts)  # type: ignore[arg-type]  # six numbers, and no zone
    return None


def _zoneless(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, microsecond=0)
