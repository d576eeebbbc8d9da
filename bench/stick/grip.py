"""Arms behind the back: one hand at the neck, the other in the hollow of the back, on a stick."""

from collections.abc import Mapping

import numpy as np
from attrs import evolve

from bench.lifter.arms import ArmBones, HandShape
from bench.lifter.bones import BonePose
from bench.lifter.pose import Posed
from bench.lifter.rotations import LEFT, Array, about, basis, shortest, twist_deg, unit

# Half a hand beside the stick, so that the fist closes round it.
_WRIST_BESIDE_M = 0.085


def hold_behind(
    posed: Posed, places: Mapping[str, Array], poles: Mapping[str, Array], along: Array
) -> Posed:
    """Return the same pose with both hands on a stick.

    Args:
        posed: The lifter; legs and trunk stay as they are.
        places: Where on the stick the left ("L") and right ("R") fist is, (3,) metres.
        poles: Where each elbow points, (3,).
        along: Unit vector up the stick.
    """
    fixed: dict[str, Array] = {}
    bends: dict[str, Array] = {}
    for side in "LR":
        arm = ArmBones.of(posed.bones.body, side)
        fixed |= _arm(arm, posed.bones, places[side], poles[side], along)
        bends |= HandShape().fingers(arm.body, side)
    bones = _reposed(posed.bones, fixed, bends)
    joints = dict(posed.joints)
    for name, bone in (("elbow", "lowerarm01"), ("wrist", "wrist"), ("hand", "finger3-1")):
        joints[f"left_{name}"] = bones.position(f"{bone}.L")
        joints[f"right_{name}"] = bones.position(f"{bone}.R")
    return evolve(posed, bones=bones, joints=joints)


def _arm(
    arm: ArmBones, bones: BonePose, place: Array, pole: Array, along: Array
) -> dict[str, Array]:
    """World rotations of one arm by two-bone inverse kinematics."""
    shoulder = bones.position(f"upperarm01.{arm.side}")
    wrist = place + arm.outward * _WRIST_BESIDE_M * LEFT
    elbow, wrist = _reach(arm, shoulder, wrist, pole)
    upper, fore = elbow - shoulder, wrist - elbow
    parent = bones.rotation(f"shoulder01.{arm.side}")
    upper_turn = basis(upper, np.cross(upper, fore))
    upper_turn = upper_turn @ basis(arm.upper, np.cross(arm.upper, arm.fore)).T
    fore_turn = basis(fore, np.cross(upper, fore))
    fore_turn = fore_turn @ basis(arm.fore, np.cross(arm.upper, arm.fore)).T
    follow = shortest(parent @ arm.upper, upper) @ parent
    half = about(upper, 0.5 * twist_deg(upper_turn @ follow.T, upper)) @ follow
    hand = unit(place - wrist)
    knuckles = along if np.dot(fore_turn @ arm.knuckles, along) > 0 else -along
    hand_turn = basis(hand, knuckles) @ basis(arm.hand, arm.knuckles).T
    twist = twist_deg(hand_turn @ fore_turn.T, fore)
    turns = {
        "upperarm01": half,
        "upperarm02": upper_turn,
        "lowerarm01": about(fore, 0.3 * twist) @ fore_turn,
        "lowerarm02": about(fore, 0.7 * twist) @ fore_turn,
        "wrist": hand_turn,
    }
    return {f"{bone}.{arm.side}": turn for bone, turn in turns.items()}


def _reach(arm: ArmBones, shoulder: Array, wrist: Array, pole: Array) -> tuple[Array, Array]:
    """Return elbow and wrist; a place out of reach is reached for."""
    a, b = float(np.linalg.norm(arm.upper)), float(np.linalg.norm(arm.fore))
    line = unit(wrist - shoulder)
    reach = float(np.clip(np.linalg.norm(wrist - shoulder), abs(a - b) + 0.01, 0.98 * (a + b)))
    across = unit(pole - np.dot(pole, line) * line)
    cosine = np.clip((a * a + reach**2 - b * b) / (2 * a * reach), -1, 1)
    elbow = shoulder + a * (line * cosine + across * np.sqrt(1 - cosine**2))
    return elbow, shoulder + reach * line


def _reposed(pose: BonePose, fixed: Mapping[str, Array], bends: Mapping[str, Array]) -> BonePose:
    """Return the pose with some bones turned, and what hangs on them carried along."""
    body = pose.body
    rotations, positions = pose.rotations.copy(), pose.positions.copy()
    moved: set[int] = set()
    for i, (bone, parent) in enumerate(zip(body.bones, body.parents, strict=True)):
        if parent in moved:
            carried = rotations[parent] @ (body.heads[i] - body.heads[parent])
            positions[i] = positions[parent] + carried
            rotations[i] = rotations[parent] @ bends.get(bone, np.eye(3))
        if bone in fixed:
            rotations[i] = fixed[bone]
        if parent in moved or bone in fixed:
            moved.add(i)
    return BonePose(body, rotations, positions)
