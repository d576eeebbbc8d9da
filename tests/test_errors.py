import re

import pytest

from hingecheck import errors
from hingecheck.errors import HingecheckError

EXIT_CODES = {
    "HingecheckError": 1,
    "InputError": 3,
    "RecordingUnreadable": 3,
    "RecordingUnsuitable": 3,
    "TrackFileInvalid": 3,
    "CriteriaError": 4,
    "ModelFileError": 5,
    "EngineUnavailable": 5,
    "MissingExtra": 5,
    "ClusterUnavailable": 5,
    "OutputError": 6,
}


def classes() -> dict[str, type[HingecheckError]]:
    """Every error that the module defines."""
    return {
        name: thing
        for name, thing in vars(errors).items()
        if isinstance(thing, type) and issubclass(thing, HingecheckError)
    }


def drawn() -> list[tuple[str, str | None, int | None]]:
    """Name, parent and exit code of each line of the tree in the docstring."""
    lines: list[tuple[str, str | None, int | None]] = []
    path: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"( {4,})([A-Z]\w+)(?:.*?exit (\d))?", line):
            indent, name, code = len(found[1]), found[2], found[3]
            path = [(depth, above) for depth, above in path if depth < indent]
            lines.append((name, path[-1][1] if path else None, int(code) if code else None))
            path.append((indent, name))
    return lines


def test_exit_codes() -> None:
    """Each error ends the program with its published code."""
    assert {name: error.exit_code for name, error in classes().items()} == EXIT_CODES


def test_the_drawn_tree_is_the_real_one() -> None:
    """The docstring shows every class, once, under its parent."""
    real = {(name, error.__mro__[1].__name__) for name, error in classes().items()}
    shown = [(name, parent or "Exception") for name, parent, _ in drawn()]
    assert set(shown) == real
    assert len(shown) == len(real)


def test_the_drawn_exit_codes_are_the_real_ones() -> None:
    """A line's code is that of the class; a line without one has its parent's."""
    for name, parent, code in drawn():
        inherited = classes()[parent].exit_code if parent else 1
        assert classes()[name].exit_code == (inherited if code is None else code), name


@pytest.mark.parametrize("name", EXIT_CODES)
def test_the_text_is_the_whole_message(name: str) -> None:
    """An error prints as what it was given, and says in its docstring when it is raised."""
    error = classes()[name]
    assert str(error("clip.mp4 is empty")) == "clip.mp4 is empty"
    assert error.__doc__
