"""The sagittal pose is read as signals, each with its uncertainty."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.geometry import inclination_deg
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED, SignalKind
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.domain.view import View

# Beyond this yaw an angle read off the picture loses this much per degree (own projections of a
# lifter seen from 3 m; docs/decisions/0004-first-uncertainties.md).
FREE_YAW_DEG = 10.0
DEG_PER_DEG = 0.3
# The same for lengths: 0.3 degrees turn a trunk length by 0.005.
TRUNKS_PER_DEG = 0.005
# From here on a sagittal angle read off the picture says nothing; heights still do.
MAX_YAW_DEG = 30.0
_FROM_ANY_VIEW = frozenset(
    {"swing_height", "hands_above_knee", "hands_above_elbow", "shoulder_height"}
    | {kind.name for kind in COMPUTED if kind.name != "hinge_index"}
)
# A hinge index needs this much of a fold; below it a degree of noise turns the ratio over.
MIN_FOLD_DEG = 40.0
# The straightest tenth of the frames is where the lifter stands.
_STANDING_PERCENTILE = 10


def measure_signals(pose: SagittalPose, back: BackLine, view: View, track: PoseTrack) -> SignalSet:
    """Every signal of the catalogue, then those that need more than the pose.

    `track` gives the trunk's inclination in space, which rep finding needs in oblique views.
    """
    signals = [_signal(kind, pose, back, view) for kind in CATALOGUE]
    known = SignalSet(time_s=pose.time_s, signals=tuple(signals))
    extra = (_hinge_index(known), _trunk_in_space(track), _yaw(view))
    return SignalSet(time_s=pose.time_s, signals=(*known, *extra))


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
    return SignalSet(time_s=signals.time_s, signals=tuple(kept))


def _signal(kind: SignalKind, pose: SagittalPose, back: BackLine, view: View) -> Signal:
    values = kind.read(pose, back)
    beyond = np.clip(np.abs(np.nan_to_num(view.yaw_deg)) - FREE_YAW_DEG, 0, None)
    per_deg = DEG_PER_DEG if kind.unit == "deg" else TRUNKS_PER_DEG
    return Signal(kind.name, kind.unit, values, kind.u + per_deg * beyond)


def _hinge_index(known: SignalSet) -> Signal:
    """Share of the hip in the whole fold, counted from the lifter's own standing.

    1 = all hip, 0.5 = as much knee as hip. NaN where the fold is below `MIN_FOLD_DEG`.
    """
    hip, knee = known["trunk_thigh_flexion"], known["knee_flexion"]
    hip_fold, knee_fold = _from_standing(hip.values), _from_standing(knee.values)
    whole = hip_fold + knee_fold
    folded = whole >= MIN_FOLD_DEG
    whole = np.where(folded, whole, np.nan)
    index = hip_fold / whole
    u = np.hypot((1 - index) * hip.u, index * knee.u) / whole
    return Signal("hinge_index", "ratio", index, u)


def _from_standing(values: Floats) -> Floats:
    known = values[np.isfinite(values)]
    return values - np.percentile(known, _STANDING_PERCENTILE) if len(known) else values


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


def _yaw(view: View) -> Signal:
    u = np.full(len(view.yaw_deg), view.yaw_u_deg)
    return Signal("camera_yaw", "deg", view.yaw_deg, u)
