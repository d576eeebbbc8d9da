"""Frames pass through; now and then everybody in the picture is looked for."""

from collections.abc import Generator, Iterable
from contextlib import ExitStack
from typing import Self

import numpy as np

from hingecheck.capture.landmarker import Crowd
from hingecheck.capture.mediapipe_landmarker import mediapipe_crowd
from hingecheck.capture.model_file import Model, model_file
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame

# One look in four seconds; a look costs about as much as three frames of the track.
EVERY_FRAMES = 120
# A single look may be a slip: even a clip of two seconds gets three.
EARLY_FRAMES = (3, 15, 45)
_FEWEST_LOOKS = 2


class People:
    """Who was found by the looks so far.

    Attributes:
        found: of everybody: seconds, left, top, right and bottom in pixels of the recording.
        looks: how many there were.
    """

    def __init__(self) -> None:
        self.found: list[list[float]] = []
        self.looks = 0

    @classmethod
    def together(cls, parts: Iterable["People"]) -> Self:
        """Who was found in all parts of a recording, given in order."""
        whole = cls()
        for part in parts:
            whole.found += part.found
            whole.looks += part.looks
        return whole

    def looking_round(
        self, frames: Iterable[Frame], begin: int = 0
    ) -> Generator[Frame, None, None]:
        """The same frames; in three early ones and every `EVERY_FRAMES`-th all are looked for.

        Args:
            frames: of the whole recording, from its first one on.
            begin: position of the first frame in which a look is wanted.
        """
        with ExitStack() as stack:
            crowd: Crowd | None = None
            for position, frame in enumerate(frames):
                if position >= begin and _is_due(position):
                    # finds as many people as the larger models, sooner
                    crowd = crowd or stack.enter_context(mediapipe_crowd(model_file(Model.LITE)))
                    self._look(frame, crowd)
                yield frame

    def _look(self, frame: Frame, crowd: Crowd) -> None:
        self.looks += 1
        for image_px in crowd.everybody(frame):
            self.found.append([frame.time_s, *image_px.min(axis=0), *image_px.max(axis=0)])

    @property
    def boxes(self) -> Floats | None:
        """(n, 5) time, left, top, right and bottom of everybody, as `PoseTrack.people`.

        None where a recording is too short for a second look.
        """
        if self.looks < _FEWEST_LOOKS:
            return None
        # at the track file's precision, so that a stored track is judged exactly as a fresh one
        boxes = np.array(self.found, dtype=np.float32).reshape(-1, 5)
        return boxes.astype(np.float64)


def _is_due(position: int) -> bool:
    return position in EARLY_FRAMES or (position > 0 and position % EVERY_FRAMES == 0)
