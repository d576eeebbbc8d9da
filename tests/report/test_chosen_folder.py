import os
from pathlib import Path

import pytest

from hingecheck.report.output_folder import chosen_folder

ODD_NAMES = ["two words", "-rf", "\U0001f3cb swing", "http:swing", "[bold]a"]


@pytest.mark.parametrize("stem", ["swing", *ODD_NAMES])
def test_the_usual_place_is_beside_the_recording(tmp_path: Path, stem: str) -> None:
    """`swing.mp4` leaves `swing.hingecheck`, and nothing needs to be said."""
    assert chosen_folder(tmp_path / f"{stem}.mp4", None) == (tmp_path / f"{stem}.hingecheck", "")


def test_a_folder_that_was_asked_for_is_taken(tmp_path: Path) -> None:
    """-o wins over everything."""
    assert chosen_folder(Path("swing.mp4"), tmp_path) == (tmp_path, "")


def test_a_read_only_place_gives_way_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The results land where the user is, and one plain sentence says so."""
    monkeypatch.setattr(os, "access", lambda folder, _mode: folder != tmp_path)
    folder, sentence = chosen_folder(tmp_path / "my\nswing.mp4", None)
    assert folder == Path("my\nswing.hingecheck")
    assert sentence == (
        "The folder of my\\nswing.mp4 is read-only, so the results go to my\\nswing.hingecheck "
        "in the current folder."
    )


def test_an_earlier_folder_of_results_in_a_read_only_place_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is where the files will be written."""
    (tmp_path / "swing.hingecheck").mkdir()
    monkeypatch.setattr(os, "access", lambda folder, _mode: folder != tmp_path)
    assert chosen_folder(tmp_path / "swing.mp4", None)[0] == tmp_path / "swing.hingecheck"
