"""Fault dials: how far a lifter departs from a clean hinge. All at zero is clean."""

from typing import Final

from attrs import field, fields, frozen
from attrs.validators import and_, ge, le


def _dial(most: float) -> float:
    return field(default=0.0, validator=and_(ge(0.0), le(most)))


@frozen
class Dials:
    """What a lifter does wrong; a clean lifter has every dial at zero.

    Attributes:
        rounded_lumbar_deg: Lumbar flexion at the bottom, beyond the clean rhythm.
        rounded_thoracic_deg: Thoracic flexion at the bottom.
        squatty: 0 = hinge, 1 = squat: upright trunk, knees bent and forward.
        short_lockout_deg: Trunk-thigh flexion left at the top.
        soft_knees_deg: Knee flexion left at the top, half as much at the hip.
        lean_back_deg: Trunk behind the vertical at the top.
        shallow: 0 = full depth, 1 = the hinge stops at two fifths of the way down.
        low_backswing: 0 = hands high between the thighs, 1 = below the knees (swing only).
        bent_arms_deg: Elbows bent while the weight goes up.
        overhead_deg: Straight arms raised beyond level at the top (swing only).
        arm_lift_deg: Arms raised beyond level at the top, with bending elbows; slow lifts bend
            the elbows only.
        neck_extension_deg: Neck extended at the bottom, beyond clean.
    """

    rounded_lumbar_deg: float = _dial(60.0)
    rounded_thoracic_deg: float = _dial(40.0)
    squatty: float = _dial(1.0)
    short_lockout_deg: float = _dial(60.0)
    soft_knees_deg: float = _dial(60.0)
    lean_back_deg: float = _dial(30.0)
    shallow: float = _dial(1.0)
    low_backswing: float = _dial(1.0)
    bent_arms_deg: float = _dial(90.0)
    overhead_deg: float = _dial(85.0)
    arm_lift_deg: float = _dial(60.0)
    neck_extension_deg: float = _dial(60.0)


DIALS: Final = tuple(f.name for f in fields(Dials))
