"""Is everything there, and does it work?"""

import importlib.metadata
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
import numpy as np

import hingecheck
from hingecheck.capture.model_file import SHA256, Model, model_file
from hingecheck.domain.frame import Frame
from hingecheck.errors import HingecheckError, ModelFileError, OutputError

ENGINES = ("mediapipe", "opencv-contrib-python", "av", "numpy", "scipy")
_BROKEN = 5
# A grey picture: the engines must run on it, and must find nobody.
_PICTURE = np.full((256, 256, 3), 128, dtype=np.uint8)


def version_lines() -> list[str]:
    """hingecheck, the engines, the models (by the start of their SHA-256)."""
    engines = [f"{name} {_installed(name)}" for name in ENGINES]
    models = [f"pose model {model} {SHA256[model][:12]}" for model in Model]
    return [
        f"hingecheck {hingecheck.__version__}",
        f"Python {platform.python_version()}",
        *engines,
        *models,
    ]


def examine() -> int:
    """Tries every part on this machine, says a line for each, and gives the exit code."""
    click.echo("\n".join(version_lines()))
    checks: tuple[tuple[str, Callable[[], object]], ...] = (
        *((f"pose model {model} is complete", _model_check(model)) for model in Model),
        ("the pose model runs", _run_model),
        ("a video can be written and read", _write_and_read),
    )
    results = [_tried(name, check) for name, check in checks]
    return 0 if all(results) else _BROKEN


def _installed(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "is not installed"


def _tried(name: str, check: Callable[[], object]) -> bool:
    try:
        check()
    except (HingecheckError, OSError, ImportError) as problem:
        click.echo(f"not ok  {name}: {problem}")
        return False
    click.echo(f"ok      {name}")
    return True


def _model_check(model: Model) -> Callable[[], object]:
    return lambda: model_file(model)


def _run_model() -> None:
    from hingecheck.capture.mediapipe_landmarker import (  # noqa: PLC0415 - loads the engine
        mediapipe_landmarker,
    )

    with mediapipe_landmarker(model_file(Model.LITE)) as landmarker:
        if landmarker.see(Frame(0, 0.0, _PICTURE)) is not None:
            raise ModelFileError("it sees a person in an empty picture")


def _write_and_read() -> None:
    from hingecheck.capture.video import opened  # noqa: PLC0415 - loads OpenCV
    from hingecheck.report.h264_file import H264File, new_mp4  # noqa: PLC0415 - loads PyAV

    height, width = _PICTURE.shape[:2]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test.mp4"
        with new_mp4(path) as container:
            file = H264File(container, (width, height), 30.0)
            for index in range(3):
                file.add(_PICTURE, index / 30, 1 / 30)
            file.finish()
        with opened(path) as reader:
            frames = sum(1 for _ in reader.frames())
    if frames != 3:
        raise OutputError(f"wrote 3 pictures and read {frames}")
