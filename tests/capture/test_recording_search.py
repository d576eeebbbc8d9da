import hashlib
from pathlib import Path

import pytest

from hingecheck.capture.recording_search import find_recording, require_recording
from hingecheck.domain.recording import Recording
from hingecheck.errors import RecordingUnreadable, RecordingUnsuitable

DATA = b"not really a film"
RECORDING = Recording(
    "swing.mp4", hashlib.sha256(DATA).hexdigest(), 480, 854, 0, 30.0, 10, 0.3, "h264"
)


def test_found_by_its_content(tmp_path: Path) -> None:
    """A renamed recording is found, and an impostor of the right name is passed over."""
    (tmp_path / "swing.mp4").write_bytes(b"another film")
    (tmp_path / "renamed.MOV").write_bytes(DATA)
    assert find_recording(RECORDING, [tmp_path]) == tmp_path / "renamed.MOV"


def test_not_there(tmp_path: Path) -> None:
    """None where no film has the recording's content; other files are not read."""
    (tmp_path / "renamed.txt").write_bytes(DATA)
    assert find_recording(RECORDING, [tmp_path]) is None


def test_a_named_file_must_be_the_recording(tmp_path: Path) -> None:
    """Another file is refused with what was expected; so is a missing one."""
    other = tmp_path / "other.mp4"
    other.write_bytes(b"another film")
    with pytest.raises(RecordingUnsuitable, match=r"swing\.mp4"):
        require_recording(RECORDING, other)
    with pytest.raises(RecordingUnreadable):
        require_recording(RECORDING, tmp_path / "none.mp4")
    other.write_bytes(DATA)
    assert require_recording(RECORDING, other) == other
