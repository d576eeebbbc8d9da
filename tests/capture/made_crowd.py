"""Films of bright boxes for people, and engines that see them: no model, no video file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from attrs import frozen

from hingecheck.capture.landmarker import Crowd, Landmarker, Sighting
from hingecheck.capture.pace import Pace
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import LANDMARK_COUNT

FPS = 20.0
# Left, top, right and bottom at a time; None = not there.
Walk = Callable[[float], tuple[float, float, float, float] | None]


@frozen
class BoxFilm:
    """A film in which people are boxes, each brighter than the one before.

    Attributes:
        people: where each is at a time.
        frames: how many there are.
        size: width and height.
        slowed: how many times slower than filmed it plays.
    """

    people: tuple[Walk, ...]
    frames: int
    size: tuple[int, int] = (160, 120)
    slowed: float = 1.0

    def frames_between(
        self, _start_s: float | None, _end_s: float | None, pace: Pace | None = None
    ) -> Iterator[Frame]:
        """All of them."""
        for index in range(self.frames):
            time_s = index / FPS
            picture = np.zeros((self.size[1], self.size[0], 3), dtype=np.uint8)
            for number, walk in enumerate(self.people):
                box = walk(time_s)
                if box is not None:
                    left, top, right, bottom = (round(edge) for edge in box)
                    picture[top:bottom, left:right] = 100 + 50 * number
            if pace is not None:
                pace.count(time_s, looked=True)
            yield Frame(index, time_s, picture)


class BoxCrowd:
    """Finds every box that is large enough in the picture."""

    def __init__(self, least_share: float = 0.0) -> None:
        self._least_share = least_share

    def everybody(self, frame: Frame) -> list[Floats]:
        """Landmarks on the edges of each box."""
        found = []
        height = frame.picture.shape[0]
        for level in (100, 150):
            rows, columns = np.nonzero(frame.picture[..., 0] == level)
            if not len(rows) or np.ptp(rows) < self._least_share * height:
                continue
            points = np.empty((LANDMARK_COUNT, 2))
            points[::2] = (columns.min(), rows.min())
            points[1::2] = (columns.max() + 1, rows.max() + 1)
            found.append(points)
        return found


class BoxEyes:
    """Follows the largest box in what it is shown, and keeps the size of the picture."""

    def __init__(
        self, least_share: float = 0.0, shown: list[tuple[int, ...]] | None = None
    ) -> None:
        self._crowd = BoxCrowd(least_share)
        self._shown = shown

    def see(self, frame: Frame) -> Sighting | None:
        """The largest box."""
        if self._shown is not None:
            self._shown.append(frame.picture.shape)
        found = self._crowd.everybody(frame)
        if not found:
            return None
        points = max(found, key=lambda one: float(np.prod(one[1] - one[0])))
        return Sighting(
            image_px=points,
            world_m=np.zeros((LANDMARK_COUNT, 3)),
            visibility=np.ones(LANDMARK_COUNT),
            polygon_px=np.empty((0, 2)),
        )


def still(left: float, top: float, right: float, bottom: float) -> Walk:
    """Somebody who stands there."""
    return lambda _: (left, top, right, bottom)


def lifting(left: float, top: float, right: float, bottom: float) -> Walk:
    """Somebody who bends to two thirds of the height every two seconds."""

    def box(time_s: float) -> tuple[float, float, float, float]:
        down = (1 - np.cos(np.pi * time_s)) / 2 * (bottom - top) / 3
        return left, top + float(down), right, bottom

    return box


@contextmanager
def opened_eyes(eyes: Landmarker) -> Iterator[Landmarker]:
    """As an engine is opened."""
    yield eyes


@contextmanager
def opened_crowd(crowd: Crowd) -> Iterator[Crowd]:
    """As an engine for everybody is opened."""
    yield crowd
