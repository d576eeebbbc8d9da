import sys
import threading
from collections.abc import Iterator

import pytest

from hingecheck.overlapping import done_behind, load_behind, made_ahead


def test_items_keep_their_order() -> None:
    """What is made ahead comes as it would have come."""
    with made_ahead(iter(range(100))) as numbers:
        assert list(numbers) == list(range(100))


def test_some_are_made_before_they_are_asked_for() -> None:
    """The first items are made while nobody has taken one, but not all of them."""
    made: list[int] = []
    enough = threading.Event()

    def making() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            if number == 3:
                enough.set()
            yield number

    with made_ahead(making()) as numbers:
        next(numbers)
        assert enough.wait(10)
        assert len(made) < 20


def test_an_error_comes_in_its_turn() -> None:
    """Items made before an error are handed out before it is raised."""

    def failing() -> Iterator[int]:
        yield 1
        raise OSError("the card was pulled out")

    with made_ahead(failing()) as numbers:
        assert next(numbers) == 1
        with pytest.raises(OSError, match="pulled out"):
            next(numbers)


def test_nothing_is_made_once_the_block_is_left() -> None:
    """Who closes the recording after the block closes it under nobody's feet."""
    made: list[int] = []

    def making() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number

    with made_ahead(making()) as numbers:
        next(numbers)
    count = len(made)
    assert count < 1000
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ThreadPool")]
    assert len(made) == count


def test_work_is_done_in_turn() -> None:
    """Everything is done, in order, when the block is left."""
    done: list[int] = []
    with done_behind() as do:
        for number in range(50):
            do(lambda number=number: done.append(number))
    assert done == list(range(50))


def test_what_work_raises_is_raised() -> None:
    """An error of the last piece of work is not lost."""

    def fail() -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"), done_behind() as do:
        do(fail)


def test_a_library_is_loaded_while_something_else_is_done() -> None:
    """It is there in a moment, and a second wish changes nothing."""
    sys.modules.pop("colorsys", None)
    before = threading.active_count()
    load_behind("colorsys")
    load_behind("colorsys")
    assert threading.active_count() <= before + 1
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(5)
    assert "colorsys" in sys.modules
