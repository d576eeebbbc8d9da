"""The names that a platform builds on."""

import subprocess
import sys

import pytest

import hingecheck


def test_all_names_exist() -> None:
    """Every name in `__all__` can be had, and `dir` shows just those."""
    assert all(getattr(hingecheck, name) is not None for name in hingecheck.__all__)
    assert sorted(dir(hingecheck)) == sorted(hingecheck.__all__)


def test_another_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="analyse"):
        _ = hingecheck.analyse


@pytest.mark.parametrize("heavy", ["cv2", "mediapipe", "scipy", "pydantic", "av", "numpy"])
def test_importing_loads_nothing_heavy(heavy: str) -> None:
    """`import hingecheck` alone loads no engine."""
    code = f"import sys, hingecheck; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code
