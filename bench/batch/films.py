"""Films for a batch: a sample clip at any length, no two the same recording."""

from pathlib import Path

import av

ROOT = Path(__file__).parents[2]
CLIP = ROOT / "sample_clips" / "swing_side_lean_back.mp4"


def made_films(folder: Path, count: int, frames: int) -> list[Path]:
    """Copies of the sample clip of any length, no two with the same bytes."""
    folder.mkdir(parents=True)
    first = folder / "film000.mp4"
    _write_film(first, frames)
    films = [folder / f"film{number:03d}.mp4" for number in range(count)]
    content = first.read_bytes()
    for number, film in enumerate(films):
        # a box that every reader passes over: its length, its kind, and a number
        film.write_bytes(content + (12).to_bytes(4) + b"free" + number.to_bytes(4))
    return films


def _write_film(path: Path, frames: int) -> None:
    """The clip's packets again and again, without encoding."""
    with av.open(str(path), "w") as output, av.open(str(CLIP)) as source:
        stream = source.streams.video[0]
        copy = output.add_stream_from_template(stream)
        written, shift = 0, 0
        while written < frames:
            source.seek(0)
            for packet in source.demux(stream):
                if packet.dts is None or written >= frames:
                    continue
                packet.pts, packet.dts = (packet.pts or 0) + shift, packet.dts + shift
                packet.stream = copy
                output.mux(packet)
                written += 1
            shift += stream.duration or 0
