"""Reads a criteria file; what it may say stands in `analysis/criteria.py`."""

import tomllib
from pathlib import Path
from typing import Any

from hingecheck.errors import CriteriaError


def read_criteria_file(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        CriteriaError: the file cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CriteriaError(f"{path.name} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CriteriaError(f"{path.name} is no TOML file: {error}") from error
