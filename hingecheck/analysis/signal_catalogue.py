"""Every signal: its name, unit, meaning and uncertainty. `docs/signals.md` is printed from here."""

from hingecheck.analysis.back_signals import BACK_KINDS
from hingecheck.analysis.computed_signals import COMPUTED
from hingecheck.analysis.pose_readings import (
    ankle_forward,
    arm_elevation,
    elbow_flexion,
    hands_above_elbow,
    hands_above_knee,
    hands_ahead,
    hip_setback,
    knee_flexion,
    neck_inclination,
    plank_offset,
    segment_inclination,
    shoulder_height,
    stack_offset,
    swing_height,
    trunk_thigh_flexion,
)
from hingecheck.analysis.signal_kind import ComputedKind, SignalKind
from hingecheck.domain.joint import Joint

__all__ = ("CATALOGUE", "COMPUTED", "ComputedKind", "SignalKind")

_LITERATURE = "published single-camera errors, side view"
_TWO_BUILDS = "two builds of the pose model on the same clip"
_CENTIMETRES = "landmark noise of about 2 cm"

CATALOGUE = (
    SignalKind(
        "trunk_inclination",
        "deg",
        "Hip-shoulder line from vertical; 0 = upright, forward positive, leaning back negative.",
        3.0,
        _LITERATURE,
        segment_inclination(Joint.HIP, Joint.SHOULDER),
    ),
    SignalKind(
        "thigh_inclination",
        "deg",
        "Knee-hip line from vertical; 0 = upright, negative where the hip is behind the knee.",
        4.0,
        _LITERATURE,
        segment_inclination(Joint.KNEE, Joint.HIP),
    ),
    SignalKind(
        "shank_inclination",
        "deg",
        "Ankle-knee line from vertical; 0 = upright, positive where the knee is ahead.",
        4.0,
        _LITERATURE,
        segment_inclination(Joint.ANKLE, Joint.KNEE),
    ),
    SignalKind(
        "trunk_thigh_flexion",
        "deg",
        "Thigh against the hip-shoulder line; 0 = straight, negative = bent backward. It contains "
        "the bend of the lower back, so it is not a laboratory's hip flexion.",
        5.0,
        _LITERATURE,
        trunk_thigh_flexion,
    ),
    SignalKind(
        "knee_flexion",
        "deg",
        "Shank against thigh; 0 = straight. The model reads 5 to 16 on a straight knee.",
        5.0,
        _LITERATURE,
        knee_flexion,
    ),
    SignalKind(
        "elbow_flexion",
        "deg",
        "Forearm against upper arm; 0 = straight, never negative.",
        10.0,
        _TWO_BUILDS,
        elbow_flexion,
    ),
    SignalKind(
        "arm_elevation",
        "deg",
        "Shoulder-wrist line; 0 = hanging, 90 = level in front, 180 = overhead, negative = behind.",
        4.0,
        _TWO_BUILDS,
        arm_elevation,
    ),
    SignalKind(
        "neck_inclination",
        "deg",
        "Shoulder-ear line against the trunk; positive = head forward of the trunk's line.",
        8.0,
        _TWO_BUILDS,
        neck_inclination,
    ),
    SignalKind(
        "hip_setback",
        "trunk",
        "Hip-back shift: how far the hip lies behind the ankle; positive = behind.",
        0.05,
        _CENTIMETRES,
        hip_setback,
    ),
    SignalKind(
        "stack_offset",
        "trunk",
        "Stacking: how far the hip lies ahead of the knee; 0 = stacked, negative = behind.",
        0.05,
        _CENTIMETRES,
        stack_offset,
    ),
    SignalKind(
        "plank_hip",
        "trunk",
        "Hip ahead of the shoulder-ankle line; 0 = a plank, negative = folded, positive = bent "
        "backward.",
        0.05,
        _CENTIMETRES,
        plank_offset(Joint.HIP),
    ),
    SignalKind(
        "plank_knee",
        "trunk",
        "Knee ahead of the shoulder-ankle line; 0 = a plank, positive = bent.",
        0.05,
        _CENTIMETRES,
        plank_offset(Joint.KNEE),
    ),
    SignalKind(
        "swing_height",
        "trunk",
        "Wrist against the shoulder's height; 0 = level, positive = higher.",
        0.05,
        _CENTIMETRES,
        swing_height,
    ),
    SignalKind(
        "hands_above_knee",
        "leg",
        "Wrist against the knee's height; 0 = level, positive = higher.",
        0.03,
        _CENTIMETRES,
        hands_above_knee,
    ),
    SignalKind(
        "hands_above_elbow",
        "trunk",
        "Wrist against the elbow's height; 0 = level; below 0 with high hands is a pull.",
        0.05,
        _CENTIMETRES,
        hands_above_elbow,
    ),
    SignalKind(
        "shoulder_height",
        "trunk",
        "Shoulder above the ankle's usual place; how deep the body is folded, from any view.",
        0.05,
        _CENTIMETRES,
        shoulder_height,
    ),
    SignalKind(
        "hands_ahead",
        "leg",
        "Wrist ahead of the middle of the foot; 0 = above it, positive = further forward.",
        0.03,
        _CENTIMETRES,
        hands_ahead,
    ),
    SignalKind(
        "ankle_forward",
        "trunk",
        "Ankle ahead of its usual place; the feet stay in every movement of the method.",
        0.05,
        _CENTIMETRES,
        ankle_forward,
    ),
    *BACK_KINDS,
)
