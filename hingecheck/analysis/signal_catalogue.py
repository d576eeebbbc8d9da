"""Every signal: its name, unit, meaning, uncertainty, and how it is read off the pose.

`docs/signals.md` is printed from this file.
"""

from collections.abc import Callable

import numpy as np
from attrs import frozen

from hingecheck.analysis.geometry import ahead_of_line, bend_deg, inclination_deg, wrapped_deg
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import Joint
from hingecheck.domain.sagittal_pose import SagittalPose

# Arms swing from behind the body over the front to overhead: the cut lies where no arm goes.
_ARM_LOWEST_DEG = -120.0
# Where the back is compared: its middle against its ends, as shares of hip to shoulder.
_BACK_MIDDLE, _BACK_ENDS = 0.55, (0.20, 0.90)


@frozen
class SignalKind:
    """One entry of the catalogue.

    Attributes:
        name: identifier in reports and tables.
        unit: deg, trunk (trunk lengths) or leg (leg lengths).
        meaning: one sentence with zero and sign.
        u: standard uncertainty from the exact side, in the unit.
        u_source: where that figure comes from.
        read: (T,) values from the pose and the back line.
    """

    name: str
    unit: str
    meaning: str
    u: float
    u_source: str
    read: Callable[[SagittalPose, BackLine], Floats]


def _segment(lower: Joint, upper: Joint) -> Callable[[SagittalPose, BackLine], Floats]:
    return lambda pose, _: inclination_deg(pose.of(lower), pose.of(upper))


def _trunk_thigh(pose: SagittalPose, _: BackLine) -> Floats:
    trunk = inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER))
    return wrapped_deg(trunk - inclination_deg(pose.of(Joint.KNEE), pose.of(Joint.HIP)))


def _knee(pose: SagittalPose, _: BackLine) -> Floats:
    shank = inclination_deg(pose.of(Joint.ANKLE), pose.of(Joint.KNEE))
    return wrapped_deg(shank - inclination_deg(pose.of(Joint.KNEE), pose.of(Joint.HIP)))


def _elbow(pose: SagittalPose, _: BackLine) -> Floats:
    return bend_deg(pose.of(Joint.SHOULDER), pose.of(Joint.ELBOW), pose.of(Joint.WRIST))


def _arm(pose: SagittalPose, _: BackLine) -> Floats:
    # an arm hangs: its zero is down, so the wrist takes the upper point's place, turned over
    hanging = inclination_deg(pose.of(Joint.WRIST), pose.of(Joint.SHOULDER))
    return wrapped_deg(-hanging, _ARM_LOWEST_DEG)


def _neck(pose: SagittalPose, _: BackLine) -> Floats:
    head = inclination_deg(pose.of(Joint.SHOULDER), pose.of(Joint.EAR))
    return wrapped_deg(head - inclination_deg(pose.of(Joint.HIP), pose.of(Joint.SHOULDER)))


def _setback(pose: SagittalPose, _: BackLine) -> Floats:
    return pose.of(Joint.ANKLE)[:, 0] - pose.of(Joint.HIP)[:, 0]


def _stack(pose: SagittalPose, _: BackLine) -> Floats:
    return pose.of(Joint.HIP)[:, 0] - pose.of(Joint.KNEE)[:, 0]


def _plank(joint: Joint) -> Callable[[SagittalPose, BackLine], Floats]:
    return lambda pose, _: ahead_of_line(
        pose.of(joint), pose.of(Joint.ANKLE), pose.of(Joint.SHOULDER)
    )


def _swing_height(pose: SagittalPose, _: BackLine) -> Floats:
    return pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.SHOULDER)[:, 1]


def _hands_above_knee(pose: SagittalPose, _: BackLine) -> Floats:
    return (pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.KNEE)[:, 1]) / pose.leg_trunks


def _hands_above_elbow(pose: SagittalPose, _: BackLine) -> Floats:
    return pose.of(Joint.WRIST)[:, 1] - pose.of(Joint.ELBOW)[:, 1]


def _shoulder_height(pose: SagittalPose, _: BackLine) -> Floats:
    return pose.of(Joint.SHOULDER)[:, 1]


def _back_bow(_: SagittalPose, back: BackLine) -> Floats:
    def depth_at(place: float) -> Floats:
        return back.depth[:, int(np.argmin(np.abs(back.station - place)))]

    low, high = _BACK_ENDS
    chord_share = (_BACK_MIDDLE - low) / (high - low)
    chord = (1 - chord_share) * depth_at(low) + chord_share * depth_at(high)
    return depth_at(_BACK_MIDDLE) - chord


