"""The near side of the body, bone by bone."""

from hingecheck.domain.joint import Joint
from hingecheck.report.canvas import Canvas
from hingecheck.report.ink import Ink
from hingecheck.report.overlay.scene import Scene
from hingecheck.report.overlay.seen import is_seen, seen_runs

CHAINS = (
    (Joint.NOSE, Joint.EAR, Joint.SHOULDER),
    (Joint.SHOULDER, Joint.HIP, Joint.KNEE, Joint.ANKLE, Joint.HEEL, Joint.TOE, Joint.ANKLE),
    (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HAND),
)
_JOINTS_WITH_DOT = (
    Joint.EAR,
    Joint.SHOULDER,
    Joint.ELBOW,
    Joint.WRIST,
    Joint.HIP,
    Joint.KNEE,
    Joint.ANKLE,
)


def draw_skeleton(canvas: Canvas, scene: Scene, frame: int) -> None:
    """Bones between joints that were seen, and a dot on each joint that is measured."""
    joints = scene.joints_px[frame]
    for chain in CHAINS:
        for run in seen_runs(joints[list(chain)]):
            canvas.line(run, Ink.BODY, scene.stroke_px)
    for joint in _JOINTS_WITH_DOT:
        if is_seen(joints[joint]):
            canvas.dot(joints[joint], Ink.BODY, 1.3 * scene.stroke_px)
