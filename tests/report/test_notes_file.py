import json
from pathlib import Path

import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.errors import InputError
from hingecheck.report.notes_file import load_notes

GOOD = {
    "notes_version": 1,
    "recording": {"name": "swing.mp4", "sha256": "0f" * 32},
    "notes": [
        {
            "code": "spine_round",
            "rep": 2,
            "verdict": "not measurable",
            "there": None,
            "comment": "é <b>",
        },
        {"code": "lean_back", "rep": 1, "verdict": "fault", "there": True, "comment": ""},
    ],
}


def _written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "a.notes.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_notes_are_read(tmp_path: Path) -> None:
    """Verdict, word and comment come back as they were saved."""
    notes = load_notes(_written(tmp_path, GOOD))
    assert (notes.name, notes.sha256) == ("swing.mp4", "0f" * 32)
    assert [(note.verdict, note.there, note.comment) for note in notes.of_findings] == [
        (Verdict.NOT_MEASURABLE, None, "é <b>"),
        (Verdict.FAULT, True, ""),
    ]


def test_the_last_word_counts(tmp_path: Path) -> None:
    """Two notes on one finding leave the later."""
    twice = GOOD | {"notes": [*GOOD["notes"], GOOD["notes"][1] | {"there": False}]}
    notes = load_notes(_written(tmp_path, twice))
    assert [note.there for note in notes.of_findings] == [None, False]


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        GOOD | {"notes_version": 2},
        GOOD | {"extra": 1},
        GOOD | {"recording": {"name": "x", "sha256": "short"}},
        GOOD | {"notes": [GOOD["notes"][1] | {"verdict": "superb"}]},
        GOOD | {"notes": [GOOD["notes"][1] | {"rep": 0}]},
        GOOD | {"notes": [GOOD["notes"][1] | {"comment": "x" * 3000}]},
    ],
    ids=["list", "empty", "newer", "unknown-key", "bad-sum", "verdict", "rep", "long-comment"],
)
def test_other_files_are_refused(tmp_path: Path, content: object) -> None:
    """What the page did not save is one clear line that names the file."""
    with pytest.raises(InputError, match=r"a\.notes\.json") as refused:
        load_notes(_written(tmp_path, content))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000])
def test_damaged_files_are_refused(tmp_path: Path, data: bytes) -> None:
    """Broken bytes never end in a traceback."""
    path = tmp_path / "a.notes.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match="notes"):
        load_notes(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """No file: one line."""
    with pytest.raises(InputError, match="cannot be read"):
        load_notes(tmp_path / "none.json")
