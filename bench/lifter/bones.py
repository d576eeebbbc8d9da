"""Forward kinematics: the bones' places in the world."""

from collections.abc import Mapping

import numpy as np
from attrs import frozen

from bench.lifter.body_data import Body
from bench.lifter.rotations import Array


@frozen(eq=False)
class BonePose:
    """Where every bone is.

    Attributes:
        body: The body that is posed.
        rotations: (B, 3, 3) turn of each bone against its rest pose, in the world.
        positions: (B, 3) where each bone begins, metres.
    """

    body: Body
    rotations: Array
    positions: Array

    def position(self, bone: str) -> Array:
        """Return the (3,) place where a bone begins, metres."""
        place: Array = self.positions[self.body.index(bone)]
        return place

    def rotation(self, bone: str) -> Array:
        """Return the (3, 3) turn of a bone against its rest pose."""
        turned: Array = self.rotations[self.body.index(bone)]
        return turned

    def carry(self, bone: str, rest_point: Array) -> Array:
        """Return where a point that is fixed to a bone has gone."""
        i = self.body.index(bone)
        place: Array = self.positions[i] + self.rotations[i] @ (rest_point - self.body.heads[i])
        return place


def pose_bones(
    body: Body,
    root_rotation: Array,
    root_position: Array,
    bends: Mapping[str, Array],
    fixed: Mapping[str, Array],
) -> BonePose:
    """Return the pose from the root outward.

    Args:
        body: The body at rest.
        root_rotation: (3, 3) of the pelvis, in the world.
        root_position: (3,) of the root bone, metres.
        bends: Turn of a bone against its parent, in rest axes.
        fixed: Turn of a bone in the world, whatever its parent does; wins over `bends`.
    """
    rotations = np.empty((len(body.bones), 3, 3))
    positions = np.empty((len(body.bones), 3))
    for i, (bone, parent) in enumerate(zip(body.bones, body.parents, strict=True)):
        if parent < 0:
            rotations[i], positions[i] = root_rotation, root_position
            continue
        above = rotations[parent]
        positions[i] = positions[parent] + above @ (body.heads[i] - body.heads[parent])
        if bone in fixed:
            rotations[i] = fixed[bone]
        else:
            rotations[i] = above @ bends[bone] if bone in bends else above
    return BonePose(body, rotations, positions)
