"""Postures whose hands are at a wanted place."""

import numpy as np
from attrs import evolve

from tests.synthetic.body import LEG, sagittal_points
from tests.synthetic.posture import Posture


def reaching(bottom: Posture, ahead_legs: float) -> Posture:
    """The bottom with its arms turned so that the hands are so far ahead of mid-foot."""
    still = evolve(
        bottom,
        **{name: np.atleast_1d(getattr(bottom, name)) for name in type(bottom).__annotations__},
    )
    at = {name: point[0] for name, point in sagittal_points(still).items()}
    middle = (at["HEEL"][0] + at["FOOT"][0]) / 2
    arm = float(np.linalg.norm(at["WRIST"] - at["SHOULDER"]))
    sine = (ahead_legs * LEG + middle - at["SHOULDER"][0]) / arm
    return evolve(bottom, arm_deg=float(np.degrees(np.arcsin(sine))))
