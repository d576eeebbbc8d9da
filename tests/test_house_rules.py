"""What the house asks of every file; each rule is shown to catch what it forbids."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hingecheck

PACKAGE = Path(hingecheck.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 40
MAX_CODE_LINES = 25
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
# We judge technique; we promise nothing about anybody's health.
FORBIDDEN_WORDS = re.compile(r"\b(injur\w*|danger\w*|unsafe\w*|safe(r|st|ly|ty)?)\b", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


# --- what the rules read -------------------------------------------------------------------------


def _functions(tree: ast.Module) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def _docstring_lines(node: Function) -> set[int]:
    if ast.get_docstring(node) is None:
        return set()
    first = node.body[0]
    return set(range(first.lineno, (first.end_lineno or first.lineno) + 1))


def long_functions(source: str) -> list[str]:
    """Functions that are too long, without their docstrings; blank and comment lines are free."""
    lines = source.splitlines()
    found = []
    for node in _functions(ast.parse(source)):
        whole = set(range(node.lineno, (node.end_lineno or 0) + 1)) - _docstring_lines(node)
        body = {line for line in whole if line >= node.body[0].lineno}
        code = [
            line for line in body if lines[line - 1].strip() and not _is_comment(lines[line - 1])
        ]
        if len(whole) > MAX_FUNCTION_LINES or len(code) > MAX_CODE_LINES:
            found.append(f"{node.name}: {len(whole)} lines, {len(code)} of code")
    return found


def _is_comment(line: str) -> bool:
    return line.strip().startswith("#")


def undocumented(source: str) -> list[str]:
    """Public functions, methods and classes without a docstring."""
    found: list[str] = []

    def look(node: ast.Module | ast.ClassDef, prefix: str) -> None:
        for child in node.body:
            if not isinstance(child, (Function, ast.ClassDef)) or child.name.startswith("_"):
                continue
            if ast.get_docstring(child) is None and not _is_overload(child):
                found.append(prefix + child.name)
            if isinstance(child, ast.ClassDef):
                look(child, f"{child.name}.")

    look(ast.parse(source), "")
    return found


def _is_overload(node: Function | ast.ClassDef) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def forbidden_texts(source: str) -> list[str]:
    """Texts for people (any string but a docstring) with a word that promises health."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, Function)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and ast.get_docstring(node) is not None
        if isinstance(node.body[0], ast.Expr)
    }
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in docstrings
    )
    return [text for text in texts if FORBIDDEN_WORDS.search(text)]


# --- every file ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_modules_are_short(path) -> None:
    """No module is longer than 250 lines."""
    assert len(path.read_text().splitlines()) <= MAX_MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_functions_are_short(path) -> None:
    """No function is longer than 40 lines, or has more than 25 lines of code."""
    assert long_functions(path.read_text()) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_what_is_public_is_documented(path) -> None:
    """Every module, public class, function and method has a docstring."""
    source = path.read_text()
    assert ast.get_docstring(ast.parse(source))
    assert undocumented(source) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_texts_promise_nothing(path) -> None:
    """No text for users speaks of injury, danger or safety."""
    assert forbidden_texts(path.read_text()) == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_files_are_named_after_what_is_in_them(path) -> None:
    """No drawer for odds and ends."""
    words = {
        word for part in path.relative_to(PACKAGE).with_suffix("").parts for word in part.split("_")
    }
    assert not words & VAGUE_NAMES


def test_importing_loads_no_engine() -> None:
    """Whatever is imported, OpenCV and MediaPipe wait until they are needed."""
    modules = [
        ".".join(("hingecheck", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in MODULES
        if path.stem != "__main__"
    ]
    script = (
        "import importlib, sys\n"
        f"for name in {[name.removesuffix('.__init__') for name in modules]!r}:\n"
        "    importlib.import_module(name)\n"
        "print(sorted({'cv2', 'mediapipe'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own text
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


# --- the rules themselves ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "caught"),
    [
        pytest.param(["    x = 1"] * 25, False, id="25-lines-of-code"),
        pytest.param(["    x = 1"] * 26, True, id="26-lines-of-code"),
        pytest.param(
            ['    """Long.', *["    words"] * 60, '    """', "    x = 1"], False, id="doc"
        ),
        pytest.param(["    # why", "", *["    x = 1"] * 25], False, id="comments-and-blanks"),
        pytest.param(["    # why"] * 40 + ["    x = 1"], True, id="more-than-40-with-comments"),
    ],
)
def test_long_functions_are_caught(lines, caught) -> None:
    """The limit lies where the rule says."""
    assert bool(long_functions("\n".join(["def f():", *lines]))) is caught


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(): pass", ["f"]),
        ("def f():\n    'Does.'", []),
        ("def _f(): pass", []),
        ("class A:\n    'Is.'\n    def f(self): pass\n    def __len__(self): return 0", ["A.f"]),
        ("class A:\n    def f(self):\n        'Does.'", ["A"]),
    ],
)
def test_undocumented_things_are_caught(source, found) -> None:
    """Public things without a docstring, and no others."""
    assert undocumented(source) == found


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("reason = 'this is dangerous'", True),
        ("reason = f'{1} is unsafe'", True),
        ("cue = 'Stay Safe.'", True),
        ("cue = 'avoid injuries'", True),
        ("def f():\n    'Safe to call twice.'", False),
        ("cue = 'Save the track as a safeguarded file'", False),
    ],
)
def test_forbidden_words_are_caught(source, caught) -> None:
    """Words about health in any text but a docstring."""
    assert bool(forbidden_texts(source)) is caught
