"""The camera: what the picture shows of the lifter."""

import numpy as np
import pytest
from attrs import evolve

from bench.lifter.camera import Camera
from bench.lifter.pose import PoseAngles, Skeleton
from bench.lifter.rotations import Array

HINGE = PoseAngles(trunk_deg=60, shank_deg=8, knee_deg=40, arm_deg=-20)


def joints(lifter: Skeleton, swap: bool = False) -> Array:
    """Return the (J, 3) joints of a hinge, left and right changing names if asked."""
    posed = lifter.pose(HINGE).joints
    other = {"left": "right", "right": "left"}
    names = [
        "_".join(other.get(part, part) if swap else part for part in name.split("_"))
        for name in posed
    ]
    return np.array([posed[name] for name in names])


def test_facing_the_other_way_mirrors_the_joints(lifter: Skeleton) -> None:
    """Seen from the other side, left is right and the picture is flipped about its middle."""
    camera = Camera(yaw_deg=25, facing="right")
    right, _ = camera.project(joints(lifter))
    left, _ = evolve(camera, facing="left").project(joints(lifter, swap=True))
    np.testing.assert_allclose(left[:, 0], camera.width_px - right[:, 0], atol=0.5)
    np.testing.assert_allclose(left[:, 1], right[:, 1], atol=0.5)


@pytest.mark.parametrize("facing", ["left", "right"])
def test_from_the_side_the_picture_shows_the_true_angles(lifter: Skeleton, facing: str) -> None:
    """At yaw 0, from very far, picture inclinations are the sagittal ones and toes point ahead."""
    camera = Camera(facing=facing, distance_m=500, long_side_view_deg=0.4, height_m=0.88)
    ahead = 1 if facing == "right" else -1
    posed = lifter.pose(HINGE).joints
    for low, high in (("hip", "shoulder"), ("knee", "hip"), ("ankle", "knee")):
        ends = np.array([posed[f"left_{low}"], posed[f"left_{high}"]])
        pixels, _ = camera.project(ends)
        seen = np.degrees(
            np.arctan2(ahead * (pixels[1] - pixels[0])[0], -(pixels[1] - pixels[0])[1])
        )
        true = np.degrees(np.arctan2((ends[1] - ends[0])[0], (ends[1] - ends[0])[2]))
        assert seen == pytest.approx(true, abs=0.1)


def test_positive_yaw_goes_toward_the_front() -> None:
    """At 90 degrees the lens stands in front of the lifter, at -90 behind."""
    assert Camera(yaw_deg=90).eye[0] > 2
    assert Camera(yaw_deg=-90).eye[0] < -2
    assert Camera(yaw_deg=0, facing="left").eye[1] > 2
    assert Camera(yaw_deg=0, facing="right").eye[1] < -2


def test_up_is_up_and_roll_turns_the_picture() -> None:
    """A clockwise phone shows an upright post leaning counterclockwise."""
    post = np.array([[0.15, 0, 0.5], [0.15, 0, 1.5]])
    (foot, top), _ = Camera().project(post)
    assert top[1] < foot[1]
    (foot, top), _ = Camera(roll_deg=10).project(post)
    assert np.degrees(np.arctan2((top - foot)[0], -(top - foot)[1])) == pytest.approx(-10, abs=0.5)


def test_an_unknown_facing_is_refused() -> None:
    """Only left and right are ways to face."""
    with pytest.raises(ValueError, match="facing"):
        Camera(facing="up")
