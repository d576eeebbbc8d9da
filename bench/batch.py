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
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
import click

ROOT = Path(__file__).parents[1]
CLIP = ROOT / "sample_clips" / "swing_side_lean_back.mp4"
PROGRAM = [sys.executable, "-c", "from hingecheck.cli import main; main()"]
# The walk's own engine on the walk's own frames, and nothing else.
BARE = """
import sys
from pathlib import Path
from hingecheck.capture.mediapipe_landmarker import mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.shrinking import shrunk
from hingecheck.capture.video import opened
from attrs import evolve
for path in sys.argv[2:]:
    model = model_file(Model(sys.argv[1]))
    with opened(Path(path)) as reader, mediapipe_landmarker(model) as engine:
        for frame in reader.frames():
            engine.see(evolve(frame, picture=shrunk(frame.picture)[0]))
"""


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
        bare = [_bare(films, model, jobs) for jobs in (1, 2)]
        print(f"bare loop: {_told(bare, clips, frames)}", flush=True)
        flags = ["--model", model, *([] if video else ["--only", "json"])]
        whole = [_batch_s(films, Path(name) / f"out{jobs}", jobs, flags) for jobs in (1, 2)]
        print(f"batch:     {_told(whole, clips, frames)}", flush=True)
        dask_s = _dask_s(films, Path(name) / "dask", flags)
        print(f"two Dask workers, already running: {dask_s:.1f} s, {dask_s / whole[1]:.2f} of two")


@main.command()
@click.option("--model", default="full", show_default=True)
@click.option("--lengths", default="216,864,3456", show_default=True)
def growth(model: str, lengths: str) -> None:
    """One recording of several lengths, with everything that is written, on one process."""
    with tempfile.TemporaryDirectory() as name:
        for length in map(int, lengths.split(",")):
            film = made_films(Path(name) / f"films{length}", 1, length)
            flags = ["--model", model]
            before_s = _processor_s()
            taken_s = _batch_s(film, Path(name) / f"out{length}", 1, flags)
            used_s = _processor_s() - before_s
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
        run = _started(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        peaks = _watched(run, out, clips)
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
        taken_s = _batch_s([films], Path(name) / "calm", 2, ["--model", "lite"])
        calm = contents(Path(name) / "calm")
        print(f"undisturbed: {taken_s:.1f} s, {len(calm)} files")
        count, rounds = 0, 0
        while count < wanted:
            if _killed(films, out, dice.uniform(0, taken_s)):
                count += 1
                _require_whole(out, calm)
                continue
            rounds += 1  # it was done before the kill: begin again
            _require_same(out, calm)
            shutil.rmtree(out)
        _batch_s([films], out, 2, ["--model", "lite"])
        _require_same(out, calm)
        print(
            f"{count} kills, {rounds} runs that were done before one: nothing lost, nothing half,"
        )
        print("the same bytes at the end")


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


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".hingecheck.lock"
    }


def _started(call: Sequence[object], **how: Any) -> "subprocess.Popen[Any]":
    arguments = [str(part) for part in call]
    return subprocess.Popen(arguments, cwd=ROOT, **how)  # noqa: S603 - our own program


def _processor_s() -> float:
    """Seconds of processor that ended children, and theirs, have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _bare(films: list[Path], model: str, jobs: int) -> float:
    begun_s = time.monotonic()
    runs = [
        _started([sys.executable, "-c", BARE, model, *films[place::jobs]]) for place in range(jobs)
    ]
    if any(run.wait() for run in runs):
        raise RuntimeError("the bare loop failed")
    return time.monotonic() - begun_s


def _batch_s(films: Sequence[Path], out: Path, jobs: int, flags: list[str]) -> float:
    begun_s = time.monotonic()
    run = _started([*PROGRAM, "batch", *films, "-o", out, "--jobs", jobs, "-q", *flags])
    if run.wait():
        raise RuntimeError("the batch failed")
    return time.monotonic() - begun_s


def _dask_s(films: Sequence[Path], out: Path, flags: list[str]) -> float:
    """The same on two worker processes that have done one recording before."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    how = {"host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(n_workers=2, threads_per_worker=1, **how) as cluster:
        dask = ["--dask", cluster.scheduler_address, *flags]
        _batch_s(films[:2], out.with_name("warm"), 2, dask)
        return _batch_s(films, out, 2, dask)


def _told(seconds: list[float], clips: int, frames: int) -> str:
    rate = clips * frames / seconds[0]
    return (
        f"one {seconds[0]:.1f} s ({rate:.1f} frames/s), two {seconds[1]:.1f} s, "
        f"ratio {seconds[0] / seconds[1]:.2f}"
    )


def _watched(run: "subprocess.Popen[Any]", out: Path, clips: int) -> list[tuple[int, list[int]]]:
    """The processes' resident memory at every tenth of the recordings."""
    peaks: list[tuple[int, list[int]]] = []
    while run.poll() is None:
        done = len(list(out.glob("*/clip.json")))
        if done >= (len(peaks) + 1) * clips // 10:
            peaks.append((done, _resident_mb(run.pid)))
        time.sleep(0.5)
    return peaks


def _resident_mb(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in status.read_text().splitlines())
        except OSError:  # it has just ended
            continue
        if told["PPid"].strip() == str(parent) and "VmRSS" in told:
            found.append(int(told["VmRSS"].split()[0]) // 1000)
    return sorted(found, reverse=True)


def _killed(films: Path, out: Path, after_s: float) -> bool:
    """Whether the program was still at work when it was killed."""
    run = _started([*PROGRAM, "batch", films, "-o", out, "--jobs", 2, "-q", "--model", "lite"])
    try:
        run.wait(after_s)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return True
    return False


def _require_whole(out: Path, calm: dict[str, bytes]) -> None:
    """Every recording that says it is done has all its files, with the right bytes."""
    for marker in out.glob("*/clip.json"):
        for name, content in calm.items():
            if name.startswith(f"{marker.parent.name}/"):
                found = out / name
                if not found.exists() or found.read_bytes() != content:
                    raise RuntimeError(f"{name} is half, or gone")


def _require_same(out: Path, calm: dict[str, bytes]) -> None:
    found = contents(out)
    if found != calm:
        odd = sorted(name for name in found.keys() ^ calm.keys())
        odd += [name for name in found.keys() & calm.keys() if found[name] != calm[name]]
        raise RuntimeError(f"not the same as undisturbed: {odd[:5]}")


if __name__ == "__main__":
    main()
