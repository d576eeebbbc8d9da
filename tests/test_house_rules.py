"""What the house asks of every file; each rule is shown to catch what it forbids."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hingecheck
from hingecheck.analysis import faults
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED

PACKAGE = Path(hingecheck.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]
FAULT_FILES = sorted(path.stem for path in Path(faults.__file__).parent.glob("[!_]*.py"))
FAULT_TESTS = Path(__file__).parent / "analysis" / "faults"

MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 40
MAX_CODE_LINES = 25
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
PAGE_PARTS = ("What it looks for:", "Why:", "What it cannot see:")
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


# --- every fault ---------------------------------------------------------------------------------


def test_every_fault_is_listed_once() -> None:
    """The list holds each file of the folder, by its name, once."""
    codes = [fault.code for fault in FAULTS]
    assert sorted(codes) == FAULT_FILES
    for code in FAULT_FILES:
        assert importlib.import_module(f"{faults.__name__}.{code}").FAULT.code == code


@pytest.mark.parametrize("code", FAULT_FILES)
def test_every_fault_has_its_test(code) -> None:
    """A test file of the same name shows what is left alone and what is caught."""
    text = (FAULT_TESTS / f"test_{code}.py").read_text()
    assert "def test_left_alone" in text
    assert "def test_caught" in text


@pytest.mark.parametrize("path", sorted(FAULT_TESTS.glob("test_*.py")), ids=lambda path: path.stem)
def test_every_fault_test_has_its_fault(path) -> None:
    """No test is left over from a fault that is gone."""
    assert path.stem.removeprefix("test_") in FAULT_FILES


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_every_fault_has_its_page(fault) -> None:
    """The file's docstring says what is looked for, why, and what cannot be seen, in that order."""
    module = importlib.import_module(f"{faults.__name__}.{fault.code}")
    assert fault.page == module.__doc__
    places = [fault.page.find(part) for part in PAGE_PARTS]
    assert -1 not in places
    assert places == sorted(places)
    assert not FORBIDDEN_WORDS.search(fault.page)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_every_fault_speaks_plainly(fault) -> None:
    """A name and one cue, as sentences are written; nothing about health."""
    assert fault.name
    assert fault.name[0].islower()
    assert fault.cue[0].isupper()
    assert fault.cue.endswith(".")
    assert not FORBIDDEN_WORDS.search(fault.name + " " + fault.cue)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_every_limit_is_founded(fault) -> None:
    """Each criterion has the unit of the signal that it is compared with, a basis and a source."""
    units = {kind.name: kind.unit for kind in (*CATALOGUE, *COMPUTED)}
    assert fault.criteria
    for criterion in fault.criteria.values():
        assert criterion.unit == units[fault.measure.signal]
        assert criterion.basis
        assert criterion.source.strip()
        assert not FORBIDDEN_WORDS.search(criterion.source)


def test_names_and_cues_are_different() -> None:
    """Two checks never say the same."""
    for texts in ([f.name for f in FAULTS], [f.cue for f in FAULTS], [f.code for f in FAULTS]):
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("kind", [*CATALOGUE, *COMPUTED], ids=lambda kind: kind.name)
def test_every_signal_is_explained(kind) -> None:
    """A known unit, a meaning that is a sentence, and a source for its uncertainty."""
    assert kind.unit in {"deg", "trunk", "leg", "ratio"}
    assert kind.meaning.endswith(".")
    assert kind.u_source.strip()


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
