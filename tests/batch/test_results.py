from pathlib import Path

import pytest

from hingecheck.batch.results import LOCK, LocalResults
from hingecheck.errors import OutputError

FOLDER = "anna/swing-0123456789ab"


def test_one_batch_at_a_time(tmp_path: Path) -> None:
    """A second one is one clear line; after the first has ended there is room."""
    results = LocalResults(tmp_path / "out")
    refused = pytest.raises(OutputError, match="Another batch is at work")
    with results.alone(), refused, results.alone():
        pytest.fail("two at the same time")
    with results.alone():
        assert (tmp_path / "out" / LOCK).exists()


def test_stages_of_a_killed_run_are_cleared(tmp_path: Path) -> None:
    """Half files of a run that was killed go; results and other people's files stay."""
    stage = tmp_path / FOLDER / ".hingecheck-abc_1234"
    stage.mkdir(parents=True)
    (stage / "annotated.mp4").touch()
    kept = [tmp_path / "ben-0123456789ab" / "report.json", tmp_path / ".hingecheck-mine" / "x"]
    for path in kept:
        path.parent.mkdir()
        path.touch()
    with LocalResults(tmp_path).alone():
        assert not (tmp_path / FOLDER).exists()
    assert all(path.exists() for path in kept)


@pytest.mark.parametrize("taken", ["out", "out/anna"])
def test_a_place_that_cannot_be_written_to(taken: str, tmp_path: Path) -> None:
    """A file where a folder should be is one clear line that says what to do."""
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).touch()
    results = LocalResults(tmp_path / "out")
    with pytest.raises(OutputError, match="-o DIR"), results.alone(), results.publishing(FOLDER):
        pytest.fail("it cannot be written to")
