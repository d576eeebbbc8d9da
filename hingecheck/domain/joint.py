"""The near-side points of the sagittal pose."""

from enum import IntEnum


class Joint(IntEnum):
    """Index of a point on the joint axis J; always the side nearer the camera."""

    NOSE = 0
    EAR = 1
    SHOULDER = 2
    ELBOW = 3
    WRIST = 4
    HAND = 5
    HIP = 6
    KNEE = 7
    ANKLE = 8
    HEEL = 9
    TOE = 10


JOINT_COUNT = len(Joint)
