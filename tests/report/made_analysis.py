"""A small, believable analysis made by hand, so that report tests need no analysis code.

A lifter of three rigid segments and an arm swings twice; a third swing is cut off on its way down.
The swing is a cosine; nothing here was measured.
"""

import numpy as np

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.joint import JOINT_COUNT, Joint
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.recording import Recording
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.domain.view import Side, View
from tests.report.made_findings import FRAMES_PER_REP, U_OF_UNIT, made_findings, made_summary

FPS = 30.0
FRAME_COUNT = 120
UNSEEN = slice(52, 58)  # the whole lifter is hidden, as behind a passer-by
NO_WRIST = slice(18, 24)  # the hands are hidden between the legs
NO_BACK = slice(0, 10)

UNITS = {
    "trunk_inclination": "deg",
    "thigh_inclination": "deg",
    "shank_inclination": "deg",
    "trunk_thigh_flexion": "deg",
    "knee_flexion": "deg",
    "elbow_flexion": "deg",
    "arm_elevation": "deg",
    "neck_inclination": "deg",
    "hinge_index": "ratio",
    "hip_setback": "trunk",
    "stack_offset": "trunk",
    "plank_hip": "trunk",
    "plank_knee": "trunk",
    "swing_height": "trunk",
    "hands_above_knee": "leg",
    "back_bow": "trunk",
    "camera_yaw": "deg",
}

_SHANK, _THIGH, _ARM = 0.8, 0.8, 0.55
_LEG = _SHANK + _THIGH


def made_analysis(
    width_px: int = 480,
    height_px: int = 854,
    facing: int = 1,
    movement: Movement = Movement.SWING,
    all_clear: bool = False,
    time_s: Floats | None = None,
) -> Analysis:
    """Two swings and a partial one.

    Args:
        width_px: of the recording.
        height_px: of the recording; the lifter fills 70 % of it.
        facing: +1 where forward is to the right of the picture, -1 to the left.
        movement: what it is taken for.
        all_clear: every check of every rep is clear, instead of one of each verdict.
        time_s: (120,) time stamps; 30 fps by default.
    """
    times = np.arange(FRAME_COUNT) / FPS if time_s is None else time_s
    angles = _angles()
    joints = _joints(angles)
    trunk_px = 0.24 * height_px
    origin = np.array([(0.5 - 0.04 * facing) * width_px, 0.9 * height_px])
    pixels = origin + joints * trunk_px * [facing, -1]
    findings = made_findings(all_clear)
    return Analysis(
        recording=_recording(width_px, height_px),
        view=View(
            yaw_deg=_camera_yaw(),
            yaw_u_deg=5.0,
            near_side=Side.RIGHT if facing == 1 else Side.LEFT,
            facing=facing,
            body_height_px=0.75 * height_px,
            notes=("The camera stands 6 degrees off the side.",),
        ),
        pose=SagittalPose(times, joints, pixels, trunk_px, _LEG, origin, facing),
        back_line=_back_line(pixels, trunk_px, facing),
        signals=_signals(times, angles, joints),
        movement=Recognition(movement, 0.9, "The hands rise and fall quickly, twice in a row."),
        reps=_reps(),
        findings=findings,
        summary=made_summary(findings),
        settings=Settings(),
        versions=(("hingecheck", "0.1.0"), ("mediapipe", "0.10.33"), ("model", "full")),
    )


def _recording(width_px: int, height_px: int) -> Recording:
    return Recording(
        name="private name.mp4",
        sha256="0f" * 32,
        width_px=width_px,
        height_px=height_px,
        rotation_deg=0,
        fps=FPS,
        frame_count=FRAME_COUNT,
        duration_s=FRAME_COUNT / FPS,
        codec="h264",
    )


def _angles() -> dict[str, Floats]:
    """Inclinations in degrees from vertical, forward positive; the arm's from hanging."""
    depth = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME_COUNT) / FRAMES_PER_REP)
    return {
        "trunk": -4 + 66 * depth,
        "thigh": -2 - 36 * depth,
        "shank": 3 + 9 * depth,
        "arm": 86 - 104 * depth,
        "neck": 2 + 40 * depth,
    }


def _up(angle_deg: Floats) -> Floats:
    """(T, 2) unit vectors that lean forward by an angle from straight up."""
    radians = np.radians(angle_deg)
    return np.stack([np.sin(radians), np.cos(radians)], axis=1)


