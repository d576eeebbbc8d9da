"""What `--blur-faces` asks of a folder: no picture of an earlier run may stay in it as it is."""

from collections.abc import Sequence
from pathlib import Path

from hingecheck.errors import OutputError
from hingecheck.report.printable import printable
from hingecheck.report.telling import PICTURED


def require_no_faces(folder: Path, names: Sequence[str]) -> None:
    """Refuses a folder in which pictures would stay beside the ones that are written.

    Args:
        folder: of the results.
        names: files that are written now, and so replaced.

    Raises:
        OutputError: there is such a file.
    """
    for output in PICTURED:
        path = folder / output.file_name
        if output.file_name not in names and path.is_file():
            raise OutputError(
                f"{printable(path)} is of an earlier run and may show faces; --blur-faces would "
                "leave it as it is. Remove it, or name another place with -o DIR"
            )
