"""From joint angles to joints."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.lifter.body_data import load_body
from bench.lifter.bones import pose_bones
from bench.lifter.looks import LOOKS
from bench.lifter.person import Look, dress
from bench.lifter.pose import PoseAngles, Posed, Skeleton
from bench.lifter.reach import reach_grip
from bench.lifter.rotations import Array
from bench.lifter.skinning import skin


def middle(posed: Posed, joint: str) -> Array:
    """Return the middle of a pair of joints."""
    centre: Array = (posed.joints[f"left_{joint}"] + posed.joints[f"right_{joint}"]) / 2
    return centre


def trunk_deg(posed: Posed) -> float:
    """Return the trunk inclination that the joints show."""
    line = middle(posed, "shoulder") - middle(posed, "hip")
    return float(np.degrees(np.arctan2(line[0], line[2])))


@settings(max_examples=25, deadline=None)
@given(trunk=st.floats(-20, 80), lumbar=st.floats(-10, 50), thoracic=st.floats(0, 30))
def test_the_trunk_inclination_asked_is_the_one_of_the_joints(
    trunk: float, lumbar: float, thoracic: float
) -> None:
    """Spine flexion bends the back and tilts the pelvis, and leaves the hip-shoulder line."""
    angles = PoseAngles(trunk_deg=trunk, lumbar_deg=lumbar, thoracic_deg=thoracic)
    assert trunk_deg(Skeleton(load_body("male")).pose(angles)) == pytest.approx(trunk, abs=1e-6)


@pytest.mark.parametrize(("shank", "knee"), [(0.0, 5.0), (6.0, 35.0), (28.0, 100.0)])
def test_legs_come_close_to_the_angles_asked(lifter: Skeleton, shank: float, knee: float) -> None:
    """Feet and knees turn out, so what the side shows may differ, by two degrees at most."""
    posed = lifter.pose(PoseAngles(shank_deg=shank, knee_deg=knee))
    thigh, lower = (
        np.degrees(np.arctan2(*(middle(posed, a) - middle(posed, b))[[0, 2]]))
        for a, b in (("hip", "knee"), ("knee", "ankle"))
    )
    assert lower == pytest.approx(shank, abs=2.0)
    assert lower - thigh == pytest.approx(knee, abs=2.5)


def test_feet_stay_planted(lifter: Skeleton) -> None:
    """No ankle, heel or toe moves between standing and a deep hinge."""
    standing = lifter.pose(PoseAngles())
    hinged = lifter.pose(PoseAngles(trunk_deg=70, shank_deg=10, knee_deg=60, lumbar_deg=30))
    for joint in ("left_ankle", "right_ankle", "left_heel", "right_toe"):
        np.testing.assert_allclose(hinged.joints[joint], standing.joints[joint], atol=2e-3)


def test_the_body_is_symmetric(lifter: Skeleton) -> None:
    """Left and right joints are each other's mirror images."""
    joints = lifter.pose(PoseAngles(trunk_deg=50, knee_deg=40, arm_deg=20)).joints
    for name in (n for n in joints if n.startswith("left_")):
        mirrored = joints[name.replace("left_", "right_")] * [1, -1, 1]
        np.testing.assert_allclose(joints[name], mirrored, atol=2e-3)


def test_the_hands_reach_the_bell_on_the_floor(lifter: Skeleton) -> None:
    """The pose found puts the grip where it was asked, within a millimetre."""
    start = PoseAngles(trunk_deg=67, shank_deg=12, knee_deg=60, arm_deg=-12)
    found = reach_grip(lifter, start, 0.07, 0.28)
    np.testing.assert_allclose(lifter.pose(found).grip[[0, 2]], [0.07, 0.28], atol=1e-3)
    assert found.trunk_deg == start.trunk_deg


def test_skin_at_rest_stays_where_it_was(lifter: Skeleton) -> None:
    """Both kinds of skinning leave every vertex in place when no bone has moved."""
    body = lifter.body
    rest = pose_bones(body, np.eye(3), body.head("root"), {}, {})
    for share in (0.0, 0.8, 1.0):
        moved = skin(body, rest, body.vertices, body.skin_bones, body.skin_weights, share)
        np.testing.assert_allclose(moved, body.vertices, atol=1e-9)


def test_skin_follows_its_bone_rigidly(lifter: Skeleton) -> None:
    """Vertices that hang on one bone alone keep their place in that bone's frame."""
    body = lifter.body
    posed = lifter.pose(PoseAngles(trunk_deg=60, knee_deg=40, lumbar_deg=25))
    head = body.index("head")
    alone = np.flatnonzero((body.skin_bones[:, 0] == head) & (body.skin_weights[:, 0] > 0.9999))
    moved = skin(
        body,
        posed.bones,
        body.vertices[alone],
        body.skin_bones[alone],
        body.skin_weights[alone],
    )
    expected = [posed.bones.carry("head", vertex) for vertex in body.vertices[alone]]
    assert len(alone) > 100
    np.testing.assert_allclose(moved, expected, atol=1e-4)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_look_dresses_the_whole_lifter(lifter: Skeleton, look: Look) -> None:
    """Clothes and skin reach from the soles to the crown, and every weight row sums to one."""
    dressed = dress(lifter.body, look)
    height = dressed.mesh.vertices[dressed.mesh.triangles][..., 2]
    assert height.min() < 0.02
    assert height.max() > 1.6
    np.testing.assert_allclose(dressed.weights.sum(1), 1.0, atol=1e-9)
