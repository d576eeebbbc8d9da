"""How each signal is read off the pose: (T,) values, NaN where a joint it needs is unseen.

Units, zero and sign stand in the catalogue of signals.
"""

from collections.abc import Callable

import numpy as np

from hingecheck.analysis.geometry import ahead_of_line, bend_deg, inclination_deg, wrapped_deg
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import Joint
from hingecheck.domain.sagittal_pose import SagittalPose

Read = Callable[[SagittalPose, BackLine], Floats]

# Arms swing from behind the body over the front to overhead: the cut lies where no arm goes.
_ARM_LOWEST_DEG = -120.0
# A hand that the knee hides is drawn before it, and a straight arm reads as bent. A forearm that
# leaves the picture's plane keeps more than this of its usual length (0.72-0.85 in real swings).
_SHORT_FOREARM = 0.7
# Where the back is compared: its middle against its ends, as shares of hip to shoulder.
_BACK_MIDDLE, _BACK_ENDS = 0.55, (0.20, 0.90)
_ROUNDING = 1e-6


def segment_inclination(lower: Joint, upper: Joint) -> Read:
    """Inclination of the segment between two joints."""
    return lambda pose, _: inclination_deg(pose.of(lower), pose.of(upper))


def trunk_thigh_flexion(pose: SagittalPose, _: BackLine) -> Floats:
    """Trunk against thigh, signed."""
    trunk = inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER))
    return wrapped_deg(trunk - inclination_deg(pose.of(Joint.KNEE), pose.of(Joint.HIP)))


def knee_flexion(pose: SagittalPose, _: BackLine) -> Floats:
    """Shank against thigh, signed."""
    shank = inclination_deg(pose.of(Joint.ANKLE), pose.of(Joint.KNEE))
    return wrapped_deg(shank - inclination_deg(pose.of(Joint.KNEE), pose.of(Joint.HIP)))


def elbow_flexion(pose: SagittalPose, _: BackLine) -> Floats:
    """Forearm against upper arm, never negative; NaN where the forearm shows too short."""
    elbow, wrist = pose.of(Joint.ELBOW), pose.of(Joint.WRIST)
    bend = bend_deg(pose.of(Joint.SHOULDER), elbow, wrist)
    return np.asarray(np.where(_share_of_usual(elbow, wrist) < _SHORT_FOREARM, np.nan, bend))


def _share_of_usual(start: Floats, end: Floats) -> Floats:
    """(T,) a segment's length against its own median; NaN where it is unseen."""
    length = np.linalg.norm(end - start, axis=1)
    known = length[np.isfinite(length)]
    return np.asarray(length / (np.median(known) if len(known) else np.nan))


def arm_elevation(pose: SagittalPose, _: BackLine) -> Floats:
    """Shoulder-wrist line, counted from hanging."""
    # an arm hangs: its zero is down, so the wrist takes the upper point's place, turned over
    hanging = inclination_deg(pose.of(Joint.WRIST), pose.of(Joint.SHOULDER))
    return wrapped_deg(-hanging, _ARM_LOWEST_DEG)


def neck_inclination(pose: SagittalPose, _: BackLine) -> Floats:
    """Shoulder-ear line against the trunk."""
    head = inclination_deg(pose.of(Joint.SHOULDER), pose.of(Joint.EAR))
    return wrapped_deg(head - inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER)))


def hip_setback(pose: SagittalPose, _: BackLine) -> Floats:
    """Hip behind ankle."""
    return pose.of(Joint.ANKLE)[:, 0] - pose.of(Joint.HIP)[:, 0]


def stack_offset(pose: SagittalPose, _: BackLine) -> Floats:
    """Hip ahead of knee."""
    return pose.of(Joint.HIP)[:, 0] - pose.of(Joint.KNEE)[:, 0]


def plank_offset(joint: Joint) -> Read:
    """A joint ahead of the shoulder-ankle line."""
    return lambda pose, _: ahead_of_line(
        pose.of(joint), pose.of(Joint.ANKLE), pose.of(Joint.SHOULDER)
    )


def swing_height(pose: SagittalPose, _: BackLine) -> Floats:
    """Wrist above shoulder."""
    return pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.SHOULDER)[:, 1]


def hands_above_knee(pose: SagittalPose, _: BackLine) -> Floats:
    """Wrist above knee, in leg lengths."""
    return (pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.KNEE)[:, 1]) / pose.leg_trunks


def hands_above_elbow(pose: SagittalPose, _: BackLine) -> Floats:
    """Wrist above elbow."""
    return pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.ELBOW)[:, 1]


def shoulder_height(pose: SagittalPose, _: BackLine) -> Floats:
    """Shoulder above the ankle's usual place."""
    return pose.of(Joint.SHOULDER)[:, 1]


def hands_ahead(pose: SagittalPose, _: BackLine) -> Floats:
    """Wrist ahead of the foot's middle, in leg lengths."""
    middle = (pose.of(Joint.HEEL)[:, 0] + pose.of(Joint.TOE)[:, 0]) / 2
    return (pose.of(Joint.WRIST)[:, 0] - middle) / pose.leg_trunks


def ankle_forward(pose: SagittalPose, _: BackLine) -> Floats:
    """Ankle ahead of its usual place."""
    return pose.of(Joint.ANKLE)[:, 0]


def back_bow(_: SagittalPose, back: BackLine) -> Floats:
    """Middle of the back's outline against its ends."""

    def depth_at(place: float) -> Floats:
        return back.depth[:, int(np.argmin(np.abs(back.station - place)))]

    low, high = _BACK_ENDS
    chord_share = (_BACK_MIDDLE - low) / (high - low)
    chord = (1 - chord_share) * depth_at(low) + chord_share * depth_at(high)
    return depth_at(_BACK_MIDDLE) - chord


def back_curve(ends: tuple[float, float], part: tuple[float, float]) -> Read:
    """How far a part of the back's outline stands out from the straight line between two places.

    The mean over the part, so that a pixel of noise hardly counts. Places are shares of hip to
    shoulder; they must be stations of the back line.
    """

    def read(_: SagittalPose, back: BackLine) -> Floats:
        low, high = (int(np.argmin(np.abs(back.station - end))) for end in ends)
        share = (back.station - back.station[low]) / (back.station[high] - back.station[low])
        chord = back.depth[:, [low]] * (1 - share) + back.depth[:, [high]] * share
        inside = np.abs(back.station - np.mean(part)) <= np.ptp(part) / 2 + _ROUNDING
        return np.asarray((back.depth - chord)[:, inside].mean(axis=1))

    return read


def back_arm(_: SagittalPose, back: BackLine) -> Floats:
    """Share of the back that an arm hides."""
    return back.arm_share


def back_step(_: SagittalPose, back: BackLine) -> Floats:
    """The steepest step of the back's edge."""
    return back.step


def stick_gap(contact: int) -> Read:
    """How far the body is from the virtual stick at one of its contacts."""

    def read(_: SagittalPose, back: BackLine) -> Floats:
        if back.stick is None:
            return np.full(len(back.depth), np.nan)
        return back.stick.gap[:, contact]

    return read
