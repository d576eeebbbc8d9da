"""A scene as files: H.264 video and its truth."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from attrs import frozen

from bench.lifter.renderer import Picture
from bench.lifter.scene import Scene
from bench.lifter.truth import to_json

_FPS_DENOMINATOR: Final = 1001


@frozen
class Encoding:
    """How the video is compressed: x264's constant rate factor and preset."""

    crf: int = 23
    preset: str = "medium"


def write_clip(scene: Scene, video: Path, encoding: Encoding | None = None) -> Path:
    """Write `video` and the truth beside it; return the truth's path.

    Both are written under another name and renamed when complete.
    """
    truth_file = video.with_suffix(".truth.json")
    part = video.with_name(f"{video.stem}.part{video.suffix}")
    truth_part = truth_file.with_name(f"{truth_file.name}.part")
    try:
        truth_part.write_text(to_json(scene.truth()), encoding="utf-8")
        _encode(scene.pictures(), part, scene, encoding or Encoding())
        part.replace(video)
        truth_part.replace(truth_file)
    finally:
        part.unlink(missing_ok=True)
        truth_part.unlink(missing_ok=True)
    return truth_file


def _encode(pictures: Iterable[Picture], path: Path, scene: Scene, encoding: Encoding) -> None:
    rate = Fraction(scene.fps).limit_denominator(_FPS_DENOMINATOR)
    options = {"movflags": "+faststart"}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = container.add_stream(
            "libx264", rate=rate, options={"crf": str(encoding.crf), "preset": encoding.preset}
        )
        stream.width, stream.height = scene.camera.width_px, scene.camera.height_px
        stream.pix_fmt = "yuv420p"
        for picture in pictures:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
