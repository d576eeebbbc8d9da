"""A short hinge of known joints, as the program would see it without any error."""

import numpy as np
import pytest
from attrs import evolve

from bench.accuracy.part import Part
from bench.accuracy.plan import Clip
from bench.accuracy.sagittal_track import perfect_track
from bench.accuracy.store import SPINE, KnownTrack
from bench.accuracy.wishes import Wish
from bench.lifter.camera import Camera
from bench.lifter.scene import Scene
from bench.lifter.truth import Truth


@pytest.fixture(scope="session")
def clip() -> Clip:
    """One clean deadlift from exactly the side."""
    scene = Scene(movement="deadlift", reps=1, fps=24.0, camera=Camera(width_px=64, height_px=48))
    return Clip("r90-deadlift", Part.REPORTING, Wish("deadlift"), scene)


@pytest.fixture(scope="session")
def truth(clip: Clip) -> Truth:
    """Its joints."""
    return clip.scene.truth()


@pytest.fixture(scope="session")
def known(truth: Truth) -> KnownTrack:
    """Its joints, seen without error."""
    track = perfect_track(truth.joints_m, truth.time_s)
    return KnownTrack(
        generator="0123456789abcdef",
        track=evolve(track, model="full", engine="true joints"),
        joints_m=truth.joints_m,
        spine_deg=np.stack([truth.signals[name] for name in SPINE], axis=1),
        reps=truth.reps,
        trunk_m=0.5,
    )
