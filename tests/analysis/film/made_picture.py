"""Picture facts made by hand, and films of the synthetic lifter with them."""

from typing import Any

import numpy as np
from attrs import evolve

from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import swing


def made_picture(frames: int, **given: Any) -> PictureFacts:
    """A well lit, still picture, unless something else is given."""
    facts = {
        "brightness": np.full(frames, 110.0),
        "burnt_out": np.zeros(frames),
        "wander_px": np.zeros((frames, 2)),
        "look": [0],
        "bars_px": np.zeros((1, 4)),
        "edges_px": np.empty((0, 5)),
        "captions_px": np.empty((0, 5)),
    }
    return PictureFacts(**(facts | given))


def pictured(track: PoseTrack | None = None, **given: Any) -> PoseTrack:
    """Three swings from the side with such a picture."""
    found = track or filmed(swing(3), Film())
    return evolve(found, picture=made_picture(len(found.time_s), **given))
