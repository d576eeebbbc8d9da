"""Files as phones, messengers and editors write them: all pictures, upright, at their rate."""

from pathlib import Path

import av
import pytest
from av.stream import Disposition

from hingecheck.capture.video import opened
from tests.file_zoo import ZOO, fps_of, frames_of, size_of


@pytest.mark.parametrize("name", ZOO)
def test_a_file_is_read_to_its_end(name: str, tmp_path: Path) -> None:
    """Every picture of the film and of nothing else, its size as shown, its rate, no warning."""
    with opened(ZOO[name](tmp_path / name)) as reader:
        shapes = [frame.picture.shape[:2] for frame in reader.frames()]
        recording = reader.recording()
    width, height = size_of(name)
    assert shapes == [(height, width)] * frames_of(name)
    assert (recording.width_px, recording.height_px) == (width, height)
    assert recording.fps == pytest.approx(fps_of(name), rel=0.01)
    assert recording.warnings == ()


def test_the_zoo_holds_what_it_says(tmp_path: Path) -> None:
    """The cover is marked as one, ten bits are ten, and two films are two."""
    kinds = {}
    for name in ("cover.mp4", "ten bit.mov", "two films.mkv", "two sounds.mp4"):
        with av.open(str(ZOO[name](tmp_path / name))) as container:
            kinds[name] = [
                (
                    stream.type,
                    stream.codec_context.name,
                    bool(stream.disposition & Disposition.attached_pic),
                )
                for stream in container.streams
            ]
            if name == "ten bit.mov":
                assert container.streams.video[0].codec_context.pix_fmt == "yuv420p10le"
    assert ("video", "mjpeg", True) in kinds["cover.mp4"]
    assert len(kinds["two films.mkv"]) == 2
    assert [kind[0] for kind in kinds["two sounds.mp4"]] == ["video", "audio", "audio"]