_LITERATURE = "published single-camera errors, side view"
_TWO_BUILDS = "two builds of the pose model on the same clip"
_CENTIMETRES = "landmark noise of about 2 cm"
_MASK_NOISE = "outline noise of 5 mm on a 50 cm back"

CATALOGUE = (
    SignalKind(
        "trunk_inclination",
        "deg",
        "Hip-shoulder line from vertical; 0 = upright, forward positive, leaning back negative.",
        3.0,
        _LITERATURE,
        _segment(Joint.HIP, Joint.SHOULDER),
    ),
    SignalKind(
        "thigh_inclination",
        "deg",
        "Knee-hip line from vertical; 0 = upright, negative where the hip is behind the knee.",
        4.0,
        _LITERATURE,
        _segment(Joint.KNEE, Joint.HIP),
    ),
    SignalKind(
        "shank_inclination",
        "deg",
        "Ankle-knee line from vertical; 0 = upright, positive where the knee is ahead.",
        4.0,
        _LITERATURE,
        _segment(Joint.ANKLE, Joint.KNEE),
    ),
    SignalKind(
        "trunk_thigh_flexion",
        "deg",
        "Thigh against the hip-shoulder line; 0 = straight, negative = bent backward. It contains "
        "the bend of the lower back, so it is not a laboratory's hip flexion.",
        5.0,
        _LITERATURE,
        _trunk_thigh,
    ),
    SignalKind(
        "knee_flexion",
        "deg",
        "Shank against thigh; 0 = straight. The model reads 5 to 16 on a straight knee.",
        5.0,
        _LITERATURE,
        _knee,
    ),
    SignalKind(
        "elbow_flexion",
        "deg",
        "Forearm against upper arm; 0 = straight, never negative.",
        10.0,
        _TWO_BUILDS,
        _elbow,
    ),
    SignalKind(
        "arm_elevation",
        "deg",
        "Shoulder-wrist line; 0 = hanging, 90 = level in front, 180 = overhead, negative = behind.",
        4.0,
        _TWO_BUILDS,
        _arm,
    ),
    SignalKind(
        "neck_inclination",
        "deg",
        "Shoulder-ear line against the trunk; positive = head forward of the trunk's line.",
        8.0,
        _TWO_BUILDS,
        _neck,
    ),
    SignalKind(
        "hip_setback",
        "trunk",
        "Hip-back shift: how far the hip lies behind the ankle; positive = behind.",
        0.05,
        _CENTIMETRES,
        _setback,
    ),
    SignalKind(
        "stack_offset",
        "trunk",
        "Stacking: how far the hip lies ahead of the knee; 0 = stacked, negative = behind.",
        0.05,
        _CENTIMETRES,
        _stack,
    ),
    SignalKind(
        "plank_hip",
        "trunk",
        "Hip ahead of the shoulder-ankle line; 0 = a plank, negative = folded, positive = bent "
        "backward.",
        0.05,
        _CENTIMETRES,
        _plank(Joint.HIP),
    ),
    SignalKind(
        "plank_knee",
        "trunk",
        "Knee ahead of the shoulder-ankle line; 0 = a plank, positive = bent.",
        0.05,
        _CENTIMETRES,
        _plank(Joint.KNEE),
    ),
    SignalKind(
        "swing_height",
        "trunk",
        "Wrist against the shoulder's height; 0 = level, positive = higher.",
        0.05,
        _CENTIMETRES,
        _swing_height,
    ),
    SignalKind(
        "hands_above_knee",
        "leg",
        "Wrist against the knee's height; 0 = level, positive = higher.",
        0.03,
        _CENTIMETRES,
        _hands_above_knee,
    ),
    SignalKind(
        "hands_above_elbow",
        "trunk",
        "Wrist against the elbow's height; 0 = level; below 0 with high hands is a pull.",
        0.05,
        _CENTIMETRES,
        _hands_above_elbow,
    ),
    SignalKind(
        "shoulder_height",
        "trunk",
        "Shoulder above the ankle's usual place; how deep the body is folded, from any view.",
        0.05,
        _CENTIMETRES,
        _shoulder_height,
    ),
    SignalKind(
        "back_bow",
        "trunk",
        "Middle of the back's outline (55 % of the way from hip to shoulder) against the straight "
        "line between 20 % and 90 %; positive = bulged, negative = hollow. Outline, not vertebrae.",
        0.01,
        _MASK_NOISE,
        _back_bow,
    ),
)
