"""Tells the slow lifts apart: hinge with a stick, deadlift, Romanian deadlift."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.leaning import Lean, near
from hingecheck.domain.array import Floats
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement, Recognition
from hingecheck.domain.signal import SignalSet

# An arm that hangs has its wrist at -1.05 trunk lengths against the shoulder; hands that hold a
# stick on the back have it at -0.1 (one labelled clip). Between the two limits nothing is said.
HANGING_TRUNKS = -0.85
ON_BACK_TRUNKS = -0.5
# Hands against the knee at the bottom, leg lengths: on seven labelled deadlifts -0.41 to -0.19, on
# two Romanian deadlifts -0.14 to 0.01. Half the shin is -0.25.
FLOOR_REACH_LEGS = -0.17
SHIN_REACH_LEGS = -0.08
# Knee flexion at the bottom: studies give 15 to 34 degrees for the Romanian deadlift and 40 to 80
# for the kettlebell deadlift; the labelled clips have 20 to 50 and 56 to 126.
BENT_KNEE_DEG = 52.0
STRAIGHT_KNEE_DEG = 45.0
# No Romanian deadlift and no hinge bends them so far, however high the handle of the weight stands:
# 53 at most on the labelled clips, 75 as gross faults on simulated lifters of the tuning part. With
# the hands at the knee or below, 65 is enough: there those faults have them above the knee.
DEEP_KNEE_DEG = 80.0
KNEE_REACH_LEGS = 0.0
KNEE_HIGH_DEG = 65.0
# Up to the first yaw the picture's knee counts, up to the second the model's guess in space, which
# errs by more; beyond it no knee counts.
PICTURE_YAW_DEG = 20.0
SPACE_YAW_DEG = 60.0
SPACE_MARGIN_DEG = 12.0


@frozen
class Fold:
    """What one fold shows of the lift. NaN = unseen.

    Attributes:
        is_hinge: whether the trunk leans enough, and comes up in between.
        hands_trunks: wrist against shoulder height at the bottom; about -1 = hanging.
        reach_legs: wrist against knee height at the bottom.
        knee_deg: knee flexion at the bottom, from the picture or, in oblique views, in space.
        in_space: whether the knee was read in space.
        knee_in_space_deg: knee flexion at the bottom in space, from any view.
    """

    is_hinge: bool
    hands_trunks: float
    reach_legs: float
    knee_deg: float
    in_space: bool
    knee_in_space_deg: float


def read_fold(lean: Lean, stretch: Stretch, signals: SignalSet) -> Fold:
    """Reads a fold at its bottom."""
    frame = stretch.start + lean.bottom

    def at_bottom(name: str) -> float:
        return near(signals[name].values, frame)

    yaw = abs(at_bottom("camera_yaw"))
    picture, space = at_bottom("knee_flexion"), at_bottom("knee_flexion_3d")
    in_space = not (yaw <= PICTURE_YAW_DEG and np.isfinite(picture))
    knee = space if yaw <= SPACE_YAW_DEG else float("nan")
    return Fold(
        is_hinge=lean.is_hinge,
        hands_trunks=at_bottom("swing_height"),
        reach_legs=at_bottom("hands_above_knee"),
        knee_deg=knee if in_space else picture,
        in_space=in_space,
        knee_in_space_deg=space,
    )


def middle(values: list[float]) -> float:
    """The median of what is known; NaN if nothing is."""
    known: Floats = np.array([value for value in values if np.isfinite(value)])
    return float(np.median(known)) if len(known) else float("nan")


def tell_apart(hinges: list[Fold]) -> Recognition:
    """Which slow lift the folds are; `SLOW_LIFT` where the signs do not agree.

    `why` is the second half of a sentence. NaN compares false, so what is unseen decides nothing.
    """
    hands = middle([fold.hands_trunks for fold in hinges])
    reach = middle([fold.reach_legs for fold in hinges])
    knee = middle([fold.knee_deg for fold in hinges])
    margin = SPACE_MARGIN_DEG if any(fold.in_space for fold in hinges) else 0.0
    if hands > ON_BACK_TRUNKS:
        why = "the hands stay high, as with a stick on the back."
        return Recognition(Movement.HINGE, 0.8, why)
    if not hands <= HANGING_TRUNKS:
        return _unsure("where the hands are is not seen well enough to say which lift it is.")
    low = reach <= FLOOR_REACH_LEGS
    if knee >= margin + _deadlift_knee_deg(reach):
        where = "go down to the shins" if low else "hang"
        why = f"the hands {where} and the knees bend to {knee:.0f} degrees."
        return Recognition(Movement.DEADLIFT, 0.85 if low and not margin else 0.7, why)
    if reach <= SHIN_REACH_LEGS and knee <= STRAIGHT_KNEE_DEG and not margin:
        why = f"the hands pass the knees, which bend to {knee:.0f} degrees only."
        return Recognition(Movement.RDL, 0.7, why)
    if reach > SHIN_REACH_LEGS and knee <= STRAIGHT_KNEE_DEG and not margin:
        return _unsure(
            "a hinge without a weight or a Romanian deadlift, whose weight is not seen.",
            (Movement.HINGE, Movement.RDL),
        )
    return _unsure("which lift it is does not show clearly; say it with --movement.")


def _deadlift_knee_deg(reach_legs: float) -> float:
    """How far the knees of a deadlift bend at least: the lower the hands, the less they must."""
    if reach_legs <= FLOOR_REACH_LEGS:
        return BENT_KNEE_DEG
    return KNEE_HIGH_DEG if reach_legs <= KNEE_REACH_LEGS else DEEP_KNEE_DEG


def _unsure(why: str, kinds: tuple[Movement, ...] = SLOW_MOVEMENTS) -> Recognition:
    return Recognition(Movement.SLOW_LIFT, 0.9, why, kinds)
