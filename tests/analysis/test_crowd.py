import numpy as np
import pytest

from hingecheck.analysis.crowd import is_dense, numbers_of

STEP_S = 0.2


def _box(x: float, height: float = 400.0, top: float = 100.0) -> tuple[float, float, float, float]:
    return x - 60, top, x + 60, top + height


def _looks(*people, count: int = 40):
    """Rows of looks at people, each a function of time to a box or None."""
    rows = []
    for look in range(count):
        time_s = look * STEP_S
        rows += [(time_s, *box) for one in people if (box := one(time_s)) is not None]
    return np.array(rows, dtype=np.float64).reshape(-1, 5)


def test_people_are_numbered_from_left_to_right() -> None:
    """Whatever the order in which a look tells them."""
    people = _looks(lambda _: _box(900), lambda _: _box(300), lambda _: _box(600))
    assert numbers_of(people).tolist() == [3, 1, 2] * 40


def test_nobody_has_no_number() -> None:
    """No rows, no numbers."""
    assert numbers_of(np.empty((0, 5))).tolist() == []


def test_who_walks_past_keeps_the_own_number() -> None:
    """A walker goes through the place where the lifter stands, who is hidden for a second."""

    def walker(time_s: float):
        return _box(100 + 130 * time_s)  # 1.3 m a second for a body of 4 m a 400 px

    def lifter(time_s: float):
        return None if abs(100 + 130 * time_s - 600) < 90 else _box(600)

    people = _looks(lifter, walker)
    numbers = numbers_of(people)
    centre = people[:, [1, 3]].mean(axis=1)
    standing = np.isclose(centre, 600) & np.isclose(people[:, 4], 500)
    walking = ~np.isclose(centre, 600)
    assert len(set(numbers[walking].tolist())) == 1
    lifting = {int(one) for one in numbers[standing & (np.abs(people[:, 0] - 3.85) > 1)]}
    assert len(lifting) == 1
    assert lifting.isdisjoint(numbers[walking].tolist())


def test_who_bends_stays_the_same_person() -> None:
    """A fold makes the box a third lower and wider from look to look."""

    def lifter(time_s: float):
        down = 150 * (1 - np.cos(np.pi * time_s)) / 2
        return 500 - 60 - down / 2, 100 + down, 560 + down / 2, 500

    assert set(numbers_of(_looks(lifter, lambda _: _box(900))).tolist()) == {1, 2}


def test_the_same_person_found_twice_is_one() -> None:
    """Boxes that lie over each other: the larger one counts, the other has no number."""
    people = _looks(lambda _: _box(500), lambda _: _box(505, height=380))
    assert numbers_of(people).tolist() == [1, 0] * 40


@pytest.mark.parametrize(("times", "number"), [((1.0, 3.0), 0), ((1.0, 1.2, 1.4), 2)])
def test_a_slip_is_nobody(times, number) -> None:
    """Close looks find a person three times; rarer finds have no number."""

    def other(time_s: float):
        return _box(900) if np.isclose(time_s, times).any() else None

    people = _looks(lambda _: _box(300), other)
    assert set(numbers_of(people)[people[:, 1] > 600].tolist()) == {number}


def test_rare_looks_are_not_dense() -> None:
    """Looks of every four seconds cannot tell who passes whom."""
    rare = _looks(lambda _: _box(300))
    assert is_dense(rare)
    rare[:, 0] *= 20
    assert not is_dense(rare)
    assert not is_dense(rare[:1])
