"""Which frames are worth a look for a stick held along the back, told by the hands."""

import numpy as np

from hingecheck.analysis.back_change import DEEP_DEG
from hingecheck.analysis.back_clearing import along_and_behind
from hingecheck.analysis.back_tracing import MAX_YAW_DEG
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.geometry import inclination_deg
from hingecheck.analysis.people import kept_to_one, parted
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.settings import Settings
from hingecheck.domain.stick_looks import StickPlaces

# A hand on the back is behind the hip-shoulder line or just before it, and above the hip. In every
# folded frame of 22 labelled recordings without a stick there both hands hang 0.45 or more before
# it; on 20 rendered lifters who hold one, at least one never does.
_BEFORE_TRUNKS = -0.15
# So often, or it is a hand that passes by.
_LEAST_SHARE = 1 / 3
# A look costs about as much as a frame of the track: folded, where it counts, one in a tenth of a
# second; else three a second; and never more than so many.
_FOLDED_S, _UPRIGHT_S, _MOST = 0.1, 0.3, 600


def places_to_look(found: PoseTrack) -> StickPlaces:
    """Frames of a track in which a stick may be held; none where no hand is on the back.

    Args:
        found: raw, as tracked; anybody or nobody may be in it.
    """
    if not found.seen.any():
        return _places(None, np.empty(0, dtype=np.int64))
    track = condition(parted(kept_to_one(found)), Settings())
    view = estimate_view(track)
    if not any(np.isfinite(one.trunk_px) for one in view.stretches):
        return _places(None, np.empty(0, dtype=np.int64))
    pose = face_forward(track, view)
    side_on = np.abs(view.yaw_deg) <= MAX_YAW_DEG  # unseen compares false
    trunk_deg = inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER))
    folded = side_on & (trunk_deg >= DEEP_DEG)
    held = _hand_on_back(pose, track)
    if not folded.any() or held[folded].mean() < _LEAST_SHARE:
        return _places(None, np.empty(0, dtype=np.int64))
    held &= side_on & np.isfinite(trunk_deg)
    chosen = np.union1d(
        _thinned(np.flatnonzero(held & folded), pose.time_s, _FOLDED_S),
        _thinned(np.flatnonzero(held & ~folded), pose.time_s, _UPRIGHT_S),
    )
    step = -(-len(chosen) // _MOST) if len(chosen) else 1
    return _places(pose, chosen[::step])


def _hand_on_back(pose: SagittalPose, track: PoseTrack) -> Bools:
    """(T,) whether at least one hand is on the back."""
    wrists = track.image_px[:, [Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]]
    along, behind = along_and_behind(pose, wrists)
    return np.asarray(((along > 0) & (behind > _BEFORE_TRUNKS)).any(axis=1))


def _thinned(frames: Ints, time_s: Floats, every_s: float) -> Ints:
    """The frames that are at least so far apart."""
    kept: list[int] = []
    for frame in frames.tolist():
        if not kept or time_s[frame] - time_s[kept[-1]] >= every_s:
            kept.append(frame)
    return np.array(kept, dtype=np.int64)


def _places(pose: SagittalPose | None, frames: Ints) -> StickPlaces:
    if pose is None:
        nowhere = np.empty((0, 2))
        return StickPlaces(frames, nowhere, nowhere, frames)
    return StickPlaces(
        frame=frames,
        hip_px=pose.joints_px[frames, Joint.HIP],
        shoulder_px=pose.joints_px[frames, Joint.SHOULDER],
        facing=pose.facings[frames],
    )
