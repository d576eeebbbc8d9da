"""Every kind of file that a phone, a messenger or an editor leaves, made on the spot.

`python -m tests.file_zoo FOLDER` writes them all, to try something else on them.
"""

import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
from av.stream import Disposition

from tests.made_flash import FRAMES as FLASHES
from tests.made_flash import MadeFlash
from tests.made_video import MadeVideo, add_sound, picture

FRAMES = 6
_UNEVEN_S = (0.0, 0.033, 0.05, 0.2, 0.21, 0.5)


def two_films(path: Path) -> Path:
    """A smaller film beside the film, as some phones keep of the other lens."""
    return _with_second(path, (32, 24))


def with_cover(path: Path) -> Path:
    """A cover picture in front of the film, as editors and shops add."""
    return _with_second(path, (32, 32), cover=True)


def two_sounds(path: Path) -> Path:
    """Two sounds beside the film, as of an editor."""
    with av.open(str(path), "w") as container:
        film = _film(container)
        sounds = [container.add_stream("aac", rate=16_000) for _ in range(2)]
        for sound in sounds:
            sound.codec_context.layout = "mono"
        _fill(container, film)
        for sound in sounds:
            add_sound(container, sound, 0.2)
    return path


_PLAIN: dict[str, MadeVideo | MadeFlash] = {
    **{
        f"{codec}.{ending}": MadeVideo(codec=codec, frames=FRAMES)
        for codec, endings in {
            "h264": ("mp4", "mov", "mkv", "avi"),
            "hevc": ("mp4", "mov", "mkv"),
            "mpeg4": ("mp4", "mov", "mkv", "avi"),
            "vp9": ("mp4", "mkv", "webm", "avi"),
            "av1": ("mp4", "mkv", "webm", "avi"),
        }.items()
        for ending in endings
    },
    **{f"{fps} fps.mp4": MadeVideo(fps=fps, frames=FRAMES) for fps in (24, 25, 50, 60, 120, 240)},
    **{
        f"turned {turn}.mov": MadeVideo(codec="hevc", rotation_deg=turn, frames=FRAMES)
        for turn in (90, 180, 270)
    },
    "240 fps turned.mov": MadeVideo(codec="hevc", fps=240, rotation_deg=90, frames=FRAMES),
    "ten bit.mov": MadeVideo(codec="hevc", ten_bit=True, frames=FRAMES),
    "ten bit turned.mp4": MadeVideo(codec="hevc", ten_bit=True, rotation_deg=90, frames=FRAMES),
    "4K turned.mov": MadeVideo(size=(3840, 2160), rotation_deg=90, frames=2),
    "odd.mp4": MadeVideo(size=(65, 47), frames=FRAMES),
    "uneven.mp4": MadeVideo(stamps_s=_UNEVEN_S),
    "uneven.mkv": MadeVideo(stamps_s=_UNEVEN_S, codec="hevc"),
    "with sound.mp4": MadeVideo(sound_s=0.2, frames=FRAMES),
    "\N{WEIGHT LIFTER} set 3.mp4": MadeVideo(frames=FRAMES),
    "-dash.mp4": MadeVideo(frames=FRAMES),
}
_WROUGHT: dict[str, Callable[[Path], Path]] = {
    "two films.mov": two_films,
    "two films.mkv": two_films,
    "cover.mp4": with_cover,
    "two sounds.mp4": two_sounds,
    "edit list.mp4": MadeFlash(pictures_from_s=0.3, b_frames=3).write,
    "broadcast.ts": MadeFlash(b_frames=2).write,
}
ZOO: dict[str, Callable[[Path], Path]] = {
    **{name: made.write for name, made in _PLAIN.items()},
    **_WROUGHT,
}


def frames_of(name: str) -> int:
    """How many pictures a file of the zoo has."""
    made = _PLAIN.get(name)
    if isinstance(made, MadeVideo):
        return len(made.stamps_s or range(made.frames))
    return FRAMES if _WROUGHT[name] in {two_films, with_cover, two_sounds} else FLASHES


def fps_of(name: str) -> float:
    """Its mean frame rate."""
    made = _PLAIN.get(name)
    if not isinstance(made, MadeVideo):
        return 30.0
    return made.fps if made.stamps_s is None else 5 / _UNEVEN_S[-1]


def size_of(name: str) -> tuple[int, int]:
    """Width and height as it is to be shown."""
    made = _PLAIN.get(name)
    width, height = made.size if isinstance(made, MadeVideo) else (64, 48)
    turned = isinstance(made, MadeVideo) and made.rotation_deg in {90, 270}
    return (height, width) if turned else (width, height)


def _film(container: av.container.OutputContainer) -> av.VideoStream:
    film = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
    film.width, film.height, film.pix_fmt = 64, 48, "yuv420p"
    return film


def _fill(
    container: av.container.OutputContainer, film: av.VideoStream, count: int = FRAMES
) -> None:
    for index in range(count):
        size = (film.width, film.height)
        frame = av.VideoFrame.from_ndarray(picture(size, index), format="bgr24")
        frame.pts, frame.time_base = index, Fraction(1, 30)
        container.mux(film.encode(frame))
    container.mux(film.encode(None))


def _with_second(path: Path, size: tuple[int, int], *, cover: bool = False) -> Path:
    with av.open(str(path), "w") as container:
        if cover:
            second = container.add_stream("mjpeg", rate=30)
            second.width, second.height, second.pix_fmt = *size, "yuvj420p"
            second.disposition = Disposition.attached_pic
            film = _film(container)
        else:
            film = _film(container)
            second = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
            second.width, second.height, second.pix_fmt = *size, "yuv420p"
        _fill(container, second, 1 if cover else FRAMES)
        _fill(container, film)
    return path


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in ZOO.items():
        make(folder / name)
