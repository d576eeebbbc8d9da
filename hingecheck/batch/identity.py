"""What the results of a recording depend on, and the name of the folder that follows from it."""

import hashlib
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from attrs import asdict

import hingecheck
from hingecheck.analysis.criteria import Criteria, criteria_of
from hingecheck.analysis.faults import FAULTS
from hingecheck.batch.clip import Clip, Wish
from hingecheck.capture.mediapipe_landmarker import engine_version
from hingecheck.capture.model_file import SHA256, chosen_model
from hingecheck.capture.video import require_file
from hingecheck.errors import RecordingUnreadable
from hingecheck.report.printable import printable, storable
from hingecheck.report.schema.clip import IdentityPart
from hingecheck.report.schema.facts import RegionPart

# Enough that two of a million recordings share it once in a hundred lifetimes.
HASH_DIGITS: Final = 12
# Most file systems take 255 bytes in a name; what is readable of it may take this many.
_MOST_BYTES: Final = 120
# What some file system forbids, and what steers a terminal.
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|]')
_AUTO: Final = "auto"


def identity_of(clip: Clip, local: Path, wish: Wish) -> IdentityPart:
    """What the results depend on.

    Args:
        clip: the recording.
        local: where its bytes can be read.
        wish: what is to be done.

    Raises:
        RecordingUnreadable: the file cannot be read.
        ModelFileError: there is no such model.
        CriteriaError: the criteria are not valid.
    """
    model = chosen_model(wish.model)
    return IdentityPart(
        name=storable(clip.name),
        sha256=_sha256(local),
        program=hingecheck.__version__,
        engine=engine_version(),
        model=model,
        model_sha256=SHA256[model],
        movement=wish.movement or _AUTO,
        criteria=_criteria_sha256(criteria_wished(wish)),
        blur_faces=wish.blur_faces,
        region=None if wish.region is None else RegionPart(**asdict(wish.region)),
        person=wish.person,
    )


def criteria_wished(wish: Wish) -> Criteria | None:
    """The checks to make; None = the built-in ones.

    Raises:
        CriteriaError: the content is not valid.
    """
    return None if wish.criteria is None else criteria_of(*wish.criteria)


def folder_name(clip: Clip, identity: IdentityPart) -> str:
    """The clip's own folder, below the folder of all results, with / between its parts.

    The sub-folder, the name without its ending, and the beginning of a SHA-256 over name and
    content: so it stays when the recording is moved, and no two recordings share one.
    """
    named = f"{identity.sha256}\0{identity.name}".encode()
    digits = hashlib.sha256(named).hexdigest()[:HASH_DIGITS]
    parts = [_readable(part) for part in clip.lifter.split("/") if part]
    return "/".join((*parts, f"{_readable(Path(clip.name).stem)}-{digits}"))


def _readable(name: str) -> str:
    """The name as far as every file system can hold it and no program takes it for a flag."""
    plain = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", storable(name)))
    short = plain.encode()[:_MOST_BYTES].decode(errors="ignore")
    return short.strip(" .").lstrip("-") or "clip"


def _sha256(path: Path) -> str:
    require_file(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as cause:
        raise RecordingUnreadable(
            f"{printable(path)} cannot be read: {(cause.strerror or 'an error').lower()}"
        ) from cause


@cache
def _built_in_sha256() -> str:
    return _sha256_of(Criteria("", FAULTS))


def _criteria_sha256(criteria: Criteria | None) -> str:
    return _built_in_sha256() if criteria is None else _sha256_of(criteria)


def _sha256_of(criteria: Criteria) -> str:
    told = [
        criteria.name,
        *(
            [
                fault.code,
                fault.name,
                fault.cue,
                {key: asdict(one) for key, one in fault.criteria.items()},
            ]
            for fault in criteria.faults
        ),
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
