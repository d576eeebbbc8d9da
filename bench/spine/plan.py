"""Who bends how far: the same lifter in the same room, once clean and three times rounded."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.accuracy.part import CASTS, Part
from bench.lifter.camera import Camera
from bench.lifter.dials import Dials
from bench.lifter.looks import LOOKS
from bench.lifter.rooms import ROOMS
from bench.spine.snippets import SnippetScene

MOVEMENTS: Final = ("deadlift", "swing", "romanian_deadlift", "hinge")
# Lumbar and thoracic degrees beyond the clean rhythm.
DOSES: Final = {"clean": (0, 0), "18+12": (18, 12), "30+15": (30, 15), "20+0": (20, 0)}
LIFTERS: Final = {Part.TUNING: 48, Part.REPORTING: 64}
MAX_YAW_DEG: Final = 13.0
_STATURES_M: Final = (1.60, 1.86)
_LONG_PX, _SHORT_PX = 720, 540
# Beyond every seed of the accuracy bench.
_FIRST_SEED: Final = 500_000


@frozen(eq=False)
class Back:
    """One rep of the bench.

    Attributes:
        name: Unique; also the name of its stored track.
        part: What it may be used for.
        dose: A key of `DOSES`.
        loose: Whether the top is loose.
        scene: Everything that decides its pictures.
    """

    name: str
    part: Part
    dose: str
    loose: bool
    scene: SnippetScene


def lifter(part: Part, number: int) -> Iterator[Back]:
    """Yield the reps of one lifter, one per dose."""
    cast, rng = CASTS[part], np.random.default_rng([CASTS[part].first_seed, _FIRST_SEED, number])
    movement = MOVEMENTS[number % len(MOVEMENTS)]
    loose = number // len(MOVEMENTS) % 2 == 1
    clean = SnippetScene(
        movement=movement,
        reps=2 if movement == "swing" else 1,
        camera=camera_of(rng),
        body=str(rng.choice(cast.bodies)),
        stature_m=round(float(rng.uniform(*_STATURES_M)), 2),
        look=LOOKS[str(rng.choice(cast.loose if loose else cast.tight))],
        room=ROOMS[str(rng.choice(cast.rooms))],
        seed=cast.first_seed + _FIRST_SEED + number,
        noise=round(float(rng.uniform(1.5, 3.5)), 1),
    )
    for dose, (lumbar, thoracic) in DOSES.items():
        dials = Dials(rounded_lumbar_deg=lumbar, rounded_thoracic_deg=thoracic)
        name = f"{part.value[0]}{number:02d}-{movement}-{dose}"
        yield Back(name, part, dose, loose, evolve(clean, dials=dials))


def plan() -> Iterator[Back]:
    """Every rep, both parts in turn."""
    most = max(LIFTERS.values())
    numbers = ((part, n) for n in range(most) for part in Part if n < LIFTERS[part])
    return chain.from_iterable(lifter(part, number) for part, number in numbers)


def camera_of(rng: np.random.Generator) -> Camera:
    """A phone somewhere to the side."""
    upright = bool(rng.random() < 0.5)
    width, height = (_SHORT_PX, _LONG_PX) if upright else (_LONG_PX, _SHORT_PX)
    return Camera(
        yaw_deg=round(float(rng.uniform(-MAX_YAW_DEG, MAX_YAW_DEG)), 1),
        facing=str(rng.choice(["left", "right"])),
        distance_m=round(float(rng.uniform(2.35, 2.65)), 2),
        height_m=round(float(rng.uniform(0.7, 1.3)), 2),
        roll_deg=round(float(rng.uniform(-1.5, 1.5)), 1),
        width_px=width,
        height_px=height,
    )
