"""Arms and hands: straight or bent toward a target, fingers closed round a handle."""

from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.body_data import Body
from bench.lifter.bones import BonePose
from bench.lifter.rotations import LEFT, Array, about, basis, shortest, twist_deg, unit

_FINGERS: Final = "2345"
_MIN_REACH_M: Final = 1e-3


@frozen
class HandShape:
    """How a hand closes.

    Attributes:
        curl_deg: Flexion of the three joints of each finger, from the knuckle out.
        grip_along_m: Handle's centre beyond the knuckles, along the hand.
        grip_palmward_m: Handle's centre off the knuckles, toward the palm.
    """

    curl_deg: tuple[float, float, float] = (62.0, 88.0, 50.0)
    grip_along_m: float = 0.016
    grip_palmward_m: float = 0.028

    def fingers(self, body: Body, side: str) -> dict[str, Array]:
        """Return the turn of each finger bone against its parent."""
        axis = np.cross(*_hand_axes(body, side))
        bends = {f"finger1-{j}.{side}": about(axis, a) for j, a in (("2", 15.0), ("3", 20.0))}
        for finger in _FINGERS:
            for joint, angle in zip("123", self.curl_deg, strict=True):
                bends[f"finger{finger}-{joint}.{side}"] = about(axis, angle)
        return bends

    def grip_point(self, bones: BonePose, body: Body, side: str) -> Array:
        """Return the (3,) point that one hand closes round, metres."""
        along, palm = _hand_axes(body, side)
        rest = body.head(f"finger3-1.{side}")
        return bones.carry(
            f"wrist.{side}", rest + self.grip_along_m * along + self.grip_palmward_m * palm
        )


RELAXED_HAND: Final = HandShape(curl_deg=(14.0, 18.0, 12.0))


@frozen(eq=False)
class ArmBones:
    """One arm at rest: vectors along its bones, and the line of its knuckles; metres."""

    body: Body
    side: str
    upper: Array
    fore: Array
    hand: Array
    knuckles: Array

    @classmethod
    def of(cls, body: Body, side: str) -> "ArmBones":
        """Return the left ("L") or right ("R") arm."""
        shoulder, elbow = body.head(f"upperarm01.{side}"), body.head(f"lowerarm01.{side}")
        wrist = body.head(f"wrist.{side}")
        hand = body.head(f"finger3-1.{side}") - wrist
        knuckles = body.head(f"finger5-1.{side}") - body.head(f"finger2-1.{side}")
        return cls(body, side, elbow - shoulder, wrist - elbow, hand, knuckles)

    @property
    def outward(self) -> float:
        """Sign of this side: +1 left, -1 right."""
        return 1.0 if self.side == "L" else -1.0


def pose_arm(
    arm: ArmBones,
    trunk: BonePose,
    arm_elbow_deg: tuple[float, float],
    grip_half_width_m: float,
    hand: HandShape,
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Return one arm's world rotations, and its fingers' bends.

    Args:
        arm: The arm at rest.
        trunk: The pose of everything else.
        arm_elbow_deg: Direction of the arm (0 = down, 90 = level in front), elbow flexion.
        grip_half_width_m: Half the distance between the wrists.
        hand: How the hand closes.
    """
    shoulder = trunk.position(f"upperarm01.{arm.side}")
    wrist = _wrist_target(arm, trunk, arm_elbow_deg, grip_half_width_m)
    elbow = _elbow(arm, shoulder, wrist, arm_elbow_deg[0])
    upper, fore = elbow - shoulder, wrist - elbow
    parent = trunk.rotation(f"shoulder01.{arm.side}")
    bend = np.cross(upper, fore)
    rest_bend = np.cross(arm.upper, arm.fore)
    follow = shortest(parent @ arm.upper, upper) @ parent
    upper_turn = basis(upper, bend) @ basis(arm.upper, rest_bend).T
    half = about(upper, 0.5 * twist_deg(upper_turn @ follow.T, upper)) @ follow
    fore_turn = basis(fore, bend) @ basis(arm.fore, rest_bend).T
    # Overhand grip: knuckles across the body, little finger outward, wrists bent so that the
    # hands lie side by side on the handle.
    ahead = fore * np.array([1.0, 0.15, 1.0])
    hand_turn = basis(ahead, arm.outward * LEFT) @ basis(arm.hand, arm.knuckles).T
    pronation = twist_deg(hand_turn @ fore_turn.T, fore)
    turns = {
        "upperarm01": half,
        "upperarm02": upper_turn,
        "lowerarm01": about(fore, 0.3 * pronation) @ fore_turn,
        "lowerarm02": about(fore, 0.7 * pronation) @ fore_turn,
        "wrist": hand_turn,
    }
    return {f"{b}.{arm.side}": t for b, t in turns.items()}, hand.fingers(arm.body, arm.side)


def _wrist_target(
    arm: ArmBones, trunk: BonePose, arm_elbow_deg: tuple[float, float], half_width_m: float
) -> Array:
    middle = (trunk.position("upperarm01.L") + trunk.position("upperarm01.R")) / 2
    angle, elbow = np.radians(arm_elbow_deg)
    a, b = float(np.linalg.norm(arm.upper)), float(np.linalg.norm(arm.fore))
    reach = np.sqrt(a * a + b * b + 2 * a * b * np.cos(elbow))
    across = abs(trunk.position(f"upperarm01.{arm.side}")[1]) - half_width_m
    along = np.sqrt(max(_MIN_REACH_M, reach**2 - across**2))
    target: Array = middle + along * np.array([np.sin(angle), 0.0, -np.cos(angle)])
    target[1] = arm.outward * half_width_m
    return target


def _elbow(arm: ArmBones, shoulder: Array, wrist: Array, arm_deg: float) -> Array:
    angle = np.radians(arm_deg)
    a, b = float(np.linalg.norm(arm.upper)), float(np.linalg.norm(arm.fore))
    line = unit(wrist - shoulder)
    reach = float(np.linalg.norm(wrist - shoulder))
    behind = np.array([-np.cos(angle), 0.0, -np.sin(angle)])
    pole = 0.85 * arm.outward * LEFT + 0.5 * behind
    pole = unit(pole - np.dot(pole, line) * line)
    cosine = np.clip((a * a + reach**2 - b * b) / (2 * a * reach), -1, 1)
    elbow: Array = shoulder + a * (line * cosine + pole * np.sqrt(1 - cosine**2))
    return elbow


def _hand_axes(body: Body, side: str) -> tuple[Array, Array]:
    """Return the unit directions along the hand and out of its palm, at rest."""
    knuckle = body.head(f"finger3-1.{side}")
    along = unit(knuckle - body.head(f"wrist.{side}"))
    across = body.head(f"finger5-1.{side}") - body.head(f"finger2-1.{side}")
    palm = unit(np.cross(along, across))
    # Fingers at rest are a little closed: their tips lie on the palm's side.
    tip = body.tail(f"finger3-3.{side}") - knuckle
    return along, palm if np.dot(tip, palm) > 0 else -palm
