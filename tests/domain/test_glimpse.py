"""Somebody seen at one moment."""

import numpy as np
import pytest

from hingecheck.domain.glimpse import Glimpse
from hingecheck.domain.landmark import LANDMARK_COUNT


def test_all_landmarks_are_there() -> None:
    """A person is all landmarks of the model, no more and no less."""
    points = np.zeros((LANDMARK_COUNT, 2))
    assert Glimpse(0.5, points).image_px.shape == (LANDMARK_COUNT, 2)
    with pytest.raises(ValueError, match="image_px must have shape"):
        Glimpse(0.5, points[1:])
