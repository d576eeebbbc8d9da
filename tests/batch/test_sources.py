from pathlib import Path

import pytest

from hingecheck.batch.clip import Clip
from hingecheck.batch.sources import find_clips, require_clips
from hingecheck.errors import RecordingUnreadable


@pytest.fixture
def season(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of recordings as a coach keeps it, with litter; it is the current one."""
    names = ["-x.mp4", "anna/a 🏋.MOV", "anna/wk2/a.mp4", "ben/a.mp4", "notes.txt", "ben/._a.mp4"]
    names += ["a.hingecheck/annotated.mp4", "out/annotated.mp4", "x/clip.json", "x/annotated.mp4"]
    for name in [*names, ".hidden/a.mp4"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(clips: tuple[Clip, ...]) -> list[str]:
    """What a person would call them."""
    return [clip.told for clip in clips]


def test_a_folder_is_everything_below_it(season: Path) -> None:
    """Recordings by sub-folder and name; results, hidden files and other files are left out."""
    clips = find_clips(["."], ["out"])
    assert told(clips) == ["-x.mp4", "anna/a 🏋.MOV", "anna/wk2/a.mp4", "ben/a.mp4"]
    assert clips == find_clips([str(season)], [str(season / "out")])
    assert clips[0].place == str(season / "-x.mp4")


def test_a_pattern_keeps_the_sub_folders(season: Path) -> None:
    """What the pattern leaves open is the sub-folder; a name with brackets is a file first."""
    assert told(find_clips(["**/a.mp4"], [str(season / "out")])) == ["anna/wk2/a.mp4", "ben/a.mp4"]
    (season / "a[1].mp4").touch()
    assert told(find_clips(["a[1].mp4"])) == ["a[1].mp4"]


def test_a_list_names_recordings(season: Path) -> None:
    """One on each line, from the list's folder on, each once, missing ones too."""
    lines = ["# my week", "", "ben/a.mp4", str(season / "ben" / "a.mp4"), "gone.mp4", "-x.mp4"]
    (season / "week.txt").write_text("\n".join(lines), encoding="utf-8-sig")
    assert told(find_clips(["week.txt"])) == ["-x.mp4", "gone.mp4", "ben/a.mp4"]


def test_a_missing_list_is_said() -> None:
    """A list that is not there is one clear line."""
    with pytest.raises(RecordingUnreadable, match=r"week\.txt cannot be read"):
        find_clips(["week.txt"])


def test_nothing_to_look_at_is_said() -> None:
    """An empty folder is no success."""
    with pytest.raises(RecordingUnreadable, match=r"no recordings in clips; .*\.mp4"):
        require_clips((), ["clips"])
