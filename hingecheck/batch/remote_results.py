"""Results in a store such as S3: written here, then uploaded, the marker last."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from hingecheck.batch.places import store_errors, store_of, write_remote
from hingecheck.batch.results import RESULT_NAMES, fits
from hingecheck.domain.output import Output
from hingecheck.errors import OutputError
from hingecheck.report.clip_record import read_clip
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.schema.clip import CLIP_FILE, ClipRecord, IdentityPart


@frozen
class RemoteResults:
    """Results below an address; see `Results` for what each does.

    Attributes:
        address: of the folder of all results, such as `s3://bucket/results`.
    """

    address: str

    def kept(
        self, name: str, identity: IdentityPart, outputs: Sequence[Output]
    ) -> ClipRecord | None:
        """See `Results`."""
        folder = self.told(name)
        with store_errors(folder, OutputError):
            store, path = store_of(folder)
            try:
                record = read_clip(store.cat_file(f"{path}/{CLIP_FILE}"))
            except FileNotFoundError:
                return None
            if record is None or not fits(record, name, identity, outputs):
                return None
            there = {one["name"].rpartition("/")[2]: one["size"] for one in store.ls(path, True)}
        as_left = all(there.get(file) == size for file, size in record.files.items())
        return record if as_left else None

    @contextmanager
    def publishing(self, name: str) -> Iterator[OutputFolder]:
        """See `Results`."""
        folder = self.told(name)
        self._forget(folder)
        with tempfile.TemporaryDirectory(prefix="hingecheck-") as here:
            with OutputFolder(Path(here) / "results", RESULT_NAMES) as place:
                yield place
            with store_errors(folder, OutputError):
                store, path = store_of(folder)
                store.makedirs(path, exist_ok=True)
                for file in place.files:  # in the order in which they were announced
                    store.put_file(str(file), f"{path}/{file.name}")

    def write(self, name: str, content: bytes) -> None:
        """See `Results`."""
        write_remote(self.told(name), content)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A store has no locks, and nobody meets half a file in it."""
        yield

    def told(self, name: str) -> str:
        """See `Results`."""
        return f"{self.address.rstrip('/')}/{name}"

    def _forget(self, folder: str) -> None:
        """Removes what earlier settings left, the marker before all else."""
        with store_errors(folder, OutputError):
            store, path = store_of(folder)
            for name in (CLIP_FILE, *RESULT_NAMES):
                if store.exists(f"{path}/{name}"):
                    store.rm_file(f"{path}/{name}")
