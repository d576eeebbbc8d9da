"""A picture of a trunk and a stick behind it, and looks at a stick that goes with a pose."""

import cv2
import numpy as np

from hingecheck.analysis.back_tracing import trunk_axes
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.stick_looks import STICK_STATIONS, StickLooks

HIP, SHOULDER = np.array([300.0, 420.0]), np.array([300.0, 270.0])
TRUNK_PX, STICK_PX = 150.0, 8.0
WALL, SHIRT, WOOD = (190, 195, 200), (90, 60, 40), (40, 80, 150)


def picture_of(gap_px: float | None, *, texture: float = 1.0, hand: bool = False):
    """A lifter who stands upright and faces right; the stick stands `gap_px` off the back.

    The body is a box from the seat to the crown, 40 px behind the hip-shoulder line.
    """
    rng = np.random.default_rng(3)
    picture = np.full((600, 600, 3), WALL, dtype=np.uint8)
    cv2.rectangle(picture, (260, 180), (360, 470), SHIRT, -1)
    if gap_px is not None:
        inner = 260 - gap_px
        cv2.rectangle(picture, (round(inner - STICK_PX), 120), (round(inner) - 1, 480), WOOD, -1)
    if hand:
        cv2.rectangle(picture, (215, 360), (275, 400), (120, 150, 210), -1)
    return np.clip(picture + rng.normal(0, texture, picture.shape), 0, 255).astype(np.uint8)


def looks_along(
    pose: SagittalPose,
    frames,
    *,
    behind: float = 0.3,
    ends=(-0.3, 1.8),
    support: float = 0.8,
    gap_px: float = 0.0,
    width_px: float = 8.0,
) -> StickLooks:
    """A stick that lies along the trunk in some frames; ends in shares of hip to shoulder."""
    frames = np.asarray(frames)
    hip, axes = trunk_axes(pose, frames)
    length = 1 / np.linalg.norm(axes[:, :, 0], axis=1)
    places = np.array([[ends[0], behind], [ends[1], behind]])
    return StickLooks(
        frame=frames,
        ends_px=hip[:, None] + np.einsum("pa,nca->npc", places, axes) * (length**2)[:, None, None],
        width_px=np.full(len(frames), width_px),
        support=np.full(len(frames), support),
        gap_px=np.full((len(frames), len(STICK_STATIONS)), gap_px),
    )
