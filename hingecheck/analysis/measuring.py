"""The sagittal pose is read as signals, each with its uncertainty."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from hingecheck.analysis.frontal import NAMES as FRONTAL
from hingecheck.analysis.frontal import frontal_signals
from hingecheck.analysis.geometry import bend_in_space_deg, inclination_deg
from hingecheck.analysis.hidden_hands import place_hidden_hands
from hingecheck.analysis.signal_catalogue import CATALOGUE, SignalKind
from hingecheck.analysis.uncertainty import side_u
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.domain.view import View

# Beyond this yaw an angle read off the picture loses this much per degree (own projections of a
# lifter seen from 3 m; docs/decisions/0004-first-uncertainties.md).
FREE_YAW_DEG = 10.0
DEG_PER_DEG = 0.15
# The same for lengths: 0.3 degrees turn a trunk length by 0.005.
TRUNKS_PER_DEG = 0.005
# From here on a sagittal angle read off the picture says nothing; heights still do.
MAX_YAW_DEG = 50.0
_FROM_ANY_VIEW = frozenset(
    {"swing_height", "hands_above_knee", "hands_above_elbow", "shoulder_height"}
    | {"trunk_inclination_3d", "knee_flexion_3d", "camera_yaw", *FRONTAL}
)
# How high hands are, hidden or not; how an arm is held and bent is read where the model sees it.
_OF_HANDS = frozenset({"swing_height", "hands_above_knee", "hands_above_elbow"})
# A hinge index needs this much of a fold; below it a degree of noise turns the ratio over.
MIN_FOLD_DEG = 40.0
# A joint that bends less than this has no timing: noise decides when it is through.
MIN_BEND_DEG = 12.0
_DEEPEST_PERCENTILE = 95
# The straightest tenth of the frames is where the lifter stands.
_STANDING_PERCENTILE = 10
_STANDING_HEEL_PERCENTILE = 25


def measure_signals(pose: SagittalPose, back: BackLine, view: View, track: PoseTrack) -> SignalSet:
    """Every signal of the catalogue, then those that need more than the pose.

    `track` gives the trunk's inclination in space, which rep finding needs in oblique views, and
    tells which hands are hidden.
    """
    placed = place_hidden_hands(pose, view, track)
    signals = [
        _signal(kind, placed if kind.name in _OF_HANDS else pose, back, view) for kind in CATALOGUE
    ]
    known = SignalSet(time_s=pose.time_s, signals=tuple(signals), looked=track.looked)
    extra = (
        _hinge_index(known, view),
        _trunk_in_space(track),
        _knee_in_space(track),
        _extended("hip_extended", known["trunk_thigh_flexion"], view),
        _extended("knee_extended", known["knee_flexion"], view),
        _heel_rise(pose, view),
        _yaw(view),
        *frontal_signals(track, view),
    )
    return evolve(known, signals=(*known, *extra))


def within_view(signals: SignalSet, view: View) -> SignalSet:
    """The signals without what cannot be seen from where the camera stands.

    Events are found before this, on curves that keep their shape from any side; numbers that a
    person reads, or a check compares, come from here.
    """
    oblique = np.abs(view.yaw_deg) > MAX_YAW_DEG  # unseen compares false and is NaN anyway
    kept = (
        signal
        if signal.name in _FROM_ANY_VIEW
        else evolve(signal, values=np.where(oblique, np.nan, signal.values))
        for signal in signals
    )
    return evolve(signals, signals=tuple(kept))


def _signal(kind: SignalKind, pose: SagittalPose, back: BackLine, view: View) -> Signal:
    values = kind.read(pose, back)
    beyond = np.clip(np.abs(np.nan_to_num(view.yaw_deg)) - FREE_YAW_DEG, 0, None)
    per_deg = DEG_PER_DEG if kind.unit == "deg" else TRUNKS_PER_DEG
    if kind.name in _FROM_ANY_VIEW:
        per_deg = 0.0  # a height is as good from the front
    return Signal(kind.name, kind.unit, values, side_u(kind) + per_deg * beyond)


def _hinge_index(known: SignalSet, view: View) -> Signal:
    """Share of the hip in the whole fold, counted from the lifter's own standing.

    1 = all hip, 0.5 = as much knee as hip. NaN where the fold is below `MIN_FOLD_DEG`.
    """
    hip, knee = known["trunk_thigh_flexion"], known["knee_flexion"]
    hip_fold, knee_fold = (_from_standing(joint.values, view) for joint in (hip, knee))
    whole = hip_fold + knee_fold
    folded = whole >= MIN_FOLD_DEG
    whole = np.where(folded, whole, np.nan)
    index = hip_fold / whole
    u = np.hypot((1 - index) * hip.u, index * knee.u) / whole
    return Signal("hinge_index", "ratio", index, u)


def _from_standing(values: Floats, view: View) -> Floats:
    """(T,) counted from what is usual of an upright lifter in the same stretch of one view."""
    return _in_each(view, values, lambda part: part - _percentile(part, _STANDING_PERCENTILE))


def _in_each(view: View, values: Floats, change: Callable[[Floats], Floats]) -> Floats:
    """(T,) each stretch of one view changed by itself; where nothing is seen it stays NaN."""
    changed = np.full(len(values), np.nan)
    for one in view.stretches:
        part = values[one.frames]
        if np.isfinite(part).any():
            changed[one.frames] = change(part)
    return changed


def _percentile(values: Floats, percentile: float) -> float:
    return float(np.percentile(values[np.isfinite(values)], percentile))


def _trunk_in_space(track: PoseTrack) -> Signal:
    """Trunk inclination from the model's guess of depth, never negative; for any view.

    Too coarse for a verdict (6 degrees mean error on rendered clips), good enough to tell a
    hinge from a squat.
    """
    hip = track.world_m[:, [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=1)
    shoulder = track.world_m[:, [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]].mean(axis=1)
    across, down, depth = (shoulder - hip).T
    sideways = np.stack([np.hypot(across, depth), -down], axis=1)
    values = inclination_deg(np.zeros_like(sideways), sideways)
    return Signal("trunk_inclination_3d", "deg", values, np.full(len(values), 7.0))


def _knee_in_space(track: PoseTrack) -> Signal:
    """Knee flexion from the model's guess of depth, the mean of both legs; for any view."""
    legs = [
        bend_in_space_deg(*(track.world_m[:, point] for point in leg))
        for leg in (
            (Landmark.LEFT_HIP, Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE),
            (Landmark.RIGHT_HIP, Landmark.RIGHT_KNEE, Landmark.RIGHT_ANKLE),
        )
    ]
    values = np.mean(legs, axis=0)
    return Signal("knee_flexion_3d", "deg", values, np.full(len(values), 8.0))


