"""What the house asks of every fault and every signal."""

import importlib
from pathlib import Path

import pytest

from hingecheck.analysis import faults
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED
from tests.test_house_rules import FORBIDDEN_WORDS

FAULT_FILES = sorted(path.stem for path in Path(faults.__file__).parent.glob("[!_]*.py"))
FAULT_TESTS = Path(__file__).parent / "analysis" / "faults"
PAGE_PARTS = ("What it looks for:", "Why:", "What it cannot see:")


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
