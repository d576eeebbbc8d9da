"""What is true of a clip: joints, angles and reps of every frame."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.lifter.camera import Camera
from bench.lifter.pose import JOINTS, PoseAngles, Posed
from bench.lifter.rotations import Array
from bench.lifter.timeline import Rep

TRUTH_VERSION: Final = 1
SIGNALS: Final = (
    "trunk_inclination_deg",
    "trunk_thigh_flexion_deg",
    "knee_flexion_deg",
    "shank_inclination_deg",
    "hands_height_trunk",
    "elbow_flexion_deg",
    "lumbar_flexion_deg",
    "thoracic_flexion_deg",
    "neck_flexion_deg",
)


@frozen(eq=False)
class Truth:
    """The truth of a clip of T frames.

    Attributes:
        time_s: (T,).
        joints_px: (T, J, 2) in the order of `JOINTS`; origin top left, y down.
        joints_m: (T, J, 3) forward, to the lifter's left, up from the floor.
        signals: Each name of `SIGNALS` to its (T,) values.
        reps: Bottoms and tops.
        facts: How the clip was made: movement, dials, camera, body, seed.
    """

    time_s: Array
    joints_px: Array
    joints_m: Array
    signals: Mapping[str, Array]
    reps: tuple[Rep, ...]
    facts: Mapping[str, object]

    def joint_m(self, name: str) -> Array:
        """Return (T, 3) of one joint."""
        place: Array = self.joints_m[:, JOINTS.index(name)]
        return place


def measure(
    moments: Sequence[tuple[float, PoseAngles, Posed]],
    camera: Camera,
    trunk_m: float,
    reps: tuple[Rep, ...],
    facts: Mapping[str, object],
) -> Truth:
    """Return the truth of posed frames; lengths in trunks of `trunk_m` metres (upright)."""
    joints_m = np.array([[p.joints[name] for name in JOINTS] for _, _, p in moments])
    pixels, _ = camera.project(joints_m.reshape(-1, 3))
    angles = [a for _, a, _ in moments]
    signals = sagittal_signals(joints_m, trunk_m) | {
        "lumbar_flexion_deg": np.array([a.lumbar_deg for a in angles]),
        "thoracic_flexion_deg": np.array([a.thoracic_deg for a in angles]),
        "neck_flexion_deg": np.array([a.neck_deg for a in angles]),
    }
    return Truth(
        time_s=np.array([t for t, _, _ in moments]),
        joints_px=pixels.reshape(len(moments), len(JOINTS), 2),
        joints_m=joints_m,
        signals={name: signals[name] for name in SIGNALS},
        reps=reps,
        facts=facts,
    )


def without_lifter(truth: Truth) -> Truth:
    """Return the truth of the same clip with nobody in it: NaN, and no reps."""
    return evolve(
        truth,
        joints_px=np.full_like(truth.joints_px, np.nan),
        joints_m=np.full_like(truth.joints_m, np.nan),
        signals={name: np.full_like(v, np.nan) for name, v in truth.signals.items()},
        reps=(),
    )


def sagittal_signals(joints_m: Array, trunk_m: float) -> dict[str, Array]:
    """Return (T,) signals of (T, J, 3) joints, seen exactly from the side, both sides' middle.

    Inclinations are from the vertical, forward positive. Flexions are 0 when straight;
    trunk-thigh flexion is trunk minus thigh inclination and so goes below 0 when the hips pass
    beyond straight. Hands' height is wrists above shoulders in trunk lengths.
    """

    def middle(joint: str) -> Array:
        left, right = JOINTS.index(f"left_{joint}"), JOINTS.index(f"right_{joint}")
        centre: Array = (joints_m[:, left] + joints_m[:, right]) / 2
        return centre

    def inclination(low: str, high: str) -> Array:
        line = middle(high) - middle(low)
        angle: Array = np.degrees(np.arctan2(line[:, 0], line[:, 2]))
        return angle

    trunk = inclination("hip", "shoulder")
    thigh, shank = inclination("knee", "hip"), inclination("ankle", "knee")
    return {
        "trunk_inclination_deg": trunk,
        "trunk_thigh_flexion_deg": trunk - thigh,
        "knee_flexion_deg": shank - thigh,
        "shank_inclination_deg": shank,
        "hands_height_trunk": (middle("wrist") - middle("shoulder"))[:, 2] / trunk_m,
        "elbow_flexion_deg": _elbow_flexion(joints_m),
    }


def to_json(truth: Truth) -> str:
    """Return the truth as JSON, one line per key; see `sample_clips/README.md` for the format."""
    rows: dict[str, object] = {
        "truth_version": TRUTH_VERSION,
        **truth.facts,
        "reps": [
            {"bottom_s": round(r.bottom_s, 3), "top_s": round(r.top_s, 3)} for r in truth.reps
        ],
        "time_s": _rounded(truth.time_s, 4),
        **{name: _rounded(values, 2) for name, values in truth.signals.items()},
        "hands_height_trunk": _rounded(truth.signals["hands_height_trunk"], 3),
        "joint_names": list(JOINTS),
        "joints_px": _rounded(truth.joints_px, 1),
        "joints_m": _rounded(truth.joints_m, 3),
    }
    lines = [f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in rows.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _elbow_flexion(joints_m: Array) -> Array:
    """Return (T,) elbow flexion in space, the mean of both arms, degrees."""
    sides = []
    for side in ("left", "right"):
        shoulder, elbow, wrist = (
            joints_m[:, JOINTS.index(f"{side}_{j}")] for j in ("shoulder", "elbow", "wrist")
        )
        upper, fore = elbow - shoulder, wrist - elbow
        cosine = (
            (upper * fore).sum(1) / np.linalg.norm(upper, axis=1) / np.linalg.norm(fore, axis=1)
        )
        sides.append(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
    flexion: Array = (sides[0] + sides[1]) / 2
    return flexion


def _rounded(values: Array, digits: int) -> list[object]:
    # Adding 0.0 turns -0.0 into 0.0.
    rounded = np.round(values, digits) + 0.0
    # JSON knows no NaN: nobody there is null.
    known = rounded.astype(object)
    known[np.isnan(rounded)] = None
    listed: list[object] = known.tolist()
    return listed
