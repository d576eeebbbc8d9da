import builtins
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from hingecheck.engines import load_cv2, load_mediapipe, loading, native_messages_hidden
from hingecheck.errors import EngineUnavailable

MISSING = "{}: cannot open shared object file: No such file or directory"


def print_natively(text: str) -> None:
    """Writes to descriptor 2, as native code does."""
    os.write(2, text.encode())


def without(module: str, cause: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the import of a module fail."""
    real: Callable[..., Any] = builtins.__import__

    def failing(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == module:
            raise cause
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", failing)


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libEGL.so.1", "libegl1"),
        ("libGLESv2.so.2", "libgles2"),
    ],
)
@pytest.mark.parametrize("kind", [ImportError, OSError])
def test_a_missing_library_names_its_package(
    library: str, package: str, kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line says which engine, which library and what to install."""
    cause = kind(MISSING.format(library))
    without("cv2", cause, monkeypatch)
    with pytest.raises(EngineUnavailable) as raised:
        load_cv2()
    line = str(raised.value)
    assert line.startswith("OpenCV needs the system library ")
    assert line.endswith(f"apt-get install {package}")
    assert raised.value.__cause__ is cause


def test_mediapipes_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for MediaPipe, and standard error speaks again afterwards."""
    without("mediapipe", ImportError(MISSING.format("libGLESv2.so.2")), monkeypatch)
    before = os.fstat(2)
    with pytest.raises(EngineUnavailable, match=r"MediaPipe needs .*libGLESv2.*libgles2"):
        load_mediapipe()
    assert os.path.samestat(os.fstat(2), before)


def test_an_unknown_cause_is_passed_on() -> None:
    """Where the library is not known the system's own words are told."""
    with (
        pytest.raises(EngineUnavailable, match=r"cannot be loaded \(no module named x\)"),
        loading("OpenCV"),
    ):
        raise ImportError("no module named x")


def test_our_own_mistakes_are_not_translated() -> None:
    """A bug in the block is not blamed on the machine."""
    with pytest.raises(ZeroDivisionError), loading("OpenCV"):
        raise ZeroDivisionError


def test_native_messages_are_hidden(capfd: pytest.CaptureFixture[str]) -> None:
    """What is written to descriptor 2 within the block is gone, before and after it is not."""
    print_natively("before ")
    with native_messages_hidden():
        print_natively("hidden ")
    print_natively("after")
    assert capfd.readouterr().err == "before after"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_standard_error_is_restored_after_an_exception(
    error: type[BaseException], capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception passes through and standard error works again."""
    with pytest.raises(error), native_messages_hidden():
        raise error
    print_natively("after")
    assert capfd.readouterr().err == "after"


def test_blocks_may_stand_in_each_other(capfd: pytest.CaptureFixture[str]) -> None:
    """The inner block's end does not open the outer one."""
    with native_messages_hidden():
        with native_messages_hidden():
            print_natively("inner ")
        print_natively("outer ")
    print_natively("after")
    assert capfd.readouterr().err == "after"


def test_no_descriptor_is_left_over() -> None:
    """A thousand blocks use up no descriptors."""
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names are all that is counted
    for _ in range(1000):
        with native_messages_hidden():
            pass
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - as above


def test_python_messages_from_before_are_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    """What waits in Python's buffer is written before the block begins."""
    with os.fdopen(os.dup(2), "w", buffering=1000) as buffered:
        kept, sys.stderr = sys.stderr, buffered
        try:
            buffered.write("waiting")
            with native_messages_hidden():
                buffered.write("hidden")
        finally:
            sys.stderr = kept
    assert "waiting" in capfd.readouterr().err


def in_a_new_process(code: str, *, shell_suffix: str = "") -> subprocess.CompletedProcess[str]:
    """Runs Python code in its own process."""
    return subprocess.run(  # noqa: S602 - our own words, and 2>&- needs a shell
        f'"{sys.executable}" -W error -c "{code}" {shell_suffix}',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_process_without_standard_error() -> None:
    """Started with 2>&-, as some schedulers do, the block does nothing and raises nothing."""
    code = (
        "from hingecheck.engines import native_messages_hidden\n"
        "with native_messages_hidden(): print('fine')"
    )
    done = in_a_new_process(code, shell_suffix="2>&-")
    assert (done.returncode, done.stdout) == (0, "fine\n")


def test_importing_the_package_loads_no_engine() -> None:
    """`hingecheck explain` needs neither OpenCV nor MediaPipe, and does not pay for them."""
    code = (
        "import sys, hingecheck.engines, hingecheck.capture.video, "
        "hingecheck.capture.mediapipe_landmarker\n"
        "print([name for name in ('cv2', 'mediapipe') if name in sys.modules])"
    )
    done = in_a_new_process(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_ffmpeg_is_kept_off_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading OpenCV overrules a user's own FFmpeg options, which could open it again."""
    monkeypatch.setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS", "protocol_whitelist;file,http,tcp")
    load_cv2()
    options = os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"].split("|")
    assert options[0] == "protocol_whitelist;file"
    assert options[1].startswith("format_whitelist;mov,")
    assert len(options) == 2
