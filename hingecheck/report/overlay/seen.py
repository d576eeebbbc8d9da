"""What may be drawn: only what was seen."""

from collections.abc import Iterator

import numpy as np

from hingecheck.domain.array import Floats


def is_seen(*points_px: Floats) -> bool:
    """Whether all the points are finite."""
    return all(bool(np.isfinite(point).all()) for point in points_px)


def seen_runs(points_px: Floats) -> Iterator[Floats]:
    """The stretches of (N, 2) points without an unseen one between them, in order."""
    seen = np.isfinite(points_px).all(axis=1)
    edges = np.flatnonzero(np.diff(seen)) + 1
    for run in np.split(points_px, edges):
        if len(run) and is_seen(run[0]):
            yield run
