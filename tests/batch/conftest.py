"""A cluster and a store of our own, both on loopback."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[2]


@frozen
class Cluster:
    """A running scheduler with two worker processes.

    Attributes:
        address: of the scheduler.
        note: where a slow recording leaves the number of the process that looks at it.
    """

    address: str
    note: Path


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of an empty bucket of a server that speaks S3."""
    moto = pytest.importorskip("moto.server", reason="needs moto[server]")
    pytest.importorskip("s3fs", reason="needs s3fs")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    told = {
        "AWS_ACCESS_KEY_ID": "made",
        "AWS_SECRET_ACCESS_KEY": "up",
        "AWS_DEFAULT_REGION": "us-east-1",
        "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in told.items():
            patch.setenv(name, value)
        import fsspec  # noqa: PLC0415 - reads the environment when it is first imported

        fsspec.config.set_conf_env(fsspec.config.conf)
        fsspec.filesystem("s3").mkdir("season")
        yield "s3://season"
    server.stop()


@pytest.fixture(scope="module")
def cluster(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two worker processes with an engine that costs nothing; Dask blames at the first death."""
    del store  # its environment is handed down to the workers
    distributed: Any = pytest.importorskip("distributed", reason="needs distributed")
    import dask  # noqa: PLC0415 - an extra

    note = tmp_path_factory.mktemp("cluster") / "note"
    env = {**os.environ, "HINGECHECK_TEST_NOTE": str(note), "PYTHONPATH": str(ROOT)}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            env=env,
            preload=["tests.batch.fake_engine"],
            silence_logs=logging.CRITICAL,
        ) as running,
    ):
        yield Cluster(running.scheduler_address, note)
