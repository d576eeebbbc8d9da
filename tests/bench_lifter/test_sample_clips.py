"""The clips that are committed are those that their README describes."""

import hashlib
import json
import re
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "sample_clips"
README = (SAMPLES / "README.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"`([\w.]+\.(?:mp4|json))` \| `([0-9a-f]{64})`", README))


def test_every_file_is_listed() -> None:
    """The README lists a checksum for each file in the folder, and no other."""
    there = {file.name for file in SAMPLES.iterdir() if file.suffix in {".mp4", ".json"}}
    assert set(LISTED) == there
    assert there


@pytest.mark.parametrize("name", LISTED)
def test_checksums_match(name: str) -> None:
    """The file is the one whose SHA-256 the README gives."""
    assert hashlib.sha256((SAMPLES / name).read_bytes()).hexdigest() == LISTED[name]


@pytest.mark.parametrize("name", [n for n in LISTED if n.endswith(".mp4")])
def test_clips_are_short_and_have_their_truth(name: str) -> None:
    """Each clip is under 400 kB and its truth tells movement and reps."""
    assert (SAMPLES / name).stat().st_size < 400_000
    truth = json.loads((SAMPLES / name).with_suffix(".truth.json").read_text(encoding="utf-8"))
    assert truth["movement"] in name.replace("rdl", "romanian_deadlift")
    assert len(truth["reps"]) >= 3
