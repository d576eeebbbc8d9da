"""How much memory a long recording takes.

    python -m bench.memory [--minutes 10] [--clip sample_clips/swing_side_good.mp4]

Repeats a clip to the length asked for (the packets, without encoding again), runs the whole
`hingecheck analyze` on it in a process of its own, and prints that process's peak memory, and the
growth per frame against the clip itself.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import av
import click

ROOT = Path(__file__).parents[1]


@click.command()
@click.option("--minutes", default=10.0, show_default=True)
@click.option(
    "--clip",
    default=ROOT / "sample_clips" / "swing_side_good.mp4",
    type=click.Path(path_type=Path, exists=True),
)
@click.option("--model", default="full", show_default=True)
def main(minutes: float, clip: Path, model: str) -> None:
    """Measures the clip as it is, then repeated, and prints both."""
    with tempfile.TemporaryDirectory() as folder:
        once = _measured(clip, Path(folder) / "once", model)
        long_clip = Path(folder) / "long.mp4"
        frames, long_frames = _repeated(clip, long_clip, minutes * 60)
        many = _measured(long_clip, Path(folder) / "many", model)
    growth = (many - once) * 1e6 / max(1, long_frames - frames)
    print(f"clip: {frames} frames, peak {once:.0f} MB")
    print(f"{minutes:g} minutes: {long_frames} frames, peak {many:.0f} MB")
    print(f"growth: {growth / 1e3:.1f} kB per frame")


def _measured(clip: Path, output: Path, model: str) -> float:
    """Peak resident memory in MB of one `hingecheck analyze`.

    The system keeps only the largest child's peak, so the shorter run must come first.
    """
    command = [sys.executable, "-c", "from hingecheck.cli import main; main()"]
    arguments = ["analyze", str(clip), "-o", str(output), "-q", "--model", model]
    subprocess.run(command + arguments, check=True, cwd=ROOT)  # noqa: S603 - our own program
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3


def _repeated(clip: Path, target: Path, seconds: float) -> tuple[int, int]:
    """Writes the clip's packets again and again; gives the frames of one round and of all."""
    written, rounds, shift = 0, 0, 0
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
            rounds += 1
    return written // rounds, written


if __name__ == "__main__":
    main()
