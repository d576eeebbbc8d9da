"""How far sacrum, upper back and head stand off a held stick."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.back_clearing import along_and_behind, arm_points
from hingecheck.analysis.back_tracing import trunk_axes
from hingecheck.analysis.outline_crossing import crossings
from hingecheck.analysis.stick_finding import Sticks
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.stick_looks import STICK_STATIONS, StickLooks
from hingecheck.domain.view import Side, View

# Where each is looked for: the seat with the sacrum above it, the upper back, the back of the head
# above the hand that holds the stick at the neck and its elbow. Shares of hip to shoulder.
PLACES = ((-0.20, 0.25), (0.60, 0.95), (1.45, 1.65))
# A gap is told from so many stations of a place.
LEAST_STATIONS = 3
# A near arm whose middle is this close before what was measured hides it.
_ARM_HALF_WIDTH, _ARM_REACH = 0.12, 0.12
# The outline may cut into the stick by so much and still end before it.
_INTO_STICK = 0.02
_BEHIND_STICK = 0.06
_ROUNDING = 1e-6


@frozen(eq=False)
class Gaps:
    """For each look with a stick, in lengths of the trunk there.

    Attributes:
        gap: (n, 3) square to the stick; NaN = unseen.
        station: (n, 3) where along the hip-shoulder line; NaN = unseen.
        armed: (n, 3) where an arm hides the place.
    """

    gap: Floats
    station: Floats
    armed: Bools


def measure_gaps(
    sticks: Sticks, looks: StickLooks, pose: SagittalPose, track: PoseTrack, view: View
) -> Gaps:
    """The least gap of each place.

    Between stick and body one sees what is behind both: that was read off the picture. Where a
    busy background forbids it, the outline's last edge before the stick stands for the body.

    Args:
        sticks: the looks that show it.
        looks: all looks.
        pose: the sagittal pose.
        track: conditioned, for outline and arms.
        view: says which arm is before the body.
    """
    frames = looks.frame[sticks.look]
    hip, axes = trunk_axes(pose, frames)
    length_px = 1 / np.linalg.norm(axes[:, :, 0], axis=1)
    pictured = looks.gap_px[sticks.look] / length_px[:, None]
    outlined = np.stack(
        [
            _to_outline((track.outline.polygon_px(frame) - origin) @ own, inner, width)
            for frame, origin, own, inner, width in zip(
                frames.tolist(),
                hip,
                axes,
                sticks.inner,
                looks.width_px[sticks.look] / length_px,
                strict=True,
            )
        ]
    )
    body = sticks.inner - np.nan_to_num(np.fmax(pictured, outlined))
    armed = _under_the_near_arm(body, frames, pose, track, view)
    parts = [_place(place, pictured, outlined, armed) for place in PLACES]
    gap, station, hidden = (np.stack(part, axis=1) for part in zip(*parts, strict=True))
    return Gaps(gap / np.sqrt(1 + sticks.slope**2)[:, None], station, hidden)


def _to_outline(polygon: Floats, inner: Floats, width: float) -> Floats:
    """(S,) from the stick to where the outline ends before it; 0 where it ends on the stick."""
    gap = np.full(len(STICK_STATIONS), np.nan)
    if len(polygon) < 3:
        return gap
    found = crossings([polygon], STICK_STATIONS)
    for station in range(len(STICK_STATIONS)):
        ends = np.sort(found.out[found.station == station])[1::2]
        before = ends[ends <= inner[station] + _INTO_STICK]
        if len(before):
            gap[station] = max(0.0, inner[station] - before.max())
        elif (ends <= inner[station] + width + _BEHIND_STICK).any():
            gap[station] = 0.0
    return gap


def _place(
    place: tuple[float, float], pictured: Floats, outlined: Floats, armed: Bools
) -> tuple[Floats, Floats, Bools]:
    """(n,) least gap of a place, its station, and whether an arm hides most of the place."""
    low, high = place
    inside = (low - _ROUNDING <= STICK_STATIONS) & (high + _ROUNDING >= STICK_STATIONS)
    free = inside & ~armed
    in_picture = np.where(free & np.isfinite(pictured), np.fmax(pictured, outlined), np.nan)
    in_outline = np.where(free, outlined, np.nan)
    enough = np.isfinite(in_picture).sum(axis=1) >= LEAST_STATIONS
    gaps = np.where(enough[:, None], in_picture, in_outline)
    known = np.isfinite(gaps).sum(axis=1) >= LEAST_STATIONS
    at = np.argmin(np.where(np.isfinite(gaps), gaps, np.inf), axis=1)
    least = np.where(known, gaps[np.arange(len(gaps)), at], np.nan)
    hidden = armed[:, inside].mean(axis=1) >= 0.5
    return least, np.where(known, STICK_STATIONS[at], np.nan), hidden & ~known


def _under_the_near_arm(
    body: Floats, frames: Ints, pose: SagittalPose, track: PoseTrack, view: View
) -> Bools:
    """(n, S) where the arm on the camera's side lies before the edge of the body."""
    along, behind = (part[frames] for part in along_and_behind(pose, arm_points(track)))
    left = np.repeat([True, False], along.shape[1] // 2)
    near = np.where(_near_left(view, len(pose.time_s))[frames][:, None], left, ~left)
    hidden = np.zeros(body.shape, dtype=np.bool_)
    for place in range(along.shape[1]):
        close = np.abs(along[:, place, None] - STICK_STATIONS) <= _ARM_REACH
        before = behind[:, place, None] > body - _ARM_HALF_WIDTH  # NaN compares false
        hidden |= close & before & near[:, place, None]
    return hidden


def _near_left(view: View, frames: int) -> Bools:
    left = np.zeros(frames, dtype=np.bool_)
    for one in view.stretches:
        left[one.frames] = one.near_side is Side.LEFT
    return left
