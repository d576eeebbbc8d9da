"""Which of the people in a picture is the lifter."""

from typing import Final

import numpy as np

from hingecheck.analysis.crowd import MAX_GAP_S, numbers_of
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.person import MIN_TRAVEL, Person

_UPRIGHT_PERCENTILE: Final = 90
_TRAVEL_PERCENTILES: Final = (5, 95)
# Whoever moves half as much again is the lifter; of people who move alike the one further left.
_CLEARLY: Final = 1.5


def people_in(people: Floats) -> tuple[Person, ...]:
    """Everybody in a recording, from left to right.

    Args:
        people: (n, 5) as `PoseTrack.people`.
    """
    numbers = numbers_of(people)
    looks = len(np.unique(people[:, 0]))
    return tuple(
        _person(number, people[numbers == number], looks)
        for number in range(1, int(numbers.max(initial=0)) + 1)
    )


def lifter_of(people: tuple[Person, ...]) -> int:
    """The number of the one who moves up and down most; where nobody does, of the largest.

    Raises:
        ValueError: there is nobody.
    """
    moving = {one.number: one.height_px * one.travel for one in people if one.moves}
    if moving:
        most = max(moving.values())
        return min(number for number, px in moving.items() if px * _CLEARLY >= most)
    return max(people, key=lambda one: one.height_px * one.share).number


def _person(number: int, rows: Floats, looks: int) -> Person:
    left, top, right, bottom = np.median(rows[:, 1:], axis=0).tolist()
    height = float(np.percentile(rows[:, 4] - rows[:, 2], _UPRIGHT_PERCENTILE))
    travel, turns = _movement(rows[:, 0], rows[:, 2] / height)
    share = len(rows) / looks
    return Person(number, left, top, right, bottom, height, travel, turns, share)


def _movement(time_s: Floats, head: Floats) -> tuple[float, int]:
    """How far the head goes, in the unit of `head`, and how often it turns back."""
    if len(head) < 5 or float(np.median(np.diff(time_s))) > MAX_GAP_S:
        return float("nan"), 0
    # of three looks the middle one: a single wild landmark is no movement
    smooth = np.median(np.stack([head[:-2], head[1:-1], head[2:]]), axis=0)
    low, high = np.percentile(smooth, _TRAVEL_PERCENTILES)
    travel = float(high - low)
    return travel, len(_turns(smooth, max(travel / 2, MIN_TRAVEL / 2)))


def _turns(values: Floats, least: float) -> list[int]:
    """Where (n,) values turn back by at least so much."""
    found: list[int] = []
    low = high = 0
    rising: bool | None = None
    for place, value in enumerate(values.tolist()):
        low = place if value < values[low] else low
        high = place if value > values[high] else high
        if rising is not False and values[high] - value >= least:
            if rising:
                found.append(high)
            rising, low = False, place
        elif rising is not True and value - values[low] >= least:
            if rising is False:
                found.append(low)
            rising, high = True, place
    return found


def rows_of(people: Floats, number: int) -> Ints:
    """Which of (n, 5) boxes show the person of a number."""
    return np.flatnonzero(numbers_of(people) == number)
