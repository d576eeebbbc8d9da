"""Rooms to choose from by name."""

from typing import Final

import numpy as np

from bench.lifter.lighting import Lighting
from bench.lifter.room import Room

ROOMS: Final = {
    "plain": Room(),
    "blue": Room(wall=(0.22, 0.28, 0.34), floor=(0.16, 0.13, 0.10), mat=(0.05, 0.05, 0.05), seed=1),
    "brick": Room(
        wall=(0.34, 0.16, 0.11),
        floor=(0.07, 0.07, 0.075),
        mat=(0.10, 0.10, 0.10),
        seed=2,
        lighting=Lighting(lamp=np.array([1.6, 1.8, 3.2])),
    ),
    "bright": Room(
        wall=(0.66, 0.66, 0.63),
        floor=(0.26, 0.20, 0.13),
        mat=(0.10, 0.03, 0.03),
        seed=3,
        lighting=Lighting(lamp=np.array([2.6, 0.6, 3.3]), around=(0.78, 0.78, 0.78)),
    ),
}
