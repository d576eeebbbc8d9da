from pathlib import Path

import pytest

from hingecheck.batch.clip import Clip, Wish
from hingecheck.batch.identity import folder_name, identity_of
from hingecheck.domain.region import Region
from hingecheck.errors import RecordingUnreadable

WISH = Wish(())


def folder_of(path: Path, lifter: str = "", content: bytes = b"film") -> str:
    """The folder of a recording that is written just now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    clip = Clip(str(path), lifter)
    return folder_name(clip, identity_of(clip, path, WISH))


def test_names_follow_the_recording(tmp_path: Path) -> None:
    """Moved elsewhere it keeps its folder; another name, ending or content is another folder."""
    first = folder_of(tmp_path / "a" / "swing.mp4")
    assert folder_of(tmp_path / "b" / "swing.mp4") == first
    others = {
        folder_of(tmp_path / "swing.mov"),
        folder_of(tmp_path / "Swing.mp4"),
        folder_of(tmp_path / "swing.mp4", content=b"another film"),
        folder_of(tmp_path / "swing.mp4", lifter="anna"),
    }
    assert len(others - {first}) == 4


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("-rf.mp4", "rf-"),
        ("🏋 lift.mp4", "🏋 lift-"),
        ("a:b*c?.mp4", "a_b_c_-"),
        ("\x1b[31m.mp4", "_[31m-"),
        ("... .mp4", "clip-"),
        ("é" * 120 + ".mp4", "é" * 60 + "-"),
    ],
)
def test_names_can_be_read_and_typed(name: str, start: str, tmp_path: Path) -> None:
    """Emoji stay; a leading dash, signs that steer and what a file system forbids do not."""
    assert folder_of(tmp_path / name, "anna/w 1").startswith(f"anna/w 1/{start}")


@pytest.mark.parametrize(
    "other",
    [
        Wish((), movement="swing"),
        Wish((), model="lite"),
        Wish((), blur_faces=True),
        Wish((), region=Region(0, 0, 540, 960)),
        Wish((), person=2),
        Wish((), criteria=({"profile": "hardstyle"}, "profile hardstyle")),
        Wish((), criteria=({"checks": {"lean_back": {"cue": "Stand."}}}, "mine.toml")),
    ],
)
def test_settings_are_part_of_it(other: Wish, tmp_path: Path) -> None:
    """Other settings are other results; the same settings are the same."""
    path = tmp_path / "swing.mp4"
    path.write_bytes(b"film")
    clip = Clip(str(path))
    assert identity_of(clip, path, other) == identity_of(clip, path, other)
    assert identity_of(clip, path, other) != identity_of(clip, path, WISH)


def test_a_missing_recording_is_said(tmp_path: Path) -> None:
    """The same words as those of a single run."""
    path = tmp_path / "gone.mp4"
    with pytest.raises(RecordingUnreadable, match="There is no file"):
        identity_of(Clip(str(path)), path, WISH)
