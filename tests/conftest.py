"""What every test stands on."""

import os
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_clip import write_tiny_clip

# Numbers that misbehave are errors; underflow to zero is what a filter's tail does.
np.seterr(divide="raise", over="raise", invalid="raise")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where `HINGECHECK_NO_SKIPS` is set, a test that was skipped has failed."""
    report = yield
    if os.environ.get("HINGECHECK_NO_SKIPS") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must not be skipped here: {reason}"
    return report


@pytest.fixture(scope="session")
def tiny_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip of eight frames with a lifter in it, made once; to be read only."""
    return write_tiny_clip(tmp_path_factory.mktemp("tiny") / "swing.mp4")
