"""Finds the pose model and makes sure that it is the one we ship."""

import hashlib
import os
from enum import StrEnum
from pathlib import Path

from hingecheck.errors import ModelFileError

ENVIRONMENT_VARIABLE = "HINGECHECK_MODEL"


class Model(StrEnum):
    """The three sizes of the pose model."""

    LITE = "lite"
    FULL = "full"
    HEAVY = "heavy"


DEFAULT_MODEL = Model.FULL

# Written by models/build.py; models/README.md says where the graphs come from.
SHA256 = {
    Model.LITE: "1027b565ed4b4b211a33f4a53a6e3965725a0c891e14388b4829473447c000f5",
    Model.FULL: "fb125aeef3979417d7c57020fe67d2c39f611fcef5eb4e469b625cb2b1cab4e1",
    Model.HEAVY: "170a8d8938ef5f41e061f5942ea21ab08a4e746ff571b7bc36f71340f69e7ce2",
}


def chosen_model(asked: str | None) -> Model:
    """The model asked for, else the environment's `HINGECHECK_MODEL`, else full.

    Raises:
        ModelFileError: the name is none of lite, full, heavy.
    """
    name = asked or os.environ.get(ENVIRONMENT_VARIABLE) or DEFAULT_MODEL
    try:
        return Model(name)
    except ValueError as cause:
        known = ", ".join(Model)
        raise ModelFileError(f"There is no pose model {name!r}. Choose one of: {known}") from cause


def model_file(model: Model, folders: list[Path] | None = None) -> Path:
    """The checked bundle of a model.

    Args:
        model: which size.
        folders: where to look, first match wins; by default inside the installed package, then
            beside it (a checkout or an editable install).

    Raises:
        ModelFileError: no such file, or its SHA-256 is not the one we ship.
    """
    name = f"pose_landmarker_{model}.task"
    searched = folders if folders is not None else _default_folders()
    for folder in searched:
        path = folder / name
        if path.is_file():
            _require_checksum(path, SHA256[model])
            return path
    places = " and ".join(str(folder) for folder in searched)
    raise ModelFileError(
        f"The pose model {name} is missing; looked in {places}. Install hingecheck again"
    )


def _default_folders() -> list[Path]:
    package = Path(__file__).resolve().parents[1]
    return [package / "models", package.parent / "models"]


def _require_checksum(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as cause:
        raise ModelFileError(f"The pose model {path} cannot be read: {cause.strerror}") from cause
    if found != expected:
        raise ModelFileError(
            f"The pose model {path} is damaged or another file: its SHA-256 is {found[:12]}..., "
            f"expected {expected[:12]}.... Install hingecheck again, or rebuild it with "
            "models/build.py"
        )
