"""Stored tracks of the sample clips: what was said of them stays said, without the pose model."""

import json
import math

import pytest

from tests.golden.update import FOLDER, MOVEMENTS, report_of

# Other builds of numpy and scipy round the last digits otherwise; a report shows fewer.
TOLERANCE = 0.02


def same(found: object, golden: object, path: str = "report") -> list[str]:
    """Where two reports differ: words exactly, numbers by more than the tolerance."""
    if isinstance(found, dict) and isinstance(golden, dict) and found.keys() == golden.keys():
        return [line for key in found for line in same(found[key], golden[key], f"{path}.{key}")]
    if isinstance(found, list) and isinstance(golden, list) and len(found) == len(golden):
        pairs = enumerate(zip(found, golden, strict=True))
        return [line for index, pair in pairs for line in same(*pair, f"{path}[{index}]")]
    if isinstance(found, float) and isinstance(golden, float):
        close = math.isclose(found, golden, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
        return [] if close else [f"{path}: {found} was {golden}"]
    return [] if found == golden else [f"{path}: {found} was {golden}"]


@pytest.mark.parametrize("name", MOVEMENTS)
def test_a_stored_track_gives_the_golden_report(name: str) -> None:
    """Events, verdicts, values and words are those that were read and agreed to."""
    golden = json.loads((FOLDER / f"{name}.report.json").read_text(encoding="utf-8"))
    found = json.loads(report_of(name))
    golden["versions"] = found["versions"]
    assert same(found, golden) == []


def test_the_comparison_can_fail() -> None:
    """A changed word, a changed number and a missing rep are all seen."""
    golden = {"verdict": "clear", "value": 1.0, "reps": [1, 2]}
    assert len(same({"verdict": "fault", "value": 1.2, "reps": [1]}, golden)) == 3
