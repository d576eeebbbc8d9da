"""Frames -> glimpses: looks a few times a second for everybody in the picture.

The pose track follows one person. Whoever else is there is looked for with the same model, each
look by itself, so that a person who was lost or never followed is found anew.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from hingecheck.capture.landmarker import Crowd
from hingecheck.domain.frame import Frame
from hingecheck.domain.glimpse import Glimpse

EVERY_S: Final = 0.1


def glimpse_everybody(
    frames: Iterable[Frame],
    crowd: Crowd,
    on_frame: Callable[[Frame], None] = lambda _: None,
    every_s: float = EVERY_S,
) -> Iterator[Glimpse]:
    """Everybody in about ten frames of every second.

    Args:
        frames: in time order.
        crowd: finds the people in a picture.
        on_frame: called after each frame.
        every_s: the time between two looks.
    """
    due_s = float("-inf")
    for frame in frames:
        if frame.time_s >= due_s:
            due_s = frame.time_s + every_s
            for image_px in crowd.everybody(frame):
                yield Glimpse(frame.time_s, image_px)
        on_frame(frame)
