"""Where rays across a line leave outlines, for many frames at once."""

import numpy as np
from attrs import frozen

from hingecheck.domain.array import Floats, Ints


@frozen(eq=False)
class Crossings:
    """Where polygons' edges cross stations of a line; m crossings of all polygons in a row.

    Attributes:
        owner: (m,) which of the polygons.
        station: (m,) which of the stations.
        out: (m,) how far beside the line.
    """

    owner: Ints
    station: Ints
    out: Floats


def crossings(polygons: list[Floats], stations: Floats) -> Crossings:
    """Every crossing of some closed polygons.

    Args:
        polygons: each (n, 2), along the line and beside it; none empty.
        stations: (S,) along the line, rising.
    """
    counts = np.array([len(polygon) for polygon in polygons])
    own, following = np.concatenate(polygons), _following(counts)
    # between the same two stations at both its ends an edge crosses none, and most edges do
    rank = np.searchsorted(stations, own[:, 0])
    edge = np.flatnonzero(rank != rank[following])
    ends = rank[edge], rank[following[edge]]
    several = np.abs(ends[1] - ends[0])
    before = np.repeat(np.cumsum(several) - several, several)
    station = np.repeat(np.minimum(*ends), several) + np.arange(len(before)) - before
    start, stop = (own[np.repeat(points, several)] for points in (edge, following[edge]))
    share = (stations[station] - start[:, 0]) / (stop[:, 0] - start[:, 0])
    return Crossings(
        owner=np.repeat(np.searchsorted(np.cumsum(counts), edge, side="right"), several),
        station=station,
        out=start[:, 1] + share * (stop[:, 1] - start[:, 1]),
    )


def _following(counts: Ints) -> Ints:
    """(N,) the point that follows each; after a polygon's last one comes its first."""
    following = np.arange(1, counts.sum() + 1)
    following[np.cumsum(counts) - 1] -= counts
    return following
