"""From where the camera looks at the lifter."""

from enum import StrEnum
from itertools import pairwise

import numpy as np
from attrs import Factory, field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats


class Side(StrEnum):
    """The lifter's own left or right."""

    LEFT = "left"
    RIGHT = "right"


@frozen
class ViewStretch:
    """A run of frames that one camera films from one side: no cut and no turn lies in it.

    Attributes:
        start: its first frame.
        stop: the frame after its last one.
        near_side: the side nearer the camera.
        facing: +1 where the toes point to the right of the picture, -1 to the left.
        trunk_px: one trunk length, hip to shoulder when upright, in pixels; NaN = nobody is seen.
        body_height_px: the upright body, ear to heel, in pixels; NaN = nobody is seen.
    """

    start: int
    stop: int
    near_side: Side
    facing: int
    trunk_px: float
    body_height_px: float

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"a stretch needs 0 <= start < stop, got {self.start}..{self.stop}")
        if self.facing not in (-1, 1):
            raise ValueError(f"facing must be 1 or -1, got {self.facing}")

    @property
    def frames(self) -> slice:
        """For indexing arrays of T."""
        return slice(self.start, self.stop)


def _one_stretch(view: "View") -> tuple[ViewStretch, ...]:
    """The whole recording from one side, where nothing else is said."""
    whole = max(1, len(view.yaw_deg))
    nan, height = float("nan"), view.body_height_px
    return (ViewStretch(0, whole, view.near_side, view.facing, nan, height),)


@frozen(eq=False)
class View:
    """The camera's place, as far as one recording tells.

    A lifter who turns, or a cut to another camera, begins a new stretch; `near_side`, `facing`
    and `body_height_px` are those of the stretch in which the lifter is seen for longest.

    Attributes:
        yaw_deg: (T,) how far the camera has moved round the lifter from the exact side view:
            0 = side-on, 90 = from the front, 180 = the other side, -90 = from behind. NaN = unseen.
        yaw_u_deg: standard uncertainty of the yaw.
        near_side: the side nearer the camera.
        facing: +1 where the toes point to the right of the picture, -1 to the left.
        body_height_px: the upright body, ear to heel, in pixels of the recording.
        notes: what a reader should know about the film, plain words.
        stretches: all frames in time order, without a gap; one by default.
    """

    yaw_deg: Floats = field(converter=frozen_floats, repr=False)
    yaw_u_deg: float
    near_side: Side
    facing: int
    body_height_px: float
    notes: tuple[str, ...] = ()
    stretches: tuple[ViewStretch, ...] = field(default=Factory(_one_stretch, takes_self=True))

    @property
    def typical_yaw_deg(self) -> float:
        """The median yaw of the recording; NaN where the lifter is never seen."""
        return self.yaw_during(slice(None))

    def yaw_during(self, frames: slice) -> float:
        """The median yaw of some frames; NaN where the lifter is unseen in all of them."""
        yaw = self.yaw_deg[frames]
        known = yaw[np.isfinite(yaw)]
        return float(np.median(known)) if len(known) else float("nan")

    @property
    def facings(self) -> Ints:
        """(T,) +1 or -1 in every frame, as `facing`."""
        return np.repeat([one.facing for one in self.stretches], self._lengths)

    @property
    def trunks_px(self) -> Floats:
        """(T,) one upright trunk length in pixels; NaN = nobody is seen in the stretch."""
        return np.repeat([one.trunk_px for one in self.stretches], self._lengths)

    @property
    def body_heights_px(self) -> Floats:
        """(T,) the upright body in pixels; NaN = nobody is seen in the stretch."""
        return np.repeat([one.body_height_px for one in self.stretches], self._lengths)

    def stretch_at(self, frame: int) -> ViewStretch:
        """The stretch that holds a frame; the last one where the frame lies beyond them all."""
        after = (one for one in self.stretches if frame < one.stop)
        return next(after, self.stretches[-1])

    @property
    def seen_stretches(self) -> tuple[ViewStretch, ...]:
        """Those in which somebody is seen."""
        return tuple(one for one in self.stretches if np.isfinite(self.yaw_deg[one.frames]).any())

    @property
    def _lengths(self) -> list[int]:
        return [one.stop - one.start for one in self.stretches]

    def __attrs_post_init__(self) -> None:
        if self.facing not in (-1, 1):
            raise ValueError(f"facing must be 1 or -1, got {self.facing}")
        if np.any(np.abs(self.yaw_deg) > 180):  # NaN compares false
            raise ValueError("yaw_deg must lie within -180 and 180")
        joined = all(one.stop == two.start for one, two in pairwise(self.stretches))
        if self.stretches[0].start or not joined:
            raise ValueError("the stretches of a view must follow one another from frame 0")
