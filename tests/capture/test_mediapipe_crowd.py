"""The real engine on a picture with two lifters."""

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from hingecheck.capture.mediapipe_landmarker import mediapipe_crowd
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.video import opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark

SAMPLE = Path(__file__).parents[2] / "sample_clips" / "swing_side_good.mp4"


@pytest.mark.model
def test_everybody_is_found_where_they_stand() -> None:
    """Two lifters who face each other are two people, each with a head on their own half."""
    with opened(SAMPLE) as reader:
        (frame,) = islice(reader.frames(), 30, 31)
    half = frame.picture.shape[1]
    both = np.concatenate([frame.picture, frame.picture[:, ::-1]], axis=1)
    with mediapipe_crowd(model_file(Model.LITE)) as crowd:
        found = crowd.everybody(Frame(0, 0.0, np.ascontiguousarray(both)))
        nobody = crowd.everybody(Frame(1, 0.1, np.full_like(both, 128)))
    assert [points.shape for points in found] == [(LANDMARK_COUNT, 2)] * 2
    noses = sorted(float(points[Landmark.NOSE][0]) for points in found)
    assert noses[0] < half < noses[1]
    assert noses[0] == pytest.approx(2 * half - noses[1], abs=0.05 * half)
    assert nobody == []
