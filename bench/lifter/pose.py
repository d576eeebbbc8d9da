"""From joint angles to bones: one frame of the lifter."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from attrs import evolve, field, frozen

from bench.lifter.arms import ArmBones, HandShape, pose_arm
from bench.lifter.body_data import Body
from bench.lifter.bones import BonePose, pose_bones
from bench.lifter.legs import LegBones, hip_centre, pose_leg
from bench.lifter.rotations import FORWARD, Array, pitch, turn

# Shares of the flexion asked, from the sacrum up; as in the proof of concept (judgement).
_LUMBAR: Final = {"spine05": 0.35, "spine04": 0.40, "spine03": 0.25}
_THORACIC: Final = {"spine02": 0.5, "spine01": 0.5}
_NECK: Final = {"neck01": 0.22, "neck02": 0.22, "neck03": 0.22, "head": 0.34}

_LINE: Final = ("upperleg01", "upperarm01")
_PROTRACTION_DEG: Final = 5.0

_SIDED: Final = {
    "shoulder": "upperarm01",
    "elbow": "lowerarm01",
    "wrist": "wrist",
    "hand": "finger3-1",
    "hip": "upperleg01",
    "knee": "lowerleg01",
    "ankle": "foot",
}
_SURFACE: Final = ("heel", "toe")
JOINTS: Final = (
    *(f"{side}_{j}" for j in (*_SIDED, *_SURFACE) for side in ("left", "right")),
    "nose",
    "neck",
    "lumbar_low",
    "lumbar_high",
    "thoracic_high",
)
_MIDLINE: Final = {
    "neck": "neck01",
    "lumbar_low": "spine05",
    "lumbar_high": "spine03",
    "thoracic_high": "spine01",
}


@frozen
class PoseAngles:
    """What the lifter does in one frame; degrees, forward and flexion positive.

    Attributes:
        trunk_deg: Inclination of the line from mid-hip to mid-shoulder, met exactly.
        shank_deg: Inclination of the shank.
        knee_deg: Knee flexion, 0 = straight.
        arm_deg: Direction of the arms, 0 = straight down, 90 = level in front.
        elbow_deg: Elbow flexion.
        lumbar_deg: Lumbar flexion against standing.
        thoracic_deg: Thoracic flexion against standing.
        neck_deg: Neck flexion against standing; negative looks up.
        bell_along_arm: How far the bell follows the forearm; 0 hangs upright, 1 is in line.
        walked_m: How far the whole lifter has gone forward.
        left_foot_m: Left foot forward of its place, and off the floor.
        right_foot_m: Right foot forward of its place, and off the floor.
    """

    trunk_deg: float = 0.0
    shank_deg: float = 2.0
    knee_deg: float = 5.0
    arm_deg: float = 8.0
    elbow_deg: float = 8.0
    lumbar_deg: float = 0.0
    thoracic_deg: float = 0.0
    neck_deg: float = 0.0
    bell_along_arm: float = 0.0
    walked_m: float = 0.0
    left_foot_m: tuple[float, float] = (0.0, 0.0)
    right_foot_m: tuple[float, float] = (0.0, 0.0)


@frozen
class Stance:
    """How the lifter stands and holds on.

    Attributes:
        width_m: Between the ankles.
        toe_out_deg: Feet turned out.
        knee_out_deg: Knees pushed out beyond the toes' direction.
        grip_half_width_m: Half the distance between the wrists.
    """

    width_m: float = 0.34
    toe_out_deg: float = 12.0
    knee_out_deg: float = 4.0
    grip_half_width_m: float = 0.05


@frozen(eq=False)
class Posed:
    """A posed lifter.

    Attributes:
        bones: World rotation and position of each bone.
        joints: Each name of `JOINTS` to its (3,) position, metres.
        grip: (3,) centre of the handle between the hands.
    """

    bones: BonePose
    joints: Mapping[str, Array]
    grip: Array


@frozen(eq=False)
class Skeleton:
    """A body that can be posed, with both feet planted."""

    body: Body
    stance: Stance = field(factory=Stance)
    hand: HandShape = field(factory=HandShape)
    arms_hang: bool = False
    _skin_points: Mapping[str, Array] = field(init=False, repr=False)

    @_skin_points.default
    def _find_skin_points(self) -> Mapping[str, Array]:
        return _foot_points(self.body) | {"nose": _nose(self.body)}

    def pose(self, angles: PoseAngles) -> Posed:
        """Return the bones and joints for the angles asked.

        The pelvis is tilted so that the hip-shoulder line meets `trunk_deg` exactly: spine
        flexion then changes the back and the pelvis, not that line.
        """
        spine = _spine(angles) | self._protraction()
        free = _hip_to_shoulder(pose_bones(self.body, pitch(0), np.zeros(3), spine, {}))
        tilt = pitch(angles.trunk_deg - float(np.degrees(np.arctan2(free[0], free[2]))))
        legs = {side: self._leg(side) for side in "LR"}
        walked = angles.walked_m * FORWARD
        hips = hip_centre(legs["L"], self.stance.width_m, angles.shank_deg, angles.knee_deg)
        hips = hips + walked
        rest_hips = (self.body.head("upperleg01.L") + self.body.head("upperleg01.R")) / 2
        root = hips - tilt @ (rest_hips - self.body.head("root"))
        fixed: dict[str, Array] = {}
        for side, leg in legs.items():
            hip = hips + tilt @ (leg.hip - rest_hips)
            ahead, lifted = angles.left_foot_m if side == "L" else angles.right_foot_m
            planted = evolve(leg, ankle=leg.ankle + walked + [ahead, 0.0, lifted])
            fixed |= pose_leg(planted, hip, self._knee_direction(side), self._toe_out(side))
        trunk = pose_bones(self.body, tilt, root, spine, fixed)
        for side in "LR":
            arm, fingers = pose_arm(
                ArmBones.of(self.body, side),
                trunk,
                (angles.arm_deg, angles.elbow_deg),
                self._grip_half_width(trunk),
                self.hand,
            )
            fixed |= arm
            spine |= fingers
        return self._read(pose_bones(self.body, tilt, root, spine, fixed))

    def stand(self) -> Posed:
        """Return the lifter upright and straight: the reference for lengths."""
        return self.pose(evolve(PoseAngles(), shank_deg=0.0, knee_deg=0.0))

    def _protraction(self) -> dict[str, Array]:
        # Two hands on one handle draw the shoulders forward.
        angle = 0.0 if self.arms_hang else _PROTRACTION_DEG
        return {"clavicle.L": turn(-angle), "clavicle.R": turn(angle)}

    def _leg(self, side: str) -> LegBones:
        return LegBones.of(self.body, side, self.stance.width_m)

    def _outward(self, side: str) -> float:
        return 1.0 if side == "L" else -1.0

    def _toe_out(self, side: str) -> Array:
        return turn(self._outward(side) * self.stance.toe_out_deg)

    def _knee_direction(self, side: str) -> Array:
        outward = self.stance.toe_out_deg + self.stance.knee_out_deg
        direction: Array = turn(self._outward(side) * outward) @ FORWARD
        return direction

    def _grip_half_width(self, trunk: BonePose) -> float:
        if not self.arms_hang:
            return self.stance.grip_half_width_m
        return float(abs(trunk.position("upperarm01.L")[1])) + 0.04

    def _read(self, bones: BonePose) -> Posed:
        joints: dict[str, Array] = {}
        for side, letter in (("left", "L"), ("right", "R")):
            for joint, bone in _SIDED.items():
                joints[f"{side}_{joint}"] = bones.position(f"{bone}.{letter}")
            for joint in _SURFACE:
                name = f"{side}_{joint}"
                joints[name] = bones.carry(f"foot.{letter}", self._skin_points[name])
        for joint, bone in _MIDLINE.items():
            joints[joint] = bones.position(bone)
        joints["nose"] = bones.carry("head", self._skin_points["nose"])
        grips = [self.hand.grip_point(bones, self.body, side) for side in "LR"]
        return Posed(
            bones=bones,
            joints={name: joints[name] for name in JOINTS},
            grip=(grips[0] + grips[1]) / 2,
        )


def _spine(angles: PoseAngles) -> dict[str, Array]:
    bends: dict[str, Array] = {}
    for shares, total in (
        (_LUMBAR, angles.lumbar_deg),
        (_THORACIC, angles.thoracic_deg),
        (_NECK, angles.neck_deg),
    ):
        bends |= {bone: pitch(share * total) for bone, share in shares.items()}
    return bends


def _hip_to_shoulder(pose: BonePose) -> Array:
    middle = [(pose.position(f"{b}.L") + pose.position(f"{b}.R")) / 2 for b in _LINE]
    line: Array = middle[1] - middle[0]
    return line


def _foot_points(body: Body) -> dict[str, Array]:
    sole = body.vertices[np.unique(body.quads["body"])]
    sole = sole[sole[:, 2] < 0.05]
    points: dict[str, Array] = {}
    for side, sign in (("left", 1.0), ("right", -1.0)):
        foot = sole[sole[:, 1] * sign > 0]
        points[f"{side}_heel"] = foot[foot[:, 0].argmin()]
        points[f"{side}_toe"] = foot[foot[:, 0].argmax()]
    return points


def _nose(body: Body) -> Array:
    skin = body.vertices[np.unique(body.quads["body"])]
    below_eyes = abs(skin[:, 2] - body.head("eye.L")[2] + 0.03) < 0.03
    face = skin[(abs(skin[:, 1]) < 0.02) & below_eyes]
    tip: Array = face[face[:, 0].argmax()]
    return tip
