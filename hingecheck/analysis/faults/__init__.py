"""The checks, in report order: how the hinge is made, its bottom, the arms, its top."""

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.faults import (
    arms_bent,
    backswing_low,
    lean_back,
    lockout_hip,
    lockout_knee,
    overhead_swing,
    shallow_hinge,
    spine_round,
    squat_pattern,
)

FAULTS: tuple[Fault, ...] = (
    spine_round.FAULT,
    squat_pattern.FAULT,
    shallow_hinge.FAULT,
    lockout_hip.FAULT,
    lockout_knee.FAULT,
    lean_back.FAULT,
    arms_bent.FAULT,
    backswing_low.FAULT,
    overhead_swing.FAULT,
)
