"""Angles and distances in the sagittal plane: x forward, y up. NaN in, NaN out."""

import numpy as np

from hingecheck.domain.array import Floats


def inclination_deg(lower: Floats, upper: Floats) -> Floats:
    """Angle of a segment from vertical; (T, 2) points in, (T,) degrees out.

    0 where the upper point is straight above the lower one, forward positive, -180..180.
    """
    forward, up = (upper - lower).T
    return np.asarray(np.degrees(np.arctan2(forward, up)))


def wrapped_deg(angle: Floats, lowest: float = -180.0) -> Floats:
    """The same angles in `lowest`..`lowest` + 360."""
    return np.asarray((angle - lowest) % 360.0 + lowest)


def bend_deg(first: Floats, corner: Floats, last: Floats) -> Floats:
    """How far three (T, 2) points are from a straight line: 0 = straight, never negative."""
    one, other = first - corner, last - corner
    cross = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    along = (one * other).sum(axis=1)
    return np.asarray(180.0 - np.degrees(np.abs(np.arctan2(cross, along))))


def bend_in_space_deg(first: Floats, corner: Floats, last: Floats) -> Floats:
    """The same for (T, 3) points."""
    one, other = first - corner, last - corner
    across = np.linalg.norm(np.cross(one, other), axis=1)
    along = (one * other).sum(axis=1)
    return np.asarray(180.0 - np.degrees(np.arctan2(across, along)))


def ahead_of_line(point: Floats, lower: Floats, upper: Floats) -> Floats:
    """Signed distance of (T, 2) points from the line lower-upper, in front of it positive.

    In the unit of the points; NaN where the line has no length.
    """
    along = upper - lower
    length = np.linalg.norm(along, axis=1)
    length = np.where(length > 0, length, np.nan)
    offset = point - lower
    return np.asarray((offset[:, 0] * along[:, 1] - offset[:, 1] * along[:, 0]) / length)
