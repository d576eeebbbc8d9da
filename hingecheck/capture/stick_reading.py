"""One picture: the straightest bar beside the back, and how far the body stands off it.

The picture is turned so that the trunk stands upright. There a stick is a pair of edges, one toward
the body and one away from it, that runs along the trunk and beyond both its ends.
"""

from typing import Final

import numpy as np
from attrs import field, frozen

from hingecheck.capture.edge_pairs import straightest
from hingecheck.capture.stick_gaps import gaps_along
from hingecheck.capture.trunk_picture import GRAIN, LOW, Picture, edges_across, upright_trunk
from hingecheck.domain.array import Floats
from hingecheck.domain.stick_looks import STICK_STATIONS

# The ends are where the last edges are, but for a stray one or two.
_STRAY_PERCENT: Final = (3, 97)


@frozen(eq=False)
class Bar:
    """What was found, in pixels of the picture.

    Attributes:
        ends_px: (2, 2) lower and upper end of the edge toward the body.
        width_px: from edge to edge.
        support: along how much of it both edges show without a break, beyond what other lines
            there have, in lengths of the trunk: before a busy wall every line has some.
        gap_px: (S,) from it to the body at `STICK_STATIONS`; NaN = not to be told.
    """

    ends_px: Floats = field(repr=False)
    width_px: float
    support: float
    gap_px: Floats = field(repr=False)


def read_bar(picture: Picture, hip: Floats, shoulder: Floats, facing: int) -> Bar | None:
    """The straightest bar behind the trunk; None where there is nothing of the kind.

    Args:
        picture: (H, W, 3), not turned.
        hip: (2,) x and y, pixels of the picture.
        shoulder: (2,) the same.
        facing: +1 where forward is to the right of the picture, else -1.
    """
    upright, to_picture = upright_trunk(picture, hip, shoulder, facing)
    line = straightest(*edges_across(upright))
    if line is None:
        return None
    inner = line.outer - line.width
    rows = np.round(np.percentile(np.flatnonzero(line.both), _STRAY_PERCENT)).astype(np.int64)
    ends = np.stack([inner[rows], rows, np.ones(2)], axis=1)
    scale = float(np.linalg.norm(shoulder - hip)) / GRAIN
    at = np.round((STICK_STATIONS - LOW) * GRAIN).astype(np.int64)
    return Bar(
        ends_px=ends @ to_picture.T,
        width_px=line.width * scale,
        support=line.support,
        gap_px=scale * gaps_along(upright, inner, line.outer, line.one, at),
    )
