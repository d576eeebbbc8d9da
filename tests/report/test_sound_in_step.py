"""The annotated video flashes and clicks at the same moment, as its recording does."""

import struct
from pathlib import Path

import numpy as np
import pytest

from hingecheck.capture.video import opened
from hingecheck.report.annotated_video import write_annotated_video
from tests.made_flash import FLASH, FPS, FRAMES, MadeFlash, click_s, flash_s
from tests.report.made_analysis import FRAME_COUNT, made_analysis

# Not analysed at any of the frames' times, so that nothing is drawn over the flash.
ELSEWHERE_S = 1000 + np.arange(FRAME_COUNT) / FPS
LOST = 6
FILES = {
    "late pictures.mp4": MadeFlash(pictures_from_s=0.3),
    "b-frames.mp4": MadeFlash(b_frames=3),
    "b-frames.mkv": MadeFlash(b_frames=3, sound="flac"),
    "stamps from 5 s.mkv": MadeFlash(pictures_from_s=5.0, sound_from_s=5.0, sound="flac"),
    "plain sound.mov": MadeFlash(sound="pcm_s16le", pictures_from_s=0.2),
    "broadcast.ts": MadeFlash(b_frames=2),
    "no key frame first.mp4": MadeFlash(lost_start=LOST, b_frames=3),
    "no key frame first.mkv": MadeFlash(lost_start=LOST, sound="flac"),
    "no key frame first.ts": MadeFlash(lost_start=LOST),
}


def drawn(recording: Path) -> Path:
    """The annotated video of a whole recording."""
    with opened(recording) as reader:
        frames = list(reader.frames())
        assert not [told for told in reader.recording().warnings if "stamps" in told]
    target = recording.with_name("annotated.mp4")
    write_annotated_video(made_analysis(360, 480, time_s=ELSEWHERE_S), frames, recording, target)
    return target


@pytest.mark.parametrize("name", FILES)
def test_sound_stays_with_the_pictures(name: str, tmp_path: Path) -> None:
    """However the file begins and counts its time, flash and click stay within a frame."""
    target = drawn(FILES[name].write(tmp_path / name))
    assert click_s(target) - flash_s(target) == pytest.approx(0.0, abs=1 / FPS)


def test_an_edit_list_that_cuts_the_beginning(tmp_path: Path) -> None:
    """Pictures that the file leaves out are not shown, and the sound is that of the rest."""
    path = MadeFlash(b_frames=2).write(tmp_path / "trimmed.mp4")
    content, left_out = bytearray(path.read_bytes()), 10
    entry = content.index(b"elst") + 12  # the first track's: duration, then where it begins
    _, begins = struct.unpack_from(">Ii", content, entry)
    ticks = struct.unpack_from(">I", content, content.index(b"mdhd") + 16)[0]
    shown_ms = (FRAMES - left_out) * 1000 // FPS
    struct.pack_into(">Ii", content, entry, shown_ms, begins + left_out * ticks // FPS)
    path.write_bytes(content)
    target = drawn(path)
    assert flash_s(target) == pytest.approx((FLASH - left_out) / FPS, abs=0.01)
    behind_s = click_s(path) - flash_s(path)
    assert behind_s == pytest.approx(left_out / FPS, abs=1 / FPS)
    assert click_s(target) - flash_s(target) == pytest.approx(behind_s, abs=1 / FPS)


@pytest.mark.parametrize(("pictures_s", "sound_s"), [(0.5, 0.0), (5.0, 5.0)])
def test_time_before_the_first_picture_is_no_loss(
    pictures_s: float, sound_s: float, tmp_path: Path
) -> None:
    """A Matroska file that counts from 0 but begins later is not called cut short."""
    made = MadeFlash(pictures_from_s=pictures_s, sound_from_s=sound_s, sound="flac")
    path = made.write(tmp_path / "late.mkv")
    with opened(path) as reader:
        assert sum(1 for _ in reader.frames()) == FRAMES
        assert reader.recording().warnings == ()
