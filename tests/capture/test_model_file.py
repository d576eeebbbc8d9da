"""The committed models, their README, and how a model is found."""

import ast
import hashlib
import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from hingecheck.capture import model_file as module
from hingecheck.capture.model_file import (
    DEFAULT_MODEL,
    ENVIRONMENT_VARIABLE,
    SHA256,
    Model,
    chosen_model,
    model_file,
)
from hingecheck.errors import ModelFileError

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "models"
README = (MODELS / "README.md").read_text(encoding="utf-8")
CONTENT = b"not a model, but what the test ships"


@pytest.mark.parametrize("model", Model)
def test_the_committed_bundles(model: Model) -> None:
    """Each bundle is the one whose SHA-256 stands in the code and in the README."""
    name = f"pose_landmarker_{model}.task"
    found = hashlib.sha256((MODELS / name).read_bytes()).hexdigest()
    assert found == SHA256[model]
    assert f"| `{name}` | `{found}` |" in README


def test_the_readme_lists_the_graphs_that_go_in() -> None:
    """The README's checksums of the graphs are those that the build script demands."""
    [inputs] = [
        ast.literal_eval(node.value)
        for node in ast.parse((MODELS / "build.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SHA256"
    ]
    listed = re.findall(r"`[\w/]+\.tflite` \| `([0-9a-f]{64})`", README)
    assert sorted(listed) == sorted(inputs.values())


def test_no_bundle_is_forgotten() -> None:
    """Every file of a model is in the code's list, and the built wheel carries it."""
    committed = {path.name for path in MODELS.glob("*.task")}
    assert committed == {f"pose_landmarker_{model}.task" for model in Model}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert wheel == {f"models/{name}": f"hingecheck/models/{name}" for name in committed}


@pytest.mark.parametrize("model", Model)
def test_a_bundle_is_two_graphs_in_an_open_zip(model: Model) -> None:
    """Uncompressed and without a date, as the build script writes it."""
    with zipfile.ZipFile(MODELS / f"pose_landmarker_{model}.task") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        "pose_detector.tflite",
        "pose_landmarks_detector.tflite",
    ]
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_default_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a wish, and with an empty one, the model is full."""
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    assert chosen_model(None) is DEFAULT_MODEL is Model.FULL
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "")
    assert chosen_model(None) is Model.FULL


def test_the_environment_is_asked_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for by name wins over `HINGECHECK_MODEL`."""
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "lite")
    assert chosen_model(None) is Model.LITE
    assert chosen_model("heavy") is Model.HEAVY


@pytest.mark.parametrize("name", ["huge", "FULL", "../full", "full.task"])
@pytest.mark.parametrize("by_environment", [True, False])
def test_an_unknown_model(name: str, by_environment: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong name is told with the three that exist."""
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, name)
    with pytest.raises(ModelFileError, match="Choose one of: lite, full, heavy") as raised:
        chosen_model(None if by_environment else name)
    assert repr(name) in str(raised.value)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder that lies nowhere near the models, and a model that is quick to check."""
    folder = tmp_path / "site" / "hingecheck"
    (folder / "capture").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(folder / "capture" / "model_file.py"))
    monkeypatch.setitem(SHA256, Model.LITE, hashlib.sha256(CONTENT).hexdigest())
    return folder


def put(folder: Path, content: bytes = CONTENT) -> Path:
    """Puts the lite model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pose_landmarker_lite.task"
    path.write_bytes(content)
    return path


def test_found_in_a_wheel(package: Path) -> None:
    """An installed wheel carries the models inside the package."""
    expected = put(package / "models")
    assert model_file(Model.LITE) == expected


def test_found_in_a_checkout(package: Path) -> None:
    """A checkout, or an editable install of it, has them beside the package."""
    expected = put(package.parent / "models")
    assert model_file(Model.LITE) == expected


def test_the_wheels_own_wins(package: Path) -> None:
    """Where both are there, the package's own is taken."""
    expected = put(package / "models")
    put(package.parent / "models", b"another")
    assert model_file(Model.LITE) == expected


def test_found_in_this_very_checkout() -> None:
    """The tests themselves run on the committed models."""
    assert model_file(Model.LITE).read_bytes()[:4] == b"PK\x03\x04"


def test_missing(package: Path) -> None:
    """A missing model is told with the places that were searched and what to do."""
    with pytest.raises(ModelFileError, match=r"pose_landmarker_lite\.task is missing") as raised:
        model_file(Model.LITE)
    assert str(package / "models") in str(raised.value)
    assert str(package.parent / "models") in str(raised.value)
    assert "Install hingecheck again" in str(raised.value)


@pytest.mark.parametrize("content", [b"", CONTENT[:-1], CONTENT + b"x", b"X" + CONTENT[1:]])
def test_damaged(content: bytes, package: Path) -> None:
    """Any other byte gives a line that says which file, and how to put it right."""
    path = put(package / "models", content)
    with pytest.raises(ModelFileError, match="damaged or another file") as raised:
        model_file(Model.LITE)
    assert str(path) in str(raised.value)
    assert "Install hingecheck again" in str(raised.value)


def test_not_allowed(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that may not be read gives the system's reason."""
    put(package / "models")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ModelFileError, match="cannot be read: Permission denied"):
        model_file(Model.LITE)


def test_folders_of_ones_own(tmp_path: Path, package: Path) -> None:
    """Folders that are handed in are searched in their order, and no others."""
    put(package / "models")
    with pytest.raises(ModelFileError, match="is missing"):
        model_file(Model.LITE, [tmp_path / "empty"])
    expected = put(tmp_path / "second")
    assert model_file(Model.LITE, [tmp_path / "empty", tmp_path / "second"]) == expected
