"""What many recordings cost, and what a kill does to them.

    python -m bench.batch ratio     two processes against one, the bare loop's own ratio beside it
    python -m bench.batch growth    seconds and memory by length
    python -m bench.batch many      200 recordings, ten of them bad; peak memory of every process
    python -m bench.batch kills     twenty kill -9 at random moments

All run the real program in processes of its own on copies of a sample clip, each with another end
of file, so that no two are the same recording.
"""

import random
import resource
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import click

from bench.batch.films import CLIP, made_films
from bench.batch.killing import contents, killed, require_same, require_whole
from bench.batch.runs import PROGRAM, bare_s, batch_s, dask_s, processor_s, started
from bench.batch.watching import watched


@click.group()
def main() -> None:
    """Measures `hingecheck batch` on this machine."""


@main.command()
@click.option("--clips", default=4, show_default=True)
@click.option("--frames", default=216, show_default=True)
@click.option("--model", default="full", show_default=True)
@click.option("--video", is_flag=True, help="With the annotated video and all other files.")
def ratio(clips: int, frames: int, model: str, video: bool) -> None:
    """One process and two, of the program and of the bare loop."""
    with tempfile.TemporaryDirectory() as name:
        films = made_films(Path(name) / "films", clips, frames)
        bare = [bare_s(films, model, jobs) for jobs in (1, 2)]
        print(f"bare loop: {_told(bare, clips, frames)}", flush=True)
        flags = ["--model", model, *([] if video else ["--only", "json"])]
        whole = [batch_s(films, Path(name) / f"out{jobs}", jobs, flags) for jobs in (1, 2)]
        print(f"batch:     {_told(whole, clips, frames)}", flush=True)
        took_s = dask_s(films, Path(name) / "dask", flags)
        print(f"two Dask workers, already running: {took_s:.1f} s, {took_s / whole[1]:.2f} of two")


@main.command()
@click.option("--model", default="full", show_default=True)
@click.option("--lengths", default="216,864,3456", show_default=True)
def growth(model: str, lengths: str) -> None:
    """One recording of several lengths, with everything that is written, on one process."""
    with tempfile.TemporaryDirectory() as name:
        for length in map(int, lengths.split(",")):
            film = made_films(Path(name) / f"films{length}", 1, length)
            flags = ["--model", model]
            before_s = processor_s()
            taken_s = batch_s(film, Path(name) / f"out{length}", 1, flags)
            used_s = processor_s() - before_s
            peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
            minutes = length / 30 / 60
            size_mb = sum(map(len, contents(Path(name) / f"out{length}").values())) / 1e6
            print(
                f"{length} frames: {taken_s:.1f} s, {used_s:.1f} s of processor "
                f"({used_s / minutes:.0f} per clip-minute), results {size_mb:.1f} MB, "
                f"peak so far {peak_mb:.0f} MB"
            )


@main.command()
@click.option("--clips", default=200, show_default=True)
@click.option("--bad", default=10, show_default=True)
@click.option("--frames", default=8, show_default=True)
@click.option("--model", default="lite", show_default=True)
def many(clips: int, bad: int, frames: int, model: str) -> None:
    """Many recordings, some of them bad, and how the processes' memory grows."""
    with tempfile.TemporaryDirectory() as name:
        films, out = Path(name) / "films", Path(name) / "out"
        made_films(films, clips - bad, frames)
        for number in range(bad):
            content = [b"", b"no film", CLIP.read_bytes()[:3000]][number % 3]
            (films / f"bad{number}.mp4").write_bytes(content)
        call = [*PROGRAM, "batch", films, "-o", out, "--model", model, "--only", "json"]
        begun_s = time.monotonic()
        run = started(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        peaks = watched(run, out, clips)
        said, errors = run.communicate()
        print(
            f"exit {run.returncode} after {time.monotonic() - begun_s:.0f} s: "
            f"{said.splitlines()[0]}"
        )
        lines = [line for line in errors.splitlines() if line.startswith("hingecheck: ")]
        print(f"{len(lines)} lines on standard error of what failed")
        print(f"{len(list(out.glob('*/report.json')))} reports")
        for done, megabytes in peaks:
            print(f"after {done} recordings: memory of the processes {megabytes} MB")


@main.command()
@click.option("--clips", default=5, show_default=True)
@click.option("--frames", default=16, show_default=True)
@click.option("--kills", "wanted", default=20, show_default=True)
@click.option("--seed", default=1, show_default=True)
def kills(clips: int, frames: int, wanted: int, seed: int) -> None:
    """Kills the program at random moments, and compares with a run that nobody disturbed."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name:
        films, out = Path(name) / "films", Path(name) / "out"
        made_films(films, clips, frames)
        taken_s = batch_s([films], Path(name) / "calm", 2, ["--model", "lite"])
        calm = contents(Path(name) / "calm")
        print(f"undisturbed: {taken_s:.1f} s, {len(calm)} files")
        count, rounds = 0, 0
        while count < wanted:
            if killed(films, out, dice.uniform(0, taken_s)):
                count += 1
                require_whole(out, calm)
                continue
            rounds += 1  # it was done before the kill: begin again
            require_same(out, calm)
            shutil.rmtree(out)
        batch_s([films], out, 2, ["--model", "lite"])
        require_same(out, calm)
        print(
            f"{count} kills, {rounds} runs that were done before one: nothing lost, nothing half,"
        )
        print("the same bytes at the end")


def _told(seconds: list[float], clips: int, frames: int) -> str:
    rate = clips * frames / seconds[0]
    return (
        f"one {seconds[0]:.1f} s ({rate:.1f} frames/s), two {seconds[1]:.1f} s, "
        f"ratio {seconds[0] / seconds[1]:.2f}"
    )


if __name__ == "__main__":
    main()
