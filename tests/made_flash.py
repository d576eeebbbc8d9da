"""A film in which a flash and a click happen at the same moment, however the file counts time."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from attrs import frozen

RATE_HZ = 16_000
FPS = 30
SIZE_PX = (64, 48)
FLASH, FRAMES = 18, 30


@frozen
class MadeFlash:
    """What the file shall be like.

    Attributes:
        pictures_from_s: the first picture's time stamp.
        sound_from_s: the sound's first time stamp; it lasts as long as the pictures.
        sound: encoder.
        b_frames: pictures that need a later one, so that decoding begins before showing.
        lost_start: how many packets are missing at the beginning, the one key frame among them.
    """

    pictures_from_s: float = 0.0
    sound_from_s: float = 0.0
    sound: str = "aac"
    b_frames: int = 0
    lost_start: int = 0

    @property
    def moment_s(self) -> float:
        """When it flashes and clicks, by the file's own clock."""
        return self.pictures_from_s + FLASH / FPS

    def write(self, path: Path) -> Path:
        """Writes the file; its container follows from the name's ending."""
        with av.open(str(path), "w") as container:
            video = container.add_stream("libx264", rate=FPS, options={"preset": "veryfast"})
            video.width, video.height, video.pix_fmt = *SIZE_PX, "yuv420p"
            video.codec_context.max_b_frames = self.b_frames
            video.codec_context.gop_size = 12
            video.codec_context.time_base = Fraction(1, FPS)
            sound = container.add_stream(self.sound, rate=RATE_HZ)
            sound.codec_context.layout = "mono"
            packets = [*self._pictures(video), *video.encode(None)][self.lost_start :]
            packets += [*self._sound(sound), *sound.encode(None)]
            packets.sort(key=lambda packet: float(packet.dts * packet.time_base))
            for packet in packets:
                container.mux(packet)
        return path

    def _pictures(self, video: av.VideoStream) -> list[av.Packet]:
        packets = []
        for index in range(FRAMES):
            light = 255 if index == FLASH else 20
            shown = np.full((SIZE_PX[1], SIZE_PX[0], 3), light, np.uint8)
            frame = av.VideoFrame.from_ndarray(shown, format="bgr24")
            frame.pts = index + round(self.pictures_from_s * FPS)
            frame.time_base = Fraction(1, FPS)
            packets += video.encode(frame)
        return packets

    def _sound(self, sound: av.AudioStream) -> list[av.Packet]:
        end_s = self.pictures_from_s + FRAMES / FPS
        time_s = (
            self.sound_from_s + np.arange(round((end_s - self.sound_from_s) * RATE_HZ)) / RATE_HZ
        )
        click = np.abs(time_s - self.moment_s) < 0.01
        wave = (20_000 * click * np.sin(2 * np.pi * 1000 * time_s)).astype(np.int16)[None]
        frame = av.AudioFrame.from_ndarray(wave, format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE_HZ, round(self.sound_from_s * RATE_HZ)
        frame.time_base = Fraction(1, RATE_HZ)
        return list(sound.encode(frame))


def flash_s(path: Path) -> float:
    """When the brightest picture is shown, by the file's own clock."""
    with av.open(str(path)) as container:
        shown = [
            (frame.to_ndarray(format="gray").mean(), frame.time)
            for frame in container.decode(video=0)
        ]
    return float(max(shown)[1])


def click_s(path: Path) -> float:
    """When it is loudest, by the file's own clock."""
    with av.open(str(path)) as container:
        heard = [
            (float(np.abs(loud).max()), frame.time + int(np.abs(loud).argmax()) / frame.sample_rate)
            for frame in container.decode(audio=0)
            for loud in [frame.to_ndarray()[0].astype(float)]
        ]
    return max(heard)[1]