def _joints(angles: dict[str, Floats]) -> Floats:
    joints = np.full((FRAME_COUNT, JOINT_COUNT, 2), np.nan)
    forearm = _up(180 - angles["arm"])
    joints[:, Joint.ANKLE] = 0.0
    joints[:, Joint.HEEL] = [-0.12, -0.12]
    joints[:, Joint.TOE] = [0.35, -0.14]
    joints[:, Joint.KNEE] = _SHANK * _up(angles["shank"])
    joints[:, Joint.HIP] = joints[:, Joint.KNEE] + _THIGH * _up(angles["thigh"])
    joints[:, Joint.SHOULDER] = joints[:, Joint.HIP] + _up(angles["trunk"])
    joints[:, Joint.ELBOW] = joints[:, Joint.SHOULDER] + _ARM * forearm
    joints[:, Joint.WRIST] = joints[:, Joint.ELBOW] + _ARM * forearm
    joints[:, Joint.HAND] = joints[:, Joint.WRIST] + 0.15 * forearm
    joints[:, Joint.EAR] = joints[:, Joint.SHOULDER] + 0.4 * _up(angles["neck"])
    joints[:, Joint.NOSE] = joints[:, Joint.EAR] + 0.2 * _up(angles["neck"] + 95)
    joints[UNSEEN] = np.nan
    joints[NO_WRIST, Joint.ELBOW : Joint.HAND + 1] = np.nan
    return joints


def _camera_yaw() -> Floats:
    yaw = 6 + np.sin(np.arange(FRAME_COUNT) / 10)
    yaw[UNSEEN] = np.nan
    return yaw


def _back_line(pixels: Floats, trunk_px: float, facing: int) -> BackLine:
    """An edge a tenth of a trunk behind the hip-shoulder line, bulging toward the shoulder."""
    station = np.linspace(0, 1, 9)
    depth = np.tile(0.10 + 0.06 * np.sin(np.pi * station), (FRAME_COUNT, 1))
    depth[NO_BACK] = np.nan
    depth[UNSEEN] = np.nan
    hip, shoulder = pixels[:, Joint.HIP], pixels[:, Joint.SHOULDER]
    along = shoulder - hip
    behind = np.stack([along[:, 1], -along[:, 0]], axis=1) * facing / trunk_px
    points = (
        hip[:, None]
        + station[None, :, None] * along[:, None]
        + depth[:, :, None] * behind[:, None] * trunk_px
    )
    return BackLine(station, depth, points)


def _signals(times: Floats, angles: dict[str, Floats], joints: Floats) -> SignalSet:
    values = _angle_values(angles) | _place_values(joints)
    for name, series in values.items():
        series[UNSEEN] = np.nan
        if name in {"elbow_flexion", "arm_elevation"}:
            series[NO_WRIST] = np.nan
        if name == "back_bow":
            series[NO_BACK] = np.nan
    return SignalSet(times, tuple(_signal(name, values[name]) for name in UNITS))


def _signal(name: str, values: Floats) -> Signal:
    u = np.where(np.isfinite(values), U_OF_UNIT[UNITS[name]], np.nan)
    return Signal(name, UNITS[name], values, u)


def _angle_values(angles: dict[str, Floats]) -> dict[str, Floats]:
    hip = angles["trunk"] - angles["thigh"]
    knee = angles["shank"] - angles["thigh"]
    return {
        "trunk_inclination": angles["trunk"].copy(),
        "thigh_inclination": angles["thigh"].copy(),
        "shank_inclination": angles["shank"].copy(),
        "trunk_thigh_flexion": hip,
        "knee_flexion": knee,
        "elbow_flexion": np.full(FRAME_COUNT, 6.0),
        "arm_elevation": angles["arm"].copy(),
        "neck_inclination": angles["neck"].copy(),
        "hinge_index": np.where(hip + knee >= 40, hip / (hip + knee), np.nan),
        "camera_yaw": _camera_yaw(),
    }


def _place_values(joints: Floats) -> dict[str, Floats]:
    hip, knee = joints[:, Joint.HIP], joints[:, Joint.KNEE]
    wrist, shoulder = joints[:, Joint.WRIST], joints[:, Joint.SHOULDER]
    return {
        "hip_setback": -hip[:, 0],
        "stack_offset": hip[:, 0] - knee[:, 0],
        "plank_hip": 0.3 * hip[:, 0],
        "plank_knee": 0.2 * knee[:, 0],
        "swing_height": wrist[:, 1] - shoulder[:, 1],
        "hands_above_knee": (wrist[:, 1] - knee[:, 1]) / _LEG,
        "back_bow": np.full(FRAME_COUNT, 0.06),
    }


def _reps() -> tuple[Rep, ...]:
    return (
        _full_rep(1, 0),
        _full_rep(2, FRAMES_PER_REP),
        Rep(None, None, None, {Phase.DESCENT: Span(96, 114)}),
    )


def _full_rep(number: int, start: int) -> Rep:
    phases = {
        Phase.DESCENT: Span(start, start + 20),
        Phase.BOTTOM: Span(start + 20, start + 28),
        Phase.ASCENT: Span(start + 28, start + 42),
        Phase.TOP: Span(start + 42, start + 48),
    }
    return Rep(number, start + 24, start + 46, phases)
