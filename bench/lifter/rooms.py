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
    "garage": Room(
        wall=(0.30, 0.30, 0.29),
        floor=(0.20, 0.20, 0.20),
        mat=(0.04, 0.04, 0.05),
        seed=4,
        lighting=Lighting(lamp=np.array([-1.4, 1.2, 3.1])),
    ),
    "dusk": Room(
        wall=(0.20, 0.17, 0.16),
        floor=(0.12, 0.09, 0.06),
        mat=(0.06, 0.06, 0.07),
        seed=5,
        lighting=Lighting(lamp=np.array([-2.0, -1.5, 3.2])),
    ),
}
