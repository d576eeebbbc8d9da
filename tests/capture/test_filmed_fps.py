from pathlib import Path

import av
import numpy as np
import pytest

from hingecheck.capture.pyav_source import filmed_fps


def clip(path: Path, said: str | None) -> Path:
    """Two frames, with or without the camera's own rate as Android phones write it."""
    options = {"movflags": "use_metadata_tags"}
    with av.open(str(path), "w", options=options) as container:
        if said is not None:
            container.metadata["com.android.capture.fps"] = said
        stream = container.add_stream("libx264", rate=30)
        stream.width = stream.height = 64
        for _ in range(2):
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("said", "found"),
    [("120.000000", 120.0), (None, None), ("fast", None), ("-3", None), ("nan", None)],
)
def test_the_camera_s_own_rate(said: str | None, found: float | None, tmp_path: Path) -> None:
    """Believed where it is a number that a camera can have."""
    assert filmed_fps(clip(tmp_path / "slow.mp4", said)) == found


def test_a_file_that_is_no_video_says_nothing(tmp_path: Path) -> None:
    """No error: the reader of the pictures tells what is wrong."""
    (tmp_path / "text.mp4").write_text("no video")
    assert filmed_fps(tmp_path / "text.mp4") is None
