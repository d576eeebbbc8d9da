"""Frames and recordings that are made on the spot: a moving gradient, and a tone."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame

RATE_HZ = 48_000
_BLOCK = 1024


def made_frames(width_px: int, height_px: int, time_s: Floats) -> Iterator[Frame]:
    """A gradient that moves, so that every frame differs."""
    rows, columns = np.mgrid[:height_px, :width_px]
    for index, moment_s in enumerate(time_s):
        blue = (columns + 3 * index) % 256
        green = (rows + 5 * index) % 256
        picture = np.stack([blue, green, np.full_like(blue, 90)], axis=2).astype(np.uint8)
        yield Frame(index=index, time_s=float(moment_s), picture=picture)


def made_recording(path: Path, seconds: float, codec: str = "aac", channels: int = 1) -> Path:
    """A file with small pictures at 30 fps and a tone for as long; no sound without a codec."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=30)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound = container.add_stream(codec, rate=RATE_HZ) if codec else None
        if sound is not None:
            sound.codec_context.layout = "stereo" if channels == 2 else "mono"
        for frame in made_frames(64, 48, np.arange(round(30 * seconds)) / 30):
            container.mux(video.encode(VideoFrame.from_ndarray(frame.picture, format="bgr24")))
        container.mux(video.encode(None))
        if sound is not None:
            for block in _tone(seconds, channels):
                container.mux(sound.encode(block))
            container.mux(sound.encode(None))
    return path


def _tone(seconds: float, channels: int) -> Iterator[AudioFrame]:
    """A tone that climbs, so that a cut at another place sounds different."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = (8000 * np.sin(2 * np.pi * (300 + 200 * time_s) * time_s)).astype(np.int16)
    layout = "stereo" if channels == 2 else "mono"
    for start in range(0, len(wave), _BLOCK):
        samples = np.repeat(wave[start : start + _BLOCK], channels)[None, :]
        frame = AudioFrame.from_ndarray(samples, format="s16", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
        yield frame
