"""Single frames of a recording are read again, those that were asked for."""

from pathlib import Path

import cv2
import numpy as np
from attrs import evolve

from hingecheck.analysis.stick_finding import LEAST_SUPPORT
from hingecheck.capture.stick_looking import look_at_places, look_for_stick
from hingecheck.domain.stick_looks import StickPlaces
from tests.synthetic.film import filmed
from tests.synthetic.movements import slow_lift
from tests.synthetic.stick import HIP, SHOULDER, picture_of

TRACK = filmed(slow_lift(1))


def test_hanging_hands_do_not_open_the_recording() -> None:
    """The ordinary lift costs nothing: its file need not even be there any more."""
    assert look_for_stick(TRACK, Path("gone.mp4")) is TRACK


def test_the_frames_asked_for_are_the_ones_that_are_read(tmp_path: Path) -> None:
    """By their time: the stick is in the picture from the third frame on."""
    path = tmp_path / "stick.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30, (600, 600))
    for frame in range(5):
        writer.write(picture_of(12.0 if frame >= 3 else None))
    writer.release()
    asked = np.array([2, 3])
    places = StickPlaces(asked, np.tile(HIP, (2, 1)), np.tile(SHOULDER, (2, 1)), [1, 1])
    found = look_at_places(evolve(TRACK, time_s=np.arange(len(TRACK.time_s)) / 30), places, path)
    assert found.stick is not None
    assert found.stick.frame.tolist() == [2, 3]
    before, after = found.stick.support
    assert not before >= LEAST_SUPPORT
    assert after >= LEAST_SUPPORT
