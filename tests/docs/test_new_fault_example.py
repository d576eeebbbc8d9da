import importlib.util
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from hingecheck.analysis import faults, judging
from hingecheck.analysis.fault import Fault
from hingecheck.analysis.signal_catalogue import CATALOGUE
from hingecheck.pipeline import judge
from hingecheck.report.fault_page import fault_page
from hingecheck.report.json_report import report_json
from tests.docs.pages import blocks, text_of
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing

FILES = {block.file: block.code for block in blocks("python") if block.file is not None}
CODE = "hips_low"
FAULT_FILE = f"hingecheck/analysis/faults/{CODE}.py"
TEST_FILE = f"tests/analysis/faults/test_{CODE}.py"
TESTS = re.findall(r"^def (test_\w+)", FILES[TEST_FILE], re.MULTILINE)


def loaded(name: str, code: str, folder: Path) -> ModuleType:
    """A module made from text, as if it lay in the project."""
    path = folder / f"{name.rpartition('.')[2]}.py"
    path.write_text(code, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fault:
    """The example's fault, in the place where the page puts it, in the list."""
    module = loaded(f"hingecheck.analysis.faults.{CODE}", FILES[FAULT_FILE], tmp_path)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(faults, CODE, module, raising=False)
    made: Fault = module.FAULT
    codes = [one.code for one in faults.FAULTS]
    place = codes.index("squat_pattern") + 1
    listed = (*faults.FAULTS[:place], made, *faults.FAULTS[place:])
    monkeypatch.setattr(judging, "FAULTS", listed)
    return made


def test_the_page_shows_both_files() -> None:
    """The worked example is a fault and its test, and names no other file."""
    assert list(FILES) == [FAULT_FILE, TEST_FILE]
    assert len(TESTS) == 3


def test_the_example_is_not_in_the_list_yet() -> None:
    """A check that has been added is no example any more; the page then needs another."""
    assert CODE not in [one.code for one in faults.FAULTS]


def test_the_example_is_a_proper_fault(fault: Fault) -> None:
    """Its code is its file's name, its signal exists, its limits are in the signal's unit."""
    units = {kind.name: kind.unit for kind in CATALOGUE}
    assert fault.code == CODE
    assert {limits.unit for limits in fault.criteria.values()} == {units[fault.measure.signal]}
    assert "What it cannot see" in fault_page(fault)


@pytest.mark.parametrize("name", TESTS)
def test_the_example_passes_its_own_tests(name: str, fault: Fault, tmp_path: Path) -> None:
    """The test that the page shows holds for the fault that it shows."""
    module = loaded(f"test_{fault.code}", FILES[TEST_FILE], tmp_path)
    test: Callable[[], None] = getattr(module, name)
    test()


def test_the_example_is_told_in_a_report(fault: Fault) -> None:
    """Once listed, a fault is judged in every rep and stands in the report, with nothing more."""
    analysis = judge(filmed(swing(reps=2)))
    assert [one.rep for one in analysis.findings if one.code == fault.code] == [1, 2]
    assert f'"{CODE}"' in report_json(analysis)


def test_the_list_entry_fits_the_list() -> None:
    """The lines between which the page puts the new ones are really there."""
    (shown,) = blocks("diff")
    kept = [line.strip() for line in shown.code.splitlines() if line.startswith("  ")]
    source = text_of("hingecheck/analysis/faults/__init__.py")
    assert kept
    assert all(line in source for line in kept)
