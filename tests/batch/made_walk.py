"""A walk without video and model: the track of a synthetic swing for every recording."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from hingecheck.batch import clip_walk
from hingecheck.batch.clip import Clip, Wish
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import RecordingUnreadable
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing

WISH = Wish((Output.JSON, Output.CSV, Output.TRACK))
FOUND = filmed(swing(2))


def give_tracks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replaces the slow half; gives the list of the names that it is asked for.

    A recording whose content is `bad` cannot be used, and one that is `bug` meets a bug.
    """
    asked: list[str] = []

    def track(path: Path, **_: Any) -> PoseTrack:
        asked.append(path.name)
        content = path.read_bytes()
        if content == b"bad":
            raise RecordingUnreadable(f"{path.name} is bad")
        if content == b"bug":
            raise ZeroDivisionError("a slip")
        return evolve(FOUND, recording=evolve(FOUND.recording, name=path.name))

    monkeypatch.setattr(clip_walk, "track_recording", track)
    return asked


def made_clip(path: Path, content: bytes = b"film", lifter: str = "") -> Clip:
    """A recording of these bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Clip(str(path), lifter)
