"""A real scheduler, two worker processes and a store that speaks S3, all on loopback."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from hingecheck.batch import dask_crew
from hingecheck.batch.clip import Clip, Done, Failed, Outcome, Wish
from hingecheck.batch.dask_crew import DaskCrew
from hingecheck.batch.results import LocalResults
from hingecheck.batch.running import outcomes
from hingecheck.batch.shelf import Shelf
from hingecheck.cli import main
from hingecheck.domain.output import Output
from hingecheck.errors import ClusterUnavailable
from tests.batch.conftest import Cluster
from tests.batch.test_running import Heard
from tests.made_video import MadeVideo

pytestmark = pytest.mark.cluster

WISH = Wish((Output.JSON, Output.CSV, Output.TRACK))


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A recording of two chunks; what it shows is the engine's own business."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    return MadeVideo(size=(64, 48), frames=260, keyframe_every=260).write(path).read_bytes()


def worked(crew: DaskCrew, clips: list[Clip]) -> dict[str, Outcome]:
    """What becomes of each, by its name."""
    with crew:
        return {told.clip.name: told for told in outcomes(Shelf(clips), crew, Heard())}


def kill_when(note: Path) -> threading.Thread:
    """Ends the process that looks at a slow recording, in the middle of it."""

    def wait_and_kill() -> None:
        while not (note.exists() and note.read_text()):
            time.sleep(0.02)
        os.kill(int(note.read_text()), signal.SIGKILL)

    thread = threading.Thread(target=wait_and_kill, daemon=True)
    thread.start()
    return thread


def test_a_long_recording_is_shared(cluster: Cluster, film: bytes, tmp_path: Path) -> None:
    """In two stretches on two workers it has the same bytes as alone."""
    (tmp_path / "long.mp4").write_bytes(film)
    clip = Clip(str(tmp_path / "long.mp4"))
    files = []
    for most_chunks, name in ((1, "shared"), (99, "alone")):
        results = LocalResults(tmp_path / name)
        crew = DaskCrew(cluster.address, WISH, results, most_chunks)
        (told,) = worked(crew, [clip]).values()
        assert isinstance(told, Done)
        folder = results.root / told.record.folder
        files.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert files[0] == files[1]
    assert len(files[0]) == 4


def test_from_a_store_to_a_store(
    cluster: Cluster, store: str, film: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line from S3 to S3: one bad file has its line, again nothing is done twice."""
    import fsspec  # noqa: PLC0415 - an extra

    s3 = fsspec.filesystem("s3")
    for name, content in {"anna/a.mp4": film, "ben/-bad.mp4": b"", "anna/a.txt": b""}.items():
        s3.pipe_file(f"season/films/{name}", content)
    # the results lie among the films, and are never taken for some
    s3.pipe_file("season/films/earlier/clip.json", b"{}")
    s3.pipe_file("season/films/earlier/annotated.mp4", film)
    out = f"{store}/films/out"
    call = ["batch", f"{store}/films", "-o", out, "--dask", cluster.address]
    for kept in ("", " (1 of them earlier)"):
        with pytest.raises(SystemExit) as stop:
            main([*call, "--only", "csv"])
        said = capsys.readouterr()
        assert stop.value.code == 7
        assert said.out == f"1 of 2 recordings done{kept}, 1 failed.\n{out}/summary.html\n"
        assert "ben/-bad.mp4 is empty" in said.err
    inside = "season/films/out/"
    names = {path.removeprefix(inside) for path in s3.find(inside)}
    folder = next(name for name in names if name.endswith("clip.json")).rpartition("/")[0]
    assert folder.startswith("anna/a-")
    results = {f"{folder}/{name}" for name in ("report.json", "signals.csv", "track.npz")}
    assert names == {*results, f"{folder}/clip.json", "summary.html", "summary.csv", "reps.csv"}


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address without a scheduler is one clear line."""
    monkeypatch.setattr(dask_crew, "_CONNECT_S", 0.2)
    results = LocalResults(Path("out"))
    with pytest.raises(ClusterUnavailable, match="No Dask scheduler answers at tcp://127"):
        DaskCrew("tcp://127.0.0.1:9", WISH, results).__enter__()


def test_a_worker_may_die(cluster: Cluster, film: bytes, tmp_path: Path) -> None:
    """One that is killed in the middle costs nothing: what lay on it is done by another one."""
    for name in ("slow.mp4", "fine.mp4"):
        (tmp_path / name).write_bytes(film)
    killer = kill_when(cluster.note)
    clips = [Clip(str(path)) for path in sorted(tmp_path.glob("*.mp4"))]
    told = worked(DaskCrew(cluster.address, WISH, LocalResults(tmp_path / "out")), clips)
    killer.join()
    assert [type(told[name]) for name in ("slow.mp4", "fine.mp4")] == [Done, Done]


def test_a_recording_that_kills(cluster: Cluster, film: bytes, tmp_path: Path) -> None:
    """Where workers die of it, alone as well, it is set aside with its reason."""
    (tmp_path / "deadly.mp4").write_bytes(film)
    crew = DaskCrew(cluster.address, WISH, LocalResults(tmp_path / "out"))
    (deadly,) = worked(crew, [Clip(str(tmp_path / "deadly.mp4"))]).values()
    assert isinstance(deadly, Failed)
    assert "deadly.mp4 was set aside" in deadly.reason
    assert "1 Dask worker that had nothing else to do" in deadly.reason
