"""Who holds which stick, pressed where; and who holds none with the same hands."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.part import CASTS, Part
from bench.lifter.dials import Dials
from bench.lifter.looks import LOOKS
from bench.lifter.mesh import Colour
from bench.lifter.rooms import ROOMS
from bench.spine.plan import camera_of
from bench.stick.dowel import Dowel
from bench.stick.scene import StickScene

COUNT: Final = {Part.TUNING: 32, Part.REPORTING: 24}
# Every fourth lifter has the hands in the same place and no stick in them.
EMPTY_EVERY: Final = 4
COLOURS: Final[dict[str, Colour]] = {
    "wood": (0.45, 0.28, 0.12),
    "white": (0.75, 0.75, 0.72),
    "black": (0.02, 0.02, 0.022),
    "steel": (0.45, 0.45, 0.47),
    "red": (0.50, 0.05, 0.04),
}
# Beyond every seed of the other benches.
_FIRST_SEED: Final = 900_000


@frozen(eq=False)
class Held:
    """One rep of the bench.

    Attributes:
        name: Unique; also the name of its stored track.
        part: What it may be used for.
        colour: A key of `COLOURS`.
        scene: Everything that decides its pictures.
    """

    name: str
    part: Part
    colour: str
    scene: StickScene


def held(part: Part, number: int) -> Held:
    """One lifter with a stick, or without."""
    cast, rng = CASTS[part], np.random.default_rng([CASTS[part].first_seed, _FIRST_SEED, number])
    looks = cast.loose if rng.random() < 0.3 else cast.tight
    colour = str(rng.choice(list(COLOURS)))
    rounded = rng.random() < 0.4
    scene = StickScene(
        movement="hinge",
        reps=1,
        camera=camera_of(rng),
        body=str(rng.choice(cast.bodies)),
        stature_m=round(float(rng.uniform(1.60, 1.86)), 2),
        look=LOOKS[str(rng.choice(looks))],
        room=ROOMS[str(rng.choice(cast.rooms))],
        seed=cast.first_seed + _FIRST_SEED + number,
        noise=round(float(rng.uniform(1.5, 3.5)), 1),
        dials=Dials(rounded_lumbar_deg=30, rounded_thoracic_deg=15) if rounded else Dials(),
        dowel=_dowel(rng, COLOURS[colour]),
        shown=number % EMPTY_EVERY != EMPTY_EVERY - 1,
        upper=str(rng.choice(["L", "R"])),
        neck_deg=round(float(rng.uniform(-20, 20)), 1),
    )
    return Held(f"{part.value[0]}{number:02d}-{colour}", part, colour, scene)


def plan() -> Iterator[Held]:
    """Every rep, both parts in turn."""
    for number in range(max(COUNT.values())):
        for part in Part:
            if number < COUNT[part]:
                yield held(part, number)


def _dowel(rng: np.random.Generator, colour: Colour) -> Dowel:
    return Dowel(
        radius_m=round(float(rng.uniform(0.010, 0.017)), 4),
        colour=colour,
        press=float(rng.choice([0.45, 0.45, 1.15])),
        low=round(float(rng.uniform(-0.45, -0.12)), 2),
        high=round(float(rng.uniform(1.65, 2.1)), 2),
    )
