"""Lays a virtual stick on the back line: it touches from behind and lies in no body."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.back_tracing import points_px
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.virtual_stick import VirtualStick

# Where sacrum, upper back and head are looked for, as shares of hip to shoulder.
PLACES = ((0.0, 0.25), (0.60, 0.95), (1.20, 1.60))
# Where the drawn stick ends, with and without a head in sight.
_LOWER_END, _UPPER_END, _UPPER_END_HEADLESS = -0.08, 1.65, 1.05
_ROUNDING = 1e-6


# Frames that are looked at together.
_BLOCK = 512


@frozen(eq=False)
class _Edge:
    """The edge of back and head in every frame.

    Attributes:
        station: (S,) shares of hip to shoulder.
        along: (T, S) the same up the trunk, in trunk lengths. NaN = unseen.
        depth: (T, S) behind the hip-shoulder line, in trunk lengths. NaN = unseen.
        trunk: (T,) length of the trunk in each picture, in trunk lengths.
    """

    station: Floats
    along: Floats
    depth: Floats
    trunk: Floats

    def within(self, place: tuple[float, float]) -> Bools:
        """(S,) the stations of a place."""
        low, high = place
        return (self.station >= low - _ROUNDING) & (self.station <= high + _ROUNDING)

    def seen(self, place: tuple[float, float]) -> Bools:
        """(T,) where the edge is seen at a place."""
        return np.asarray(np.isfinite(self.depth[:, self.within(place)]).any(axis=1))


def lay_virtual_stick(pose: SagittalPose, back: BackLine) -> VirtualStick:
    """The stick of every frame.

    Of all lines with the whole edge on their front side it is the one with the smallest sum of
    gaps at the contacts that are seen: the edge of the outline's hull above their middle. Without
    the head the other two decide; without one of these there is no stick.

    Args:
        pose: the sagittal pose.
        back: the back line, cleared.
    """
    edge = _edge_of(pose, back)
    height, slope = _hull_edge(edge, _middle(edge))
    # perpendicular distance of every place from the stick, and the way to it
    off = height[:, None] + slope[:, None] * edge.along - edge.depth
    tilt = np.sqrt(1 + slope**2)[:, None]
    gaps, contacts, feet = [], [], []
    for place in PLACES:
        chosen = _nearest(np.where(edge.within(place), off, np.nan))
        at = (_picked(edge.along, chosen), _picked(edge.depth, chosen))
        gap = _picked(off, chosen) / tilt
        foot = (at[0] - gap * slope[:, None] / tilt, at[1] + gap / tilt)
        gaps.append(gap[:, 0])
        contacts.append(_px(pose, edge, *at)[:, 0])
        feet.append(_px(pose, edge, *foot)[:, 0])
    return VirtualStick(
        ends_px=_ends_px(pose, edge, height, slope),
        gap=np.maximum(np.stack(gaps, axis=1), 0.0),
        contacts_px=np.stack(contacts, axis=1),
        feet_px=np.stack(feet, axis=1),
    )


def _edge_of(pose: SagittalPose, back: BackLine) -> _Edge:
    reach = points_px(pose, np.array([0.0, 1.0]), np.zeros((len(pose.time_s), 2)))
    trunk = np.linalg.norm(reach[:, 1] - reach[:, 0], axis=1) / pose.trunks_px
    station = np.concatenate([back.station, back.head_station])
    depth = np.concatenate([back.depth, back.head_depth], axis=1)
    along = np.where(np.isfinite(depth), station * trunk[:, None], np.nan)
    return _Edge(station, along, depth, trunk)


def _middle(edge: _Edge) -> Floats:
    """(T,) the contacts' mean place up the trunk; NaN without sacrum or upper back."""
    sacrum, upper, head = (float(np.mean(place)) for place in PLACES)
    with_head, without = (sacrum + upper + head) / 3, (sacrum + upper) / 2
    middle = np.where(edge.seen(PLACES[2]), with_head, without) * edge.trunk
    whole = edge.seen(PLACES[0]) & edge.seen(PLACES[1])
    return np.where(whole, middle, np.nan)


def _hull_edge(edge: _Edge, middle: Floats) -> tuple[Floats, Floats]:
    """(T,) height over the hip and slope of the hull's edge above a place."""
    # all chords of all frames at once would take forty kilobytes a frame
    blocks = [slice(start, start + _BLOCK) for start in range(0, len(middle), _BLOCK)]
    parts = [_highest_chord(edge.along[b], edge.depth[b], middle[b]) for b in blocks]
    heights, slopes = zip(*parts, strict=True)
    return np.concatenate(heights), np.concatenate(slopes)


def _highest_chord(along: Floats, depth: Floats, middle: Floats) -> tuple[Floats, Floats]:
    """Of all chords across a place the highest there is the hull's edge."""
    below = np.where(along <= middle[:, None], along, np.nan)
    above = np.where(along > middle[:, None], along, np.nan)
    run = above[:, None, :] - below[:, :, None]
    slope = (depth[:, None, :] - depth[:, :, None]) / run
    level = depth[:, :, None] + slope * (middle[:, None, None] - below[:, :, None])
    flat = level.reshape(len(middle), -1)
    best = _nearest(-flat)
    chosen = _picked(slope.reshape(len(middle), -1), best)[:, 0]
    return _picked(flat, best)[:, 0] - chosen * middle, chosen


def _nearest(values: Floats) -> Floats:
    """(T, 1) index of the smallest of each row, as a float; NaN where a row is unseen."""
    known = np.isfinite(values)
    index = np.argmin(np.where(known, values, np.inf), axis=1).astype(np.float64)
    return np.where(known.any(axis=1), index, np.nan)[:, None]


def _picked(values: Floats, index: Floats) -> Floats:
    """(T, 1) one of each row; NaN where the index is."""
    whole = np.nan_to_num(index).astype(np.int64)
    return np.where(np.isfinite(index), np.take_along_axis(values, whole, axis=1), np.nan)


def _px(pose: SagittalPose, edge: _Edge, along: Floats, depth: Floats) -> Floats:
    """(T, N, 2) on the picture of (T, N) places up the trunk and behind it."""
    return points_px(pose, along / edge.trunk[:, None], depth)


def _ends_px(pose: SagittalPose, edge: _Edge, height: Floats, slope: Floats) -> Floats:
    upper = np.where(edge.seen(PLACES[2]), _UPPER_END, _UPPER_END_HEADLESS)
    station = np.stack([np.full(len(upper), _LOWER_END), upper], axis=1)
    along = station * edge.trunk[:, None]
    return _px(pose, edge, along, height[:, None] + slope[:, None] * along)
