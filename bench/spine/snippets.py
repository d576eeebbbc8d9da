"""A rep of which only the telling frames are drawn: upright, early in the hinge, at the bottom.

Drawing is what costs time; a back line needs no other frame.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.renderer import Picture
from bench.lifter.rotations import Array
from bench.lifter.scene import Scene, _Drawing, trunk_m
from bench.lifter.timeline import Timeline
from bench.lifter.truth import Truth, measure

# Trunk inclinations at which the way down is looked at.
EARLY_DEG: Final = (10.0, 16.0, 22.0, 28.0, 34.0, 42.0)
_UPRIGHT_FRAMES: Final = 3
_BOTTOM_FRAMES: Final = 6


@frozen(eq=False)
class Moments:
    """When the frames of a rep are taken.

    Attributes:
        upright_s: Standing, neighbours.
        early_s: On the way down, at `EARLY_DEG`.
        bottom_s: Around the deepest moment, neighbours.
    """

    upright_s: tuple[float, ...]
    early_s: tuple[float, ...]
    bottom_s: tuple[float, ...]

    @property
    def shown_s(self) -> tuple[float, ...]:
        """The time of every picture, the doubled ones included."""
        snippets = (self.upright_s, self.early_s, self.bottom_s)
        return tuple(t for snippet in snippets for t in (*snippet[:1], *snippet))


def moments_of(timeline: Timeline, fps: float) -> Moments:
    """Find the frames of the last rep, on the clock of a camera with `fps`."""
    bottom = round(timeline.reps[-1].bottom_s * fps)
    before = len(timeline.reps) > 1
    top_s = timeline.reps[-2].top_s if before else timeline.reps[-1].bottom_s - 1.45
    top = max(1, round(top_s * fps))
    way = np.arange(top, bottom + 1)
    trunk = np.array([timeline.at(frame / fps).trunk_deg for frame in way])
    early = sorted({int(way[np.argmin(abs(trunk - degrees))]) for degrees in EARLY_DEG})
    half = _BOTTOM_FRAMES // 2
    deep = range(bottom - half, bottom - half + _BOTTOM_FRAMES)
    upright = range(top - 1, top - 1 + _UPRIGHT_FRAMES)
    return Moments(
        upright_s=tuple(frame / fps for frame in upright if frame < min(early)),
        early_s=tuple(frame / fps for frame in early if frame < min(deep)),
        bottom_s=tuple(frame / fps for frame in deep),
    )


@frozen(eq=False)
class SnippetScene(Scene):
    """A scene that shows three snippets of its last rep.

    The first frame of each is shown twice: the tracker gets a chance to follow the jump.
    """

    def moments(self) -> Moments:
        """When the frames are taken."""
        return moments_of(self.timeline(), self.fps)

    def truth(self) -> Truth:
        """Return the truth of every picture."""
        skeleton, timeline = self.skeleton(), self.timeline()
        shown_s = moments_of(timeline, self.fps).shown_s
        angles = [(time_s, timeline.at(time_s)) for time_s in shown_s]
        moments = [(time_s, one, skeleton.pose(one)) for time_s, one in angles]
        return measure(moments, self.camera, trunk_m(skeleton), timeline.reps[-1:], self.facts())

    def pictures(self) -> Iterator[Picture]:
        """Yield the pictures, (H, W, 3) RGB."""
        timeline, draw = self.timeline(), _Drawing(self)
        last: tuple[float, Array] | None = None
        for index, time_s in enumerate(moments_of(timeline, self.fps).shown_s):
            if last is None or last[0] != time_s:
                last = time_s, draw.picture(timeline.at(time_s)).astype(np.float32)
            yield self._as_recorded(last[1], index)
