"""What the pictures of a recording are like: light, stillness, scene."""

import numpy as np
from attrs import field, frozen

from hingecheck.domain.array import Floats, Ints, frozen_floats, frozen_ints, require_shape

LEFT, TOP, RIGHT, BOTTOM = range(4)


@frozen(eq=False)
class PictureFacts:
    """Small facts per frame, and of every 60th look a closer one. NaN = not known.

    Attributes:
        brightness: (T,) mean grey level of the lifter's box, 0 = black, 255 = white, read in every
            third look.
        burnt_out: (T,) share of the lifter's box that is white without any drawing, as often.
        wander_px: (T, 2) how far the background lies from where it was when the chunk or the scene
            began, right and down, in every third look; NaN where it has no pattern to follow.
        look: (S,) the frames that were looked at closely.
        bars_px: (S, 4) width of even bars at the left, top, right and bottom edge.
        edges_px: (E, 5) long straight edges of the scene: number of the look, then x y x y.
        captions_px: (B, 5) blocks that look like burnt-in text: number of the look, then left, top,
            right, bottom.
    """

    brightness: Floats = field(converter=frozen_floats, repr=False)
    burnt_out: Floats = field(converter=frozen_floats, repr=False)
    wander_px: Floats = field(converter=frozen_floats, repr=False)
    look: Ints = field(converter=frozen_ints, repr=False)
    bars_px: Floats = field(converter=frozen_floats, repr=False)
    edges_px: Floats = field(converter=frozen_floats, repr=False)
    captions_px: Floats = field(converter=frozen_floats, repr=False)

    def __attrs_post_init__(self) -> None:
        frames, looks = len(self.brightness), len(self.look)
        require_shape("burnt_out", self.burnt_out, (frames,))
        require_shape("wander_px", self.wander_px, (frames, 2))
        require_shape("bars_px", self.bars_px, (looks, 4))
        for name in ("edges_px", "captions_px"):
            require_shape(name, getattr(self, name), (len(getattr(self, name)), 5))
            if np.any(getattr(self, name)[:, 0] >= looks):
                raise ValueError(f"{name} names a look that was not taken")
        if np.any(self.look < 0) or np.any(self.look >= frames):
            raise ValueError("look must lie inside the recording")
