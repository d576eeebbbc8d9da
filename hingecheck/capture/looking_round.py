"""Frames pass through; now and then everybody in the picture is looked for."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

import numpy as np

from hingecheck.capture.landmarker import Crowd
from hingecheck.capture.mediapipe_landmarker import mediapipe_crowd
from hingecheck.capture.model_file import Model, model_file
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame

# One look in four seconds; a look costs about as much as three frames of the track.
EVERY_FRAMES = 120
# A single look may be a slip: even a clip of two seconds gets two.
EARLY_FRAMES = (15, 45)


class People:
    """Who was found by the looks so far."""

    def __init__(self) -> None:
        self._boxes: list[list[float]] = []
        self._looks = 0

    def looking_round(self, frames: Iterable[Frame]) -> Iterator[Frame]:
        """The same frames; in two early ones and every `EVERY_FRAMES`-th all are looked for."""
        with ExitStack() as stack:
            crowd: Crowd | None = None
            for position, frame in enumerate(frames):
                if position in EARLY_FRAMES or (position and position % EVERY_FRAMES == 0):
                    # finds as many people as the larger models, sooner
                    crowd = crowd or stack.enter_context(mediapipe_crowd(model_file(Model.LITE)))
                    self._look(frame, crowd)
                yield frame

    def _look(self, frame: Frame, crowd: Crowd) -> None:
        self._looks += 1
        for image_px in crowd.everybody(frame):
            self._boxes.append([frame.time_s, *image_px.min(axis=0), *image_px.max(axis=0)])

    @property
    def boxes(self) -> Floats | None:
        """(n, 5) time, left, top, right and bottom of everybody, as `PoseTrack.people`.

        None where a recording is too short to be looked at as often as `EARLY_FRAMES` asks.
        """
        if self._looks < len(EARLY_FRAMES):
            return None
        # at the track file's precision, so that a stored track is judged exactly as a fresh one
        found = np.array(self._boxes, dtype=np.float32).reshape(-1, 5)
        return found.astype(np.float64)
