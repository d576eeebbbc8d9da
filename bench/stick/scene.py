"""A hinge with a dowel held along the back, drawn like a rep of the spine bench."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from attrs import evolve, field, frozen

from bench.lifter.mesh import join
from bench.lifter.person import DressedBody, dress
from bench.lifter.pose import PoseAngles, Posed, Skeleton
from bench.lifter.renderer import Picture, Renderer
from bench.lifter.rotations import LEFT, Array
from bench.lifter.scene import trunk_m
from bench.spine.snippets import SnippetScene
from bench.stick.dowel import Dowel, Laid, drawn, lay
from bench.stick.grip import hold_behind

# Where the fists are, as shares of hip to shoulder: behind the neck, in the hollow of the back.
_UPPER_FIST: Final = 1.12
_LOWER_FIST: Final = 0.35


@frozen(eq=False)
class StickScene(SnippetScene):
    """A rep whose lifter holds a dowel.

    Attributes:
        dowel: What is held.
        shown: Whether it is drawn; the hands are where they are all the same.
        upper: The side of the hand at the neck, "L" or "R".
        neck_deg: Flexion of the neck beyond the movement's own; positive = chin in.
    """

    dowel: Dowel = field(factory=Dowel)
    shown: bool = True
    upper: str = "R"
    neck_deg: float = 0.0

    def pictures(self) -> Iterator[Picture]:
        """Yield the pictures, (H, W, 3) RGB."""
        timeline, draw = self.timeline(), _Drawing(self)
        last: tuple[float, Array] | None = None
        for index, time_s in enumerate(self.moments().shown_s):
            if last is None or last[0] != time_s:
                last = time_s, draw.picture(timeline.at(time_s)).astype(np.float32)
            yield self._as_recorded(last[1], index)

    def laid(self, times_s: Sequence[float] | None = None) -> list[Laid]:
        """Where the dowel is at some times; None = in every picture."""
        timeline, draw = self.timeline(), _Posing(self)
        wanted = self.moments().shown_s if times_s is None else times_s
        known = {time_s: draw.posed(timeline.at(time_s))[1] for time_s in set(wanted)}
        return [known[time_s] for time_s in wanted]


class _Posing:
    """A lifter who holds the dowel."""

    def __init__(self, scene: StickScene) -> None:
        self._scene = scene
        self._skeleton: Skeleton = scene.skeleton()
        self._dressed: DressedBody = dress(self._skeleton.body, scene.look)
        self._trunk_m = trunk_m(self._skeleton)

    def posed(self, angles: PoseAngles) -> tuple[Posed, Laid]:
        """Return the pose with both hands on the dowel, and where that is."""
        scene = self._scene
        angles = evolve(angles, neck_deg=angles.neck_deg + scene.neck_deg)
        free = self._skeleton.pose(angles)
        skin = self._dressed.posed(free, scene.dual_quaternion_share)
        laid = lay(scene.dowel, self._dressed, skin, free, self._trunk_m)
        along = laid.ends_m[1] - laid.ends_m[0]
        along = along / np.linalg.norm(along)
        span = scene.dowel.high - scene.dowel.low
        places, poles = {}, {}
        for side in "LR":
            outward = (1.0 if side == "L" else -1.0) * LEFT
            at_neck = side == scene.upper
            station = _UPPER_FIST if at_neck else _LOWER_FIST
            places[side] = laid.at((station - scene.dowel.low) / span)
            poles[side] = outward + (0.8 * along if at_neck else 0.9 * laid.back_m)
        return hold_behind(free, places, poles, along), laid


class _Drawing(_Posing):
    """A scene's lifter and room, set up once for all frames."""

    def __init__(self, scene: StickScene) -> None:
        super().__init__(scene)
        self._renderer = Renderer(scene.room, scene.camera)

    def picture(self, angles: PoseAngles) -> Picture:
        """Return one sharp picture."""
        posed, laid = self.posed(angles)
        things = [self._dressed.posed(posed, self._scene.dual_quaternion_share)]
        if self._scene.shown:
            things.append(drawn(self._scene.dowel, laid))
        return self._renderer.draw(join(things))
