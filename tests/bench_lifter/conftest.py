"""A small scene, quick to draw, and the plain lifter."""

import pytest

from bench.lifter.body_data import load_body
from bench.lifter.camera import Camera
from bench.lifter.pose import Skeleton
from bench.lifter.scene import Scene


@pytest.fixture(scope="session")
def lifter() -> Skeleton:
    """A man of his own height, in the usual stance."""
    return Skeleton(load_body("male"))


@pytest.fixture
def small_scene() -> Scene:
    """One deadlift at two pictures a second, 64 by 48 pixels."""
    camera = Camera(width_px=64, height_px=48)
    return Scene(movement="deadlift", reps=1, camera=camera, fps=2.0, stature_m=None)
