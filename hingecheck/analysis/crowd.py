"""Who is who among the people whom looks at single pictures found.

A look tells boxes without names. From look to look a box goes on with whoever stood nearest to
where it is, so that people who pass each other keep their own numbers.
"""

from functools import lru_cache
from typing import Final

import numpy as np
import scipy
from attrs import define

from hingecheck.analysis.box import overlap
from hingecheck.domain.array import Floats, Ints, frozen_ints

# Two boxes of one look that share this much of their union show one person twice.
_TWICE: Final = 0.6
# How far a person goes between two looks, in heights; more in a longer time, up to the most.
_NEAR: Final = 0.45
_NEAR_PER_S: Final = 0.25
_NEAR_MOST: Final = 1.0
# A change of the box's height by its half weighs as much as going half a height: who bends stays.
_HEIGHT_WEIGHT: Final = 0.35
# Beyond this the way somebody was going says nothing about where they are.
_STEADY_S: Final = 1.0
_NEVER: Final = 1e6
# Found by fewer looks it is a slip of the model; few or rare looks cannot ask for as many.
_MIN_LOOKS: Final = 3
_MIN_FEW_LOOKS: Final = 2
_FEW_LOOKS: Final = 12
# Looks at most this far apart show how somebody moves.
MAX_GAP_S: Final = 0.5


def numbers_of(people: Floats) -> Ints:
    """Who each box shows.

    Args:
        people: (n, 5) seconds, left, top, right, bottom; in time order, as `PoseTrack.people`.

    Returns:
        (n,) 1 for the person furthest left, and so on; 0 for a slip of the model. Read-only.
    """
    # asked for by several facts of one film, and slow where there are thousands of looks
    return _numbers(np.asarray(people, dtype=np.float64).tobytes())


@lru_cache(maxsize=4)
def _numbers(content: bytes) -> Ints:
    people = np.frombuffer(content, dtype=np.float64).reshape(-1, 5)
    enough = is_dense(people) and len(np.unique(people[:, 0])) > _FEW_LOOKS
    least = _MIN_LOOKS if enough else _MIN_FEW_LOOKS
    paths = [path for path in _paths(people) if len(path.rows) >= least]
    centre = people[:, [1, 3]].mean(axis=1)
    paths.sort(key=lambda path: float(np.median(centre[path.rows])))
    numbers = np.zeros(len(people), dtype=np.int64)
    for number, path in enumerate(paths, start=1):
        numbers[path.rows] = number
    return frozen_ints(numbers)


def is_dense(people: Floats) -> bool:
    """Whether the looks are close enough together to tell who passes whom and who moves how."""
    times = np.unique(people[:, 0])
    return len(times) > 1 and float(np.median(np.diff(times))) <= MAX_GAP_S


@define(eq=False)
class _Path:
    """One person's boxes so far: rows, the last place of the feet, and which way they go."""

    rows: list[int]
    time_s: float
    feet: Floats
    height: float
    speed: Floats

    def cost(self, row: Floats) -> float:
        """How unlikely it is that a box shows this person; `_NEVER` where it cannot."""
        gap_s = float(row[0]) - self.time_s
        going = self.speed * gap_s if gap_s <= _STEADY_S else 0.0
        tall = max(self.height, _height(row))
        far = float(np.linalg.norm(_feet(row) - self.feet - going)) / tall
        if far > min(_NEAR + _NEAR_PER_S * gap_s, _NEAR_MOST):
            return _NEVER
        return far + _HEIGHT_WEIGHT * abs(float(np.log(_height(row) / self.height)))

    def goes_on(self, number: int, row: Floats) -> None:
        """Takes in the next box."""
        gap_s = max(float(row[0]) - self.time_s, 1e-3)
        now = (_feet(row) - self.feet) / gap_s
        # half of the old: a single box may be off
        self.speed = (self.speed + now) / 2 if gap_s <= _STEADY_S else np.zeros(2)
        self.rows.append(number)
        self.time_s, self.feet, self.height = float(row[0]), _feet(row), _height(row)


def _paths(people: Floats) -> list[_Path]:
    paths: list[_Path] = []
    times = people[:, 0]
    for time_s in np.unique(times):
        rows = _once(people, np.flatnonzero(times == time_s))
        taken = _matched(paths, people[rows])
        for place, number in enumerate(rows):
            row = people[number]
            if place in taken:
                paths[taken[place]].goes_on(number, row)
            else:
                paths.append(_Path([number], time_s, _feet(row), _height(row), np.zeros(2)))
    return paths


def _matched(paths: list[_Path], rows: Floats) -> dict[int, int]:
    """Which path each of (n, 5) boxes goes on with, by place; those that are new are left out."""
    if not (paths and len(rows)):
        return {}
    costs = np.array([[path.cost(row) for path in paths] for row in rows])
    pairs = zip(*scipy.optimize.linear_sum_assignment(costs), strict=True)
    return {int(box): int(path) for box, path in pairs if costs[box, path] < _NEVER}


def _once(people: Floats, rows: Ints) -> list[int]:
    """The rows of one look without those that show the same person once more, the larger kept."""
    kept: list[int] = []
    for row in sorted(rows.tolist(), key=lambda one: -_height(people[one])):
        if all(overlap(people[row, 1:], people[other, 1:]) < _TWICE for other in kept):
            kept.append(row)
    return sorted(kept)


def _feet(row: Floats) -> Floats:
    """(2,) the middle of the lower edge: who bends moves it least."""
    return np.array([(row[1] + row[3]) / 2, row[4]])


def _height(row: Floats) -> float:
    return max(float(row[4] - row[2]), 1.0)
