"""A coach's notes as the review page saves them."""

import json
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hingecheck.domain.finding import Verdict
from hingecheck.domain.notes import Note, Notes
from hingecheck.errors import InputError

NOTES_VERSION: Final = 1
# A page saves a few hundred bytes per note; more than this was not saved by one.
_LARGEST_BYTES: Final = 20_000_000
_Short = Annotated[str, Field(max_length=2000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _RecordingPart(_Part):
    name: _Short
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _NotePart(_Part):
    code: _Short
    rep: Annotated[int, Field(ge=1)]
    verdict: Verdict
    there: bool | None
    comment: _Short = ""


class _NotesPart(_Part):
    notes_version: Literal[1]
    recording: _RecordingPart
    notes: tuple[_NotePart, ...]


def load_notes(path: Path) -> Notes:
    """Reads a notes file.

    Raises:
        InputError: missing, too large, damaged, or not written by the review page.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError(f"{path} is too large for notes; expected what the page saved")
        part = _NotesPart.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as cause:
        raise InputError(f"{path} cannot be read: {cause.strerror}; expected notes") from cause
    except ValidationError as cause:
        first = cause.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or "the file"
        raise InputError(
            f"{path} is not a notes file: {place}: {first['msg']}. Save it again on the review page"
        ) from cause
    except (ValueError, RecursionError) as cause:
        raise InputError(
            f"{path} is damaged or not a notes file; expected JSON that the review page saved"
        ) from cause
    return Notes(part.recording.sha256, part.recording.name, _latest(part.notes))


def _latest(parts: tuple[_NotePart, ...]) -> tuple[Note, ...]:
    """One note per check and rep: the last."""
    notes = {
        (part.code, part.rep): Note(part.code, part.rep, part.verdict, part.there, part.comment)
        for part in parts
    }
    return tuple(notes.values())
