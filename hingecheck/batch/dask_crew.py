"""The workers of an existing Dask cluster; to the batch they are a crew like any other."""

from collections import deque
from queue import Empty, SimpleQueue
from typing import Any, Final, Self

import hingecheck
from hingecheck.batch.clip import Clip, Failed, Outcome, Wish
from hingecheck.batch.clip_walk import Long, own_fault
from hingecheck.batch.cluster_work import work_part, work_rest, work_whole
from hingecheck.batch.crew import Event, Finished, SetAside
from hingecheck.batch.results import Results
from hingecheck.capture.track_parts import stretches
from hingecheck.errors import ClusterUnavailable, MissingExtra
from hingecheck.report.printable import printable

# A recording of more chunks than this (8 s each at 30 frames a second) is worth sharing: copying
# and decoding it once more per worker costs less than one worker's wait.
MOST_CHUNKS: Final = 24
# A part of fewer chunks than this is not worth another copy of the recording.
_LEAST_CHUNKS: Final = 8
# So many recordings per worker are handed over at a time; the rest wait here at no cost.
_AHEAD_PER_WORKER: Final = 3
_CONNECT_S: Final = 20.0
# Workers that have just died are being started again.
_WORKERS_S: Final = 60.0


class DaskCrew:
    """Used as `with DaskCrew(address, wish, results) as crew:`; leaving it cancels what is left.

    Dask gives a task whose worker died to another one, and gives it up after several deaths
    (`distributed.scheduler.allowed-failures`, 3 by default). But it blames every task that lay on
    the worker. So a recording that is given up is tried again with nothing else on the
    cluster, and only if workers die of it then as well is it set aside.

    Args:
        address: of the scheduler, such as `tcp://10.0.0.1:8786`.
        wish: what is to be done.
        results: where the results go; every worker must reach it.
        most_chunks: a recording of more chunks than this is shared by several workers.
    """

    def __init__(
        self, address: str, wish: Wish, results: Results, most_chunks: int = MOST_CHUNKS
    ) -> None:
        self._address = address
        self._wish = wish
        self._results = results
        self._most_chunks = most_chunks
        self._suspects: deque[Clip] = deque()
        self._alone: Clip | None = None
        self._done: SimpleQueue[tuple[Clip, Any]] = SimpleQueue()
        self._client: Any = None
        self._busy: dict[Clip, list[Any]] = {}  # every future of a recording, the last one counts

    def __enter__(self) -> Self:
        """Connects.

        Raises:
            MissingExtra: distributed is not installed.
            ClusterUnavailable: nobody answers, or a worker has another version of hingecheck.
        """
        try:
            import distributed  # noqa: PLC0415 - an extra
        except ImportError as cause:
            raise MissingExtra(
                "--dask needs distributed, which is not installed. "
                "Run: pip install 'hingecheck[cluster]'"
            ) from cause
        try:
            new_client: Any = distributed.Client  # it tells no types
            self._client = new_client(self._address, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as cause:
            raise ClusterUnavailable(
                f"No Dask scheduler answers at {printable(self._address)}; expected an address "
                "such as tcp://10.0.0.1:8786. Start one with: dask scheduler"
            ) from cause
        try:
            self._require_workers()
        except ClusterUnavailable:
            self._client.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._client.cancel([one for futures in self._busy.values() for one in futures])
        self._client.close()

    @property
    def has_room(self) -> bool:
        """Whether another recording may be handed over."""
        most = _AHEAD_PER_WORKER * max(1, self._workers)
        return not self._suspects and self._alone is None and len(self._busy) < most

    @property
    def is_busy(self) -> bool:
        """Whether one is being looked at."""
        return bool(self._busy or self._suspects)

    def give(self, task: Clip) -> None:
        """Hands a recording over."""
        self._submit(task, [], work_whole, self._most_chunks)

    def wait(self, timeout_s: float | None = None) -> list[Event[Clip, Outcome]]:
        """What has happened since; waits for something to happen, but no longer than told.

        Raises:
            ClusterUnavailable: the scheduler has gone.
        """
        try:
            clip, future = self._done.get(timeout=timeout_s)
        except Empty:
            self._require_scheduler()
            return []
        if future is not self._busy.get(clip, [None])[-1]:
            return []
        del self._busy[clip]
        events = self._events(clip, future)
        if clip == self._alone and clip not in self._busy:
            self._alone = None
        if self._suspects and not self._busy:
            self._alone = self._suspects.popleft()
            self.give(self._alone)
        return events

    def _events(self, clip: Clip, future: Any) -> list[Event[Clip, Outcome]]:
        try:
            found = future.result()
        except Exception as error:  # noqa: BLE001 - whatever happened on a worker comes out here
            return self._failed(clip, error)
        if isinstance(found, Long):
            self._share(clip, found)
            return []
        return [Finished(clip, found)]

    def _failed(self, clip: Clip, error: Exception) -> list[Event[Clip, Outcome]]:
        kind = type(error).__name__  # its class is in an extra
        if kind == "KilledWorker":
            if clip == self._alone:
                return [SetAside(clip, _deaths(error))]
            self._suspects.append(clip)
            return []
        if kind in ("CancelledError", "FutureCancelledError"):
            self._require_scheduler()
            self.give(clip)
            return []
        return [Finished(clip, Failed(clip, own_fault(error)))]

    def _share(self, clip: Clip, found: Long) -> None:
        """Gives each of several workers a stretch, and one of them all that comes after."""
        count = min(self._workers, found.chunks // min(_LEAST_CHUNKS, self._most_chunks))
        parts = [
            self._client.submit(work_part, clip, self._wish, stretch, pure=False)
            for stretch in stretches(found.chunks, count)
        ]
        self._submit(clip, parts, work_rest, *parts)

    def _submit(self, clip: Clip, before: list[Any], work: Any, *more: Any) -> None:
        future: Any = self._client.submit(work, clip, self._wish, self._results, *more, pure=False)
        self._busy[clip] = [*before, future]
        future.add_done_callback(lambda done: self._done.put((clip, done)))

    @property
    def _workers(self) -> int:
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def _require_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WORKERS_S)
        except TimeoutError as cause:
            raise ClusterUnavailable(
                f"The Dask scheduler at {printable(self._address)} has no workers. "
                f"Start some with: dask worker {printable(self._address)} --nthreads 1"
            ) from cause
        try:
            versions = set(self._client.run(_version).values())
        except ImportError as cause:
            raise ClusterUnavailable(
                "hingecheck is not installed on every Dask worker; install the same version there"
            ) from cause
        if versions != {hingecheck.__version__}:
            raise ClusterUnavailable(
                f"The Dask workers have hingecheck {', '.join(sorted(versions))}, this is "
                f"{hingecheck.__version__}; install the same version everywhere"
            )

    def _require_scheduler(self) -> None:
        if self._client.status not in ("running", "connecting"):
            raise ClusterUnavailable(
                f"The Dask scheduler at {printable(self._address)} has gone. "
                "Start it and run the same command again"
            )


def _version() -> str:
    return hingecheck.__version__


def _deaths(error: Any) -> str:
    count = getattr(error, "allowed_failures", 0) + 1
    return f"{count} Dask worker{'s' if count > 1 else ''} that had nothing else to do"
