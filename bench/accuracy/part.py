"""Tuning and reporting: two casts that share no body, clothes, room or seed."""

from enum import StrEnum
from typing import Final

import numpy as np
from attrs import frozen


class Part(StrEnum):
    """What a clip may be used for."""

    TUNING = "tuning"
    """Uncertainties and corrections are taken from it."""
    REPORTING = "reporting"
    """Every figure that is published is measured on it; nothing is ever chosen by it."""


# Reporting clips that somebody looked at while a constant was set (decision 8, the hip's centre):
# they report nothing any more. That list names no clips; these were all that were rendered by then.
LOOKED_AT: Final = tuple(f"r{number:02d}" for number in range(7))


@frozen
class Cast:
    """Who lifts and where, in one part.

    Attributes:
        bodies: Names in `bench.lifter.body_data.BODIES`.
        tight: Names of looks with a fitted top.
        loose: Names of looks with a loose top.
        rooms: Names of rooms.
        first_seed: Seeds of the part begin here.
    """

    bodies: tuple[str, ...]
    tight: tuple[str, ...]
    loose: tuple[str, ...]
    rooms: tuple[str, ...]
    first_seed: int

    def rng(self, number: int) -> np.random.Generator:
        """Return the stream of chance of the part's clip of that number."""
        return np.random.default_rng([self.first_seed, number])


# So far apart that no clip's seed can meet the other part's.
SEEDS_PER_PART: Final = 1_000_000

CASTS: Final = {
    Part.TUNING: Cast(
        bodies=("male", "female_slim", "male_heavy"),
        tight=("navy", "red_leggings", "black_tank", "grey_mid"),
        loose=("grey_loose",),
        rooms=("plain", "blue", "garage"),
        first_seed=SEEDS_PER_PART,
    ),
    Part.REPORTING: Cast(
        bodies=("female", "male_muscular", "male_slim", "female_strong", "middling"),
        tight=("green", "white_leggings", "orange_dark", "violet_brown", "sand_pale"),
        loose=("green_loose",),
        rooms=("brick", "bright", "dusk"),
        first_seed=2 * SEEDS_PER_PART,
    ),
}
