"""Whole video files to be damaged: a moment of a sample clip in every container and codec."""

import multiprocessing
import os
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from attrs import frozen

from hingecheck.capture.video import opened
from hingecheck.engines import load_cv2

# The AV1 encoder prints its settings unless it is told not to.
os.environ.setdefault("SVT_LOG", "1")

CLIP = Path(__file__).parents[2] / "sample_clips" / "swing_side_good.mp4"
_FRAMES, _FIRST, _FPS = 20, 60, 30
_SIZE = (160, 284)
_SOUND_HZ = 16_000


@frozen
class Sample:
    """One kind of file.

    Attributes:
        ending: of the name; says the container.
        encoder: of the pictures, by PyAV's name.
        sound: encoder of a tone; empty = silent.
        options: of the container.
    """

    ending: str
    encoder: str
    sound: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """As in `libx264.mp4`."""
        return f"{self.encoder}{'-' + self.sound if self.sound else ''}.{self.ending}"

    def write(self, path: Path) -> None:
        """Makes the file."""
        with av.open(str(path), "w", options=dict(self.options)) as container:
            self._fill(container)

    def _fill(self, container: av.container.OutputContainer) -> None:
        video = container.add_stream(self.encoder, rate=_FPS)
        video.width, video.height = _SIZE
        video.pix_fmt = "yuvj420p" if self.encoder == "mjpeg" else "yuv420p"
        video.codec_context.gop_size = 8
        sound = container.add_stream(self.sound, rate=_SOUND_HZ) if self.sound else None
        if sound is not None:
            sound.codec_context.layout = "mono"
        for index, picture in enumerate(_pictures()):
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, _FPS)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if sound is not None:
            container.mux(sound.encode(_tone()))
            container.mux(sound.encode(None))


SAMPLES = (
    Sample("mp4", "libx264", "aac"),
    Sample("mp4", "libx264", "", (("movflags", "faststart"),)),
    Sample("mp4", "libx264", "aac", (("movflags", "frag_keyframe+empty_moov"),)),
    Sample("mov", "libx265"),
    Sample("mp4", "libsvtav1"),
    Sample("mkv", "libx264", "flac"),
    Sample("webm", "libvpx-vp9", "libopus"),
    Sample("avi", "mpeg4", "pcm_s16le"),
    Sample("avi", "mjpeg"),
    Sample("ts", "libx264", "aac"),
)


def write_samples(folder: Path) -> list[tuple[Sample, bytes]]:
    """Every sample with its bytes.

    They are made in a process of their own: a fork of one whose libraries have started threads
    might wait for them for ever.
    """
    maker = multiprocessing.get_context("fork").Process(target=_write_all, args=(folder,))
    maker.start()
    maker.join()
    return [
        (sample, (folder / f"{place}.{sample.ending}").read_bytes())
        for place, sample in enumerate(SAMPLES)
    ]


def _write_all(folder: Path) -> None:
    for place, sample in enumerate(SAMPLES):
        sample.write(folder / f"{place}.{sample.ending}")


def _pictures() -> list[np.ndarray]:
    cv2 = load_cv2()
    with opened(CLIP) as reader:
        frames = list(islice(reader.frames(), _FIRST, _FIRST + _FRAMES))
    return [cv2.resize(frame.picture, _SIZE) for frame in frames]


def _tone() -> av.AudioFrame:
    time_s = np.arange(_SOUND_HZ * _FRAMES // _FPS) / _SOUND_HZ
    wave = (8000 * np.sin(2 * np.pi * 440 * time_s)).astype(np.int16)[None]
    frame = av.AudioFrame.from_ndarray(wave, format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = _SOUND_HZ, 0, Fraction(1, _SOUND_HZ)
    return frame
