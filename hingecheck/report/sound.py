"""The sound of a recording, cut to the span of its frames."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.codec.context import Flags
from av.container import InputContainer, OutputContainer
from av.packet import Packet

from hingecheck.engines import FFMPEG_PROTOCOLS

_AAC_RATES_HZ = (48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000)
_BIT_RATE = 128_000
_OPTIONS = {"protocol_whitelist": FFMPEG_PROTOCOLS}

# In quotes: a packet is generic for the type checker only.
_AudioPackets = Iterator["Packet[AudioStream]"]


class Sound:
    """Muxes the sound of a recording beside pictures that are still being made.

    Sound that is broken ends where it breaks; it never costs the pictures.
    """

    def __init__(self, packets: _AudioPackets, target: OutputContainer) -> None:
        """Takes packets that are ready for the target, in time order."""
        self._packets = packets
        self._target = target
        self._waiting: Packet[AudioStream] | None = None

    def mux_until(self, time_s: float) -> None:
        """Writes what sounds before a moment, in seconds after the first frame."""
        while (packet := self._waiting or self._next()) is not None:
            self._waiting = packet
            if packet.pts is None or packet.time_base is None:
                return
            if float(packet.pts * packet.time_base) >= time_s:
                return
            self._waiting = None
            try:
                self._target.mux(packet)
            except av.FFmpegError:  # where the disk is at fault the next picture says so
                self._packets = iter(())

    def _next(self) -> "Packet[AudioStream] | None":
        try:
            return next(self._packets, None)
        except (av.FFmpegError, ValueError):
            return None


@contextmanager
def opened_sound(source: Path, start_s: float, target: OutputContainer) -> Iterator[Sound | None]:
    """The sound of a recording from a moment on, as a new stream of the target.

    AAC is copied; anything else is encoded as AAC.

    Args:
        source: the recording.
        start_s: of the first frame shown, in seconds from the recording's first frame.
        target: gets an audio stream if there is any sound; its header must not be written yet.

    Yields:
        None where there is no sound, or none that can be read.
    """
    try:
        container = av.open(str(source), options=_OPTIONS)
    except (av.FFmpegError, OSError, ValueError):
        yield None
        return
    with container:
        packets = _prepared(container, source, start_s, target)
        yield None if packets is None else Sound(packets, target)


def _prepared(
    container: InputContainer, source: Path, start_s: float, target: OutputContainer
) -> _AudioPackets | None:
    """Packets for the target in its own time, or None; adds the stream if there is any sound."""
    # a sound that FFmpeg does not know (a phone's spatial one) has no context
    known = [stream for stream in container.streams.audio if stream.codec_context is not None]
    if not known:
        return None
    stream = known[0]
    try:
        begin_s = _first_picture_s(source) + start_s
        if stream.codec_context.name == "aac":
            return _copied(container, stream, begin_s, target)
        return _encoded(container, stream, begin_s, target)
    except (av.FFmpegError, ValueError):
        return None


def _first_picture_s(source: Path) -> float:
    """When the first picture that can be decoded is shown, by the file's own clock.

    A stream says when it begins, but the pictures before its first whole one are lost.
    """
    with av.open(str(source), options=_OPTIONS) as container:
        for packet in container.demux(video=0):
            with suppress(av.FFmpegError):
                for frame in packet.decode():
                    if frame.time is not None:
                        return float(frame.time)
    return 0.0


def _copied(
    container: InputContainer, stream: AudioStream, begin_s: float, target: OutputContainer
) -> _AudioPackets | None:
    heard = _heard(container, stream, begin_s)
    first = next(heard, None)
    if first is None:
        return None
    copy = target.add_stream_from_template(stream)
    return _handed_to(copy, chain([first], heard))


def _heard(container: InputContainer, stream: AudioStream, begin_s: float) -> _AudioPackets:
    """The packets from a moment on, their stamps counted from there."""
    last = -1
    for packet in container.demux(stream):
        if packet.pts is None:
            continue
        stamp = packet.pts - round(begin_s / packet.time_base)
        if stamp > last:
            packet.pts = packet.dts = last = stamp
            yield packet


def _handed_to(stream: AudioStream, packets: _AudioPackets) -> _AudioPackets:
    for packet in packets:
        packet.stream = stream
        yield packet


def _encoded(
    container: InputContainer, stream: AudioStream, begin_s: float, target: OutputContainer
) -> _AudioPackets | None:
    frames = _heard_frames(container, stream, begin_s)
    first = next(frames, None)
    if first is None:
        return None
    rate = first.sample_rate if first.sample_rate in _AAC_RATES_HZ else _AAC_RATES_HZ[0]
    coded = target.add_stream("aac", rate=rate)
    coded.codec_context.layout = "mono" if first.layout.nb_channels == 1 else "stereo"
    coded.codec_context.bit_rate = _BIT_RATE
    coded.codec_context.flags |= Flags.bitexact
    return _coded(coded, chain([first], frames))


def _heard_frames(
    container: InputContainer, stream: AudioStream, begin_s: float
) -> Iterator[AudioFrame]:
    """Decoded sound from a moment on, its stamps counted from there."""
    for frame in container.decode(stream):
        if frame.pts is None or frame.time_base is None:
            continue
        frame.pts -= round(begin_s / frame.time_base)
        if frame.pts >= 0:
            yield frame


def _coded(stream: AudioStream, frames: Iterator[AudioFrame]) -> _AudioPackets:
    """Encodes; what was decoded before the sound breaks is kept."""
    try:
        for frame in frames:
            yield from stream.encode(frame)
    except av.FFmpegError:
        pass
    yield from stream.encode(None)