def _extended(name: str, flexion: Signal, view: View) -> Signal:
    """0 where a joint is as bent as ever in the view, 1 where it is as straight as standing.

    NaN throughout where the joint bends by less than `MIN_BEND_DEG`.
    """
    bent = _from_standing(flexion.values, view)
    whole = _in_each(view, bent, _deepest)
    return Signal(name, "ratio", 1 - bent / whole, np.sqrt(2) * flexion.u / whole)


def _deepest(bent: Floats) -> Floats:
    deepest = _percentile(bent, _DEEPEST_PERCENTILE)
    return np.full(len(bent), deepest if deepest >= MIN_BEND_DEG else np.nan)


def _heel_rise(pose: SagittalPose, view: View) -> Signal:
    """The heel's height over the toes against its usual one, in foot lengths."""
    foot = pose.of(Joint.HEEL) - pose.of(Joint.TOE)
    length = np.linalg.norm(foot, axis=1)
    usual = _in_each(view, length, lambda part: np.full(len(part), np.nanmedian(part)))
    # a heel is on the floor or above it, never below: the lower part is where it stands
    values = _in_each(
        view, foot[:, 1] / usual, lambda part: part - _percentile(part, _STANDING_HEEL_PERCENTILE)
    )
    return Signal("heel_rise", "ratio", values, np.full(len(values), 0.08))


def _yaw(view: View) -> Signal:
    u = np.full(len(view.yaw_deg), view.yaw_u_deg)
    return Signal("camera_yaw", "deg", view.yaw_deg, u)
