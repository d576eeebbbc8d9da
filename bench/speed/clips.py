"""Recordings to time: a rendered sample clip at a phone's size, rate, grain and bit rate."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np
import numpy.typing as npt
from attrs import frozen

SAMPLES: Final = Path(__file__).parents[2] / "sample_clips"
# Standard deviation of a phone's grain in a gym, grey levels; without it, coding is too cheap.
_GRAIN: Final = 3.0
_GRAINS: Final = 7


@frozen
class Kind:
    """A kind of recording.

    Attributes:
        name: as people say it.
        sample: the clip that is repeated.
        width_px: of the picture.
        height_px: of the picture.
        fps: pictures a second.
        bit_rate: bits a second, as phones use.
    """

    name: str
    sample: str
    width_px: int
    height_px: int
    fps: int
    bit_rate: int


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("720p30", "hinge_side_good", 1280, 720, 30, 8_000_000),
        Kind("1080p60", "swing_side_good", 1080, 1920, 60, 20_000_000),
    )
}


def make_clip(kind: Kind, seconds: float, folder: Path) -> Path:
    """Writes a recording of a kind and length; nothing where it is there already."""
    target = folder / f"{kind.name}-{seconds:g}s.mp4"
    if target.exists():
        return target
    part = target.with_suffix(".part.mp4")
    grains = _grains(kind)
    with av.open(str(part), "w", format="mp4") as container:
        options = {"preset": "superfast"}
        stream = container.add_stream("libx264", rate=kind.fps, options=options)
        stream.width, stream.height, stream.pix_fmt = kind.width_px, kind.height_px, "yuv420p"
        stream.bit_rate = kind.bit_rate
        for index, picture in zip(range(round(seconds * kind.fps)), _pictures(kind), strict=False):
            grainy = cv2.add(picture, grains[index % _GRAINS], dtype=cv2.CV_8U).astype(np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grainy, format="bgr24")))
        container.mux(stream.encode(None))
    part.replace(target)
    return target


def _pictures(kind: Kind) -> Iterator[npt.NDArray[np.uint8]]:
    """The sample over and over, cut to the shape and enlarged; frames repeat at higher rates."""
    for _ in count():
        with av.open(str(SAMPLES / f"{kind.sample}.mp4")) as source:
            rate = float(source.streams.video[0].average_rate or kind.fps)
            for frame in source.decode(video=0):
                whole = frame.to_ndarray(format="bgr24")
                height = min(whole.shape[0], whole.shape[1] * kind.height_px // kind.width_px)
                cut = whole[(whole.shape[0] - height) // 2 :][:height]
                size = (kind.width_px, kind.height_px)
                picture = cv2.resize(cut, size, interpolation=cv2.INTER_CUBIC).astype(np.uint8)
                for _ in range(round(kind.fps / rate)):
                    yield picture


def _grains(kind: Kind) -> list[npt.NDArray[np.int16]]:
    rng = np.random.default_rng(0)
    shape = (kind.height_px, kind.width_px, 3)
    return [rng.normal(0, _GRAIN, shape).astype(np.int16) for _ in range(_GRAINS)]


def repeat_clip(clip: Path, seconds: float, target: Path) -> int:
    """Writes a clip's packets again and again, without encoding; gives the number of frames."""
    written, shift = 0, 0
    with av.open(str(target), "w") as output, av.open(str(clip)) as source:
        stream = source.streams.video[0]
        copy = output.add_stream_from_template(stream)
        length = stream.duration or 0
        while float(shift * (stream.time_base or 0)) < seconds:
            source.seek(0)
            for packet in source.demux(stream):
                if packet.dts is None:
                    continue
                packet.pts, packet.dts = (packet.pts or 0) + shift, packet.dts + shift
                packet.stream = copy
                output.mux(packet)
                written += 1
            shift += length
    return written
