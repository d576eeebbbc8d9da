"""What an installed wheel holds."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hingecheck.capture.model_file import SHA256, Model, model_file

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built as pip builds it and unpacked as pip unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own build
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_its_models(unpacked_wheel: Path) -> None:
    """All three models are inside the package and pass their checksum."""
    models = unpacked_wheel / "hingecheck" / "models"
    for model in Model:
        assert model_file(model, [models]).parent == models


def test_an_installed_package_finds_its_own_models(unpacked_wheel: Path) -> None:
    """Away from any checkout the package uses the models that came with it."""
    code = (
        "from hingecheck.capture.model_file import Model, model_file;"
        "print(*(model_file(model) for model in Model), sep='\\n')"
    )
    found = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        cwd=unpacked_wheel.parent,
        env={**os.environ, "PYTHONPATH": str(unpacked_wheel)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert len(found) == len(SHA256)
    assert all(Path(line).is_relative_to(unpacked_wheel) for line in found)


def test_the_wheel_is_typed_and_has_no_tests(unpacked_wheel: Path) -> None:
    """Users get our types, the licence and the command; tests and benches stay at home."""
    assert (unpacked_wheel / "hingecheck" / "py.typed").exists()
    [facts] = unpacked_wheel.glob("hingecheck-*.dist-info")
    assert (facts / "licenses" / "LICENSE").exists()
    assert "hingecheck = hingecheck.cli:main" in (facts / "entry_points.txt").read_text()
    assert not {"tests", "bench", "docs"} & {path.name for path in unpacked_wheel.iterdir()}


def test_a_checkout_finds_its_models() -> None:
    """In a plain checkout or an editable install the models lie beside the package."""
    for model in Model:
        assert model_file(model).parent == ROOT / "models"
